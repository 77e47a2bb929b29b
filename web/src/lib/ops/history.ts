// Undo and redo of one browser tab. An entry holds the ops that take an edit back; undoing is an edit itself,
// whose inverse is the redo. Edits of the same thing in quick succession (a slider that is dragged) become one entry.
import type { Op } from './types';

export interface Entry {
	/** What was done, in words, for "undo: moved card". */
	label: string;
	/** Ops that take it back. */
	inverse: Op[];
	/** Number of the (last) transaction that did it. */
	n: number;
	/** Edits with the same key within `squashMs` become one. */
	squash?: string;
	at: number;
}

export interface History {
	readonly undo: readonly Entry[];
	readonly redo: readonly Entry[];
}

export const noHistory: History = { undo: [], redo: [] };

/** How long after an edit another one with the same key still joins it. */
export const squashMs = 1000;

/** Entries kept; older edits stay done. */
const entriesMax = 200;

/** A new edit was made: it can be undone, and nothing can be redone any more. */
export function recorded(history: History, entry: Entry): History {
	const last = history.undo.at(-1);
	if (last && joins(last, entry)) {
		const merged = { ...entry, inverse: squashSets([...entry.inverse, ...last.inverse]), label: last.label };
		return { undo: [...history.undo.slice(0, -1), merged], redo: [] };
	}
	return { undo: [...history.undo, entry].slice(-entriesMax), redo: [] };
}

export function joins(last: { squash?: string; at: number }, next: { squash?: string; at: number }): boolean {
	return next.squash !== undefined && next.squash === last.squash && next.at - last.at <= squashMs;
}

/** The newest entry of `from` was run; running it made `entry`, which goes to the other side. */
export function turned(history: History, from: 'undo' | 'redo', entry: Entry): History {
	const rest = history[from].slice(0, -1);
	return from === 'undo'
		? { undo: rest, redo: [...history.redo, entry] }
		: { undo: [...history.undo, entry], redo: rest };
}

/** Transaction `n` did nothing after all: there is nothing of it to take back or to do again. */
export function forgotten(history: History, n: number): History {
	const others = (entries: readonly Entry[]) => entries.filter((entry) => entry.n !== n);
	return { undo: others(history.undo), redo: others(history.redo) };
}

/** Of several sets of one property only the last has an effect; the earlier ones go. Other ops stay in place. */
export function squashSets(ops: readonly Op[]): Op[] {
	const last = new Map<string, number>();
	ops.forEach((op, i) => {
		if (op.op === 'set') last.set(`${op.id}\n${op.key}`, i);
	});
	return ops.filter((op, i) => op.op !== 'set' || last.get(`${op.id}\n${op.key}`) === i);
}
