/** Dragging cards and stages with the pointer. The keyboard does the same with Alt and arrows. */
import { moveStage } from './actions';
import { laneTakes } from './kinds';
import { dropCards } from './select/acts';
import type { Place } from './select/block';
import type { MapState } from './state.svelte';

/** Pixels before a press becomes a drag. */
const THRESHOLD = 5;
/** Width of the border along which the board scrolls while dragging, and pixels per frame. */
const EDGE = 48;
const SPEED = 14;

/** What is dragged, and where it would land. */
interface Drag {
	start(): void;
	move(x: number, y: number): void;
	drop(): void;
	end(): void;
}

/** Begins a drag when the press on the board is on something that can be dragged. */
export function startDragging(map: MapState, board: HTMLElement, event: PointerEvent): void {
	if (event.button !== 0 || event.pointerType === 'touch') return;
	const target = event.target as HTMLElement;
	const grip = target.closest<HTMLElement>('[data-grip]');
	if (!grip && target.closest('button, textarea, a, [role="slider"]')) return;
	const stage = target.closest<HTMLElement>('[data-stage]');
	const card = target.closest<HTMLElement>('[data-drag]');
	const drag = stage ? stageDrag(map, board, stage) : card ? cardDrag(map, card, event) : undefined;
	if (drag) follow(board, event, drag);
}

function follow(board: HTMLElement, first: PointerEvent, drag: Drag): void {
	let started = false;
	let at = { x: first.clientX, y: first.clientY };
	let frame = 0;
	const abort = new AbortController();
	const { signal } = abort;

	function scroll() {
		const box = board.getBoundingClientRect();
		const towards = (v: number, low: number, high: number) =>
			v < low + EDGE ? -SPEED : v > high - EDGE ? SPEED : 0;
		board.scrollBy(towards(at.x, box.left + 212, box.right), towards(at.y, box.top + 90, box.bottom));
		drag.move(at.x, at.y);
		frame = requestAnimationFrame(scroll);
	}

	function move(event: PointerEvent) {
		at = { x: event.clientX, y: event.clientY };
		if (!started && Math.hypot(at.x - first.clientX, at.y - first.clientY) > THRESHOLD) {
			started = true;
			document.body.classList.add('dragging-map');
			drag.start();
			frame = requestAnimationFrame(scroll);
		}
		if (started) drag.move(at.x, at.y);
	}

	function finish(drop: boolean) {
		abort.abort();
		cancelAnimationFrame(frame);
		if (!started) return;
		document.body.classList.remove('dragging-map');
		drag.end();
		if (drop) drag.drop();
		swallowClick();
	}

	addEventListener('pointermove', move, { signal });
	addEventListener('pointerup', () => finish(true), { signal });
	addEventListener('pointercancel', () => finish(false), { signal });
	addEventListener(
		'keydown',
		(event) => {
			if (event.key !== 'Escape') return;
			event.stopPropagation();
			finish(false);
		},
		{ signal, capture: true },
	);
}

/** The click that ends a drag is not a click on the card. */
function swallowClick(): void {
	const abort = new AbortController();
	addEventListener('click', (event) => event.stopPropagation(), { capture: true, signal: abort.signal });
	setTimeout(() => abort.abort(), 0);
}

/** A line in the accent colour where the thing will land. */
function makeMark(): HTMLElement {
	const mark = document.createElement('div');
	mark.className = 'dropmark';
	mark.hidden = true;
	document.body.append(mark);
	return mark;
}

function showMark(
	mark: HTMLElement,
	box: { left: number; top: number; width: number; height: number } | undefined,
): void {
	mark.hidden = !box;
	if (!box) return;
	for (const side of ['left', 'top', 'width', 'height'] as const) mark.style[side] = `${box[side]}px`;
}

function cardDrag(map: MapState, node: HTMLElement, event: PointerEvent): Drag | undefined {
	const card = map.cardById.get(node.dataset.stop ?? '');
	if (!card) return undefined;
	const box = node.getBoundingClientRect();
	const offset = { x: event.clientX - box.left, y: event.clientY - box.top };
	let ghost: HTMLElement | undefined;
	let mark: HTMLElement | undefined;
	let target: Place | undefined;
	return {
		start() {
			map.lifted = card.id;
			ghost = makeGhost(node, box.width, map.compact);
			mark = makeMark();
		},
		move(x, y) {
			if (!ghost || !mark) return;
			ghost.style.transform = `translate(${x - offset.x}px, ${y - offset.y}px)`;
			const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-cell]');
			const lane = map.laneOf(cell?.dataset.lane ?? '');
			if (!cell || !lane || !laneTakes(lane.type, card.type)) {
				target = undefined;
				return showMark(mark, undefined);
			}
			const place = placeIn(cell, card.id, x, y, map.compact);
			target = { stageId: cell.dataset.cell ?? '', laneId: lane.id, before: place.before };
			showMark(mark, place.box);
		},
		drop() {
			if (target) dropCards(map, card, target);
		},
		end() {
			map.lifted = undefined;
			ghost?.remove();
			mark?.remove();
		},
	};
}

function makeGhost(node: HTMLElement, width: number, compact: boolean): HTMLElement {
	const ghost = document.createElement('div');
	ghost.className = compact ? 'dragghost compact' : 'dragghost';
	ghost.style.width = `${width}px`;
	const tint = node.closest('.lane')?.className.match(/k-\w+/)?.[0] ?? '';
	const inner = document.createElement('div');
	inner.className = `${tint} ${node.parentElement?.classList.contains('mom') ? 'mom' : ''}`;
	const copy = node.cloneNode(true) as HTMLElement;
	for (const name of ['data-stop', 'data-kind', 'data-drag', 'id', 'tabindex']) copy.removeAttribute(name);
	copy.querySelector('.hovtools')?.remove();
	inner.append(copy);
	ghost.append(inner);
	ghost.ariaHidden = 'true';
	document.body.append(ghost);
	return ghost;
}

/** The card of a cell that it would stand in front of, and the line that shows it. */
function placeIn(cell: HTMLElement, own: string, x: number, y: number, stacked: boolean) {
	const cards = [...cell.querySelectorAll<HTMLElement>('[data-drag]')].filter((c) => c.dataset.stop !== own);
	const boxes = cards.map((c) => c.getBoundingClientRect());
	const before = boxes.findIndex((b) => {
		if (stacked) return y < b.top + b.height / 2;
		return y < b.top || (y <= b.bottom + 4 && x < b.left + b.width / 2);
	});
	const at = before < 0 ? boxes.length : before;
	const next = boxes[at];
	const last = boxes[at - 1];
	const whole = cell.getBoundingClientRect();
	const box = stacked
		? {
				left: whole.left + 8,
				top: next ? next.top - 5 : (last?.bottom ?? whole.top + 6) + 2,
				width: whole.width - 16,
				height: 3,
			}
		: next
			? { left: next.left - 6, top: next.top, width: 3, height: next.height }
			: {
					left: last ? last.right + 3 : whole.left + 8,
					top: last?.top ?? whole.top + 8,
					width: 3,
					height: last?.height ?? whole.height - 16,
				};
	return { before: cards[at]?.dataset.stop, box };
}

function stageDrag(map: MapState, board: HTMLElement, node: HTMLElement): Drag | undefined {
	const stage = map.stageOf(node.dataset.stage ?? '');
	if (!stage || map.stages.length < 2) return undefined;
	let mark: HTMLElement | undefined;
	let order: number | undefined;
	/** A filter may leave stages out, so the rank follows from the stage it would stand in front of. */
	const rankBefore = (next: HTMLElement | undefined) => {
		const others = map.stages.filter((s) => s.id !== stage.id);
		const at = others.findIndex((s) => s.id === next?.dataset.stage);
		return (at < 0 ? others.length : at) + 1;
	};
	return {
		start() {
			mark = makeMark();
			node.style.opacity = '0.4';
		},
		move(x) {
			if (!mark) return;
			const others = [...board.querySelectorAll<HTMLElement>('[data-stage]')].filter((n) => n !== node);
			const boxes = others.map((n) => n.getBoundingClientRect());
			const before = boxes.findIndex((b) => x < b.left + b.width / 2);
			const at = before < 0 ? boxes.length : before;
			const edge = boxes[at]?.left ?? (boxes.at(-1)?.right as number);
			const view = board.getBoundingClientRect();
			const top = boxes[0]?.top ?? view.top;
			showMark(mark, { left: edge - 1, top, width: 3, height: view.bottom - top });
			order = rankBefore(others[at]);
		},
		drop() {
			if (order !== undefined) moveStage(map, stage, order);
		},
		end() {
			node.style.opacity = '';
			mark?.remove();
		},
	};
}
