import { describe, expect, it } from 'vitest';
import { noHistory, recorded, squashMs, squashSets, turned, type Entry, type Op } from '.';

const set = (id: string, value: unknown): Op => ({ op: 'set', id, key: 'value', value });
const entry = (n: number, more: Partial<Entry> = {}): Entry => ({
	label: `edit ${n}`,
	inverse: [],
	n,
	at: 0,
	...more,
});

describe('history', () => {
	it('forgets what could be redone when a new edit is made', () => {
		const undone = turned(recorded(noHistory, entry(1)), 'undo', entry(2));
		expect(undone.redo).toHaveLength(1);
		expect(recorded(undone, entry(3))).toMatchObject({ undo: [{ n: 3 }], redo: [] });
	});

	it('moves an entry to the other side and back', () => {
		const undone = turned(recorded(noHistory, entry(1)), 'undo', entry(2));
		expect(undone).toMatchObject({ undo: [], redo: [{ n: 2 }] });
		expect(turned(undone, 'redo', entry(3))).toMatchObject({ undo: [{ n: 3 }], redo: [] });
	});

	it('makes one step of a slider that is dragged, back to where it began', () => {
		const quick = (n: number, old: number, at: number) =>
			entry(n, { inverse: [set('s', old)], squash: 's', at });
		const dragged = [quick(1, 10, 0), quick(2, 20, 100), quick(3, 30, 200)].reduce(recorded, noHistory);
		expect(dragged.undo).toMatchObject([{ n: 3, inverse: [set('s', 10)] }]);
	});

	it('starts a new step after a pause or with another thing', () => {
		const first = recorded(noHistory, entry(1, { squash: 's' }));
		expect(recorded(first, entry(2, { squash: 's', at: squashMs + 1 })).undo).toHaveLength(2);
		expect(recorded(first, entry(2, { squash: 't' })).undo).toHaveLength(2);
		expect(recorded(recorded(noHistory, entry(1)), entry(2)).undo).toHaveLength(2);
	});
});

describe('squashSets', () => {
	it('keeps the last of several sets of one property, and everything else', () => {
		const move: Op = { op: 'move', id: 'a', pos: { order: 1 } };
		expect(squashSets([set('a', 1), move, set('b', 2), set('a', 3)])).toEqual([
			move,
			set('b', 2),
			set('a', 3),
		]);
	});
});
