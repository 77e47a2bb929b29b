/** The keyboard of the board: moving as in a sheet, editing, adding, deleting, and moving things with Alt. */
import { findStop, step, type Direction, type StopGrid } from './layout/steps';
import {
	askDeleteStage,
	moveLane,
	removeLane,
	stepCard,
	stepEntity,
	stepStage,
	toggleAction,
} from './actions';
import type { CardStep } from './edits';
import { isPickable, pickLane, pickRange, removePicked, stepPicked, togglePicked } from './select/acts';
import { between } from './select/range';
import type { MapState } from './state.svelte';

const MOVES: Record<string, Direction> = {
	ArrowLeft: 'left',
	ArrowRight: 'right',
	ArrowUp: 'up',
	ArrowDown: 'down',
	Home: 'rowStart',
	End: 'rowEnd',
};

const STEPS: Record<string, CardStep> = {
	ArrowLeft: 'earlier',
	ArrowRight: 'later',
	ArrowUp: 'laneAbove',
	ArrowDown: 'laneBelow',
};

const isSlider = (stop: HTMLElement) => stop.getAttribute('role') === 'slider';

/**
 * The rows, columns and stops of the board as they stand. Walking up and down leaves faces out: there the
 * arrows would change a value in passing.
 */
export function gridOf(board: HTMLElement, counts: (stop: HTMLElement) => boolean = () => true): StopGrid {
	return [...board.querySelectorAll<HTMLElement>('[data-row]')].map((row) => {
		const cells: string[][] = [];
		for (const stop of row.querySelectorAll<HTMLElement>('[data-stop]')) {
			if (!counts(stop)) continue;
			const col = Number(stop.closest<HTMLElement>('[data-col]')?.dataset.col ?? 0);
			(cells[col] ??= []).push(stop.dataset.stop ?? '');
		}
		return Array.from(cells, (stops) => stops ?? []);
	});
}

/** Handlers for one board. */
export function boardKeys(map: MapState, board: () => HTMLElement) {
	let keyboard = false;

	function focusStop(id: string | undefined): boolean {
		if (!id) return false;
		const node = board().querySelector<HTMLElement>(`[data-stop="${CSS.escape(id)}"]`);
		node?.focus();
		node?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
		return true;
	}

	function go(id: string, direction: Direction): boolean {
		const vertical = direction === 'up' || direction === 'down';
		const grid = gridOf(board(), (stop) => !vertical || stop.dataset.stop === id || !isSlider(stop));
		const at = findStop(grid, id);
		return at !== undefined && focusStop(step(grid, at, direction, map.compact));
	}

	/** Shift with an arrow picks all from where it began. */
	function extend(stop: HTMLElement, id: string, direction: Direction): boolean {
		if (!map.picked.anchor || map.picked.size === 0) map.picked.anchor = id;
		const grid = gridOf(board(), (other) => other === stop || isPickable(other));
		const at = findStop(grid, id);
		const to = at && step(grid, at, direction, map.compact);
		if (!to) return true;
		pickTo(to);
		return focusStop(to);
	}

	/** Picks everything from where picking began up to here. */
	function pickTo(id: string): void {
		const anchor = map.picked.anchor ?? id;
		map.picked.anchor = anchor;
		const picks = between(gridOf(board(), isPickable), anchor, id);
		pickRange(map, picks);
	}

	/** Alt with an arrow moves the thing itself, and with it all that is picked. */
	function moveThing(id: string, kind: string | undefined, event: KeyboardEvent): boolean {
		if (map.picked.size > 1 && map.picked.has(id)) {
			const up = event.key === 'ArrowUp' || event.key === 'ArrowDown';
			stepPicked(map, id, up ? (STEPS[event.key] as CardStep) : cardStep(event));
			return true;
		}
		const direction = event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 1;
		const sideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
		const stage = map.stageOf(id);
		const lane = map.laneOf(id);
		const card = map.cardById.get(id);
		if (stage && sideways) stepStage(map, stage, direction);
		else if (lane && !sideways) moveLane(map, lane, direction);
		else if (card && kind === 'card') stepCard(map, card, cardStep(event));
		else if (sideways && kind && ['opportunity', 'action', 'metric'].includes(kind))
			stepEntity(map, id, direction);
		else return false;
		return true;
	}

	/** In stacked cells up and down walk within the cell, and left and right change the stage. */
	function cardStep(event: KeyboardEvent): CardStep {
		const jump = event.shiftKey || map.compact;
		if (event.key === 'ArrowLeft') return jump ? 'stageBefore' : 'earlier';
		if (event.key === 'ArrowRight') return jump ? 'stageAfter' : 'later';
		if (map.compact && !event.shiftKey) return event.key === 'ArrowUp' ? 'earlier' : 'later';
		return STEPS[event.key] as CardStep;
	}

	/** What a key does to the thing that has the focus. */
	function act(stop: HTMLElement, id: string, event: KeyboardEvent): boolean {
		const kind = stop.dataset.kind;
		const adds = id.startsWith('add|') || id === 'addstage';
		switch (event.key) {
			case 'Enter':
			case 'F2':
				if (!kind) return false; // a button does what it does
				if (event.altKey || kind === 'view') map.select(stop.dataset.selects ?? id);
				else map.startEdit(id);
				return true;
			case ' ': {
				if (!kind) return false;
				if (event.shiftKey && isPickable(stop)) {
					togglePicked(map, id);
					return true;
				}
				const action = map.journey.actions.find((a) => a.id === id);
				if (action) toggleAction(map, action);
				else map.select(stop.dataset.selects ?? id);
				return true;
			}
			case 'Delete':
			case 'Backspace':
				if (!kind) return false;
				remove(id);
				return true;
			case '+':
			case 'Insert':
				stop.closest('[data-col]')?.querySelector<HTMLElement>('[data-stop^="add|"]')?.click();
				return true;
			default:
				if (!adds || id === 'addstage' || !isTyped(event)) return false;
				return startTyping(stop, event.key);
		}
	}

	function remove(id: string): void {
		const stage = map.stageOf(id);
		const lane = map.laneOf(id);
		if (stage) askDeleteStage(map, stage);
		else if (lane) removeLane(map, lane);
		else removePicked(map, id);
	}

	function pickRow(stop: HTMLElement): boolean {
		const laneId = stop.closest<HTMLElement>('[data-row]')?.dataset.row ?? '';
		if (!map.laneOf(laneId)) return false;
		pickLane(map, laneId);
		return true;
	}

	/** Typing on an empty cell adds a card that begins with that letter. */
	function startTyping(stop: HTMLElement, letter: string): boolean {
		stop.dispatchEvent(new CustomEvent('type', { detail: letter }));
		return true;
	}

	function onkeydown(event: KeyboardEvent): void {
		keyboard = true;
		const stop = (event.target as HTMLElement).closest<HTMLElement>('[data-stop]');
		const id = stop?.dataset.stop;
		if (!stop || !id || event.defaultPrevented || event.isComposing) return;
		if (event.target !== stop) return;
		if (handle(stop, id, event)) event.preventDefault();
	}

	function handle(stop: HTMLElement, id: string, event: KeyboardEvent): boolean {
		const command = event.ctrlKey || event.metaKey;
		if (event.altKey && event.key in STEPS) return moveThing(id, stop.dataset.kind, event);
		if (event.altKey && event.key !== 'Enter') return false; // zoom, or the browser's own
		if (event.key === 'Tab' && !command) return go(id, event.shiftKey ? 'previous' : 'next');
		if (command && event.key === 'Home') return go(id, 'first');
		if (command && event.key === 'End') return go(id, 'last');
		if (command && event.key.toLowerCase() === 'a') return pickRow(stop);
		if (command) return false;
		const direction = MOVES[event.key];
		if (direction && event.shiftKey && isPickable(stop)) return extend(stop, id, direction);
		if (direction && !(isSlider(stop) && (direction === 'up' || direction === 'down')))
			return go(id, direction) || true;
		return act(stop, id, event);
	}

	return {
		onkeydown,
		pickTo,
		goNext: (stop: string) => void requestAnimationFrame(() => go(stop, 'next')),
		byKeyboard: () => keyboard,
		pointerUsed: () => {
			keyboard = false;
		},
	};
}

function isTyped(event: KeyboardEvent): boolean {
	return event.key.length === 1 && event.key !== '?' && !event.ctrlKey && !event.metaKey && !event.altKey;
}
