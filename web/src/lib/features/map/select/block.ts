/** Moving several things at once: what that is in ops. Pure, as `edits.ts`. */
import type { Card, Journey } from '$lib/api';
import type { Op } from '$lib/ops';
import { cellCards } from '../edits';

/** Where a card goes; `before` is the card of the cell that it stands in front of, missing = last. */
export interface Place {
	stageId: string;
	laneId: string;
	before?: string;
}

/** Ids in the order in which the map shows them: by stage, lane and rank. */
export function inMapOrder(journey: Journey, ids: Iterable<string>): string[] {
	const stage = new Map(journey.stages.map((s) => [s.id, s.order]));
	const lane = new Map(journey.lanes.map((l) => [l.id, l.order]));
	const cards = new Map(journey.cards.map((c) => [c.id, c]));
	const rank = (id: string): [number, number, number] => {
		const card = cards.get(id);
		if (!card) return [Infinity, Infinity, Infinity];
		return [stage.get(card.stageId) ?? 0, lane.get(card.laneId) ?? 0, card.order];
	};
	return [...ids].sort((x, y) => {
		const [a, b] = [rank(x), rank(y)];
		return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || 0;
	});
}

/** Moves cards to one cell, as a block in the given order. Empty when they stand there already. */
export function moveBlock(journey: Journey, ids: readonly string[], to: Place): Op[] {
	const moving = new Set(ids);
	const cell = cellCards(journey, to.stageId, to.laneId).map((c) => c.id);
	const standing = cell.filter((id) => !moving.has(id));
	const at = to.before === undefined ? -1 : rankOf(cell, standing, to.before);
	const wanted = at < 0 ? [...standing, ...ids] : [...standing.slice(0, at), ...ids, ...standing.slice(at)];
	if (wanted.length === cell.length && wanted.every((id, i) => id === cell[i])) return [];

	// Each step counts the cards that stand there at that moment.
	const now = [...cell];
	let previous: string | undefined;
	return ids.map((id) => {
		if (now.includes(id)) now.splice(now.indexOf(id), 1);
		const next = at < 0 ? undefined : standing[at];
		const i = previous ? now.indexOf(previous) + 1 : next ? now.indexOf(next) : now.length;
		now.splice(i, 0, id);
		previous = id;
		return { op: 'move', id, pos: { stageId: to.stageId, laneId: to.laneId, order: i + 1 } };
	});
}

/** The place among the cards that stay of a card that may itself be moving. */
function rankOf(cell: readonly string[], standing: readonly string[], before: string): number {
	const next = cell.slice(cell.indexOf(before)).find((id) => standing.includes(id));
	return cell.includes(before) && next !== undefined ? standing.indexOf(next) : -1;
}

type Entity = { id: string; stageId?: string };

/** Opportunities, actions and measures among these ids. */
export function entitiesAmong(journey: Journey, ids: ReadonlySet<string>): Entity[] {
	const all: Entity[] = [...journey.opportunities, ...journey.actions, ...journey.metrics];
	return all.filter((entity) => ids.has(entity.id));
}

/** Moves everything picked to one stage; cards keep their lane and stand after those that are there. */
export function moveToStage(journey: Journey, ids: readonly string[], stageId: string): Op[] {
	const ordered = inMapOrder(journey, ids);
	const cards = new Map(journey.cards.map((c) => [c.id, c]));
	const moves = byLane(ordered.flatMap((id) => cards.get(id) ?? []).filter((c) => c.stageId !== stageId));
	return [
		...moves.flatMap(([laneId, list]) => moveBlock(journey, list, { stageId, laneId })),
		...entitiesAmong(journey, new Set(ids))
			.filter((entity) => entity.stageId !== stageId)
			.map((entity): Op => ({ op: 'set', id: entity.id, key: 'stageId', value: stageId })),
	];
}

function byLane(cards: readonly Card[]): [string, string[]][] {
	const lanes = new Map<string, string[]>();
	for (const card of cards) lanes.set(card.laneId, [...(lanes.get(card.laneId) ?? []), card.id]);
	return [...lanes];
}

/** One stage further or back with everything picked; `undefined` when something would leave the map. */
export function shiftStage(
	journey: Journey,
	ids: readonly string[],
	stages: readonly string[],
	direction: -1 | 1,
): Op[] | undefined {
	const things = [
		...journey.cards.filter((c) => ids.includes(c.id)),
		...entitiesAmong(journey, new Set(ids)),
	];
	const byStage = new Map<string, string[]>();
	for (const { id, stageId } of things) {
		const to = stages[stages.indexOf(stageId ?? '') + direction];
		if (!to || !stageId || !stages.includes(stageId)) return undefined;
		byStage.set(to, [...(byStage.get(to) ?? []), id]);
	}
	// The stage that others move into empties first, so that nobody is moved twice.
	const targets = [...byStage].sort((a, b) => (stages.indexOf(b[0]) - stages.indexOf(a[0])) * direction);
	return targets.flatMap(([stageId, own]) => moveToStage(journey, own, stageId));
}

/** To another lane with all cards, each within its stage. */
export function shiftLane(journey: Journey, ids: readonly string[], laneId: string): Op[] {
	const cards = new Map(journey.cards.map((c) => [c.id, c]));
	const byStage = new Map<string, string[]>();
	for (const id of inMapOrder(journey, ids)) {
		const stageId = cards.get(id)?.stageId;
		if (stageId) byStage.set(stageId, [...(byStage.get(stageId) ?? []), id]);
	}
	return [...byStage].flatMap(([stageId, own]) => moveBlock(journey, own, { stageId, laneId }));
}

/** The ops that give cards a tag, or take it away. Cards that have it already, or have not, stay as they are. */
export function tagCards(journey: Journey, ids: readonly string[], tag: string, on: boolean): Op[] {
	const chosen = new Set(ids);
	return journey.cards
		.filter((card) => chosen.has(card.id) && (card.tags?.includes(tag) ?? false) !== on)
		.map((card): Op => {
			const rest = (card.tags ?? []).filter((each) => each !== tag);
			const tags = on ? [...rest, tag] : rest;
			return { op: 'set', id: card.id, key: 'tags', value: tags.length ? tags : null };
		});
}
