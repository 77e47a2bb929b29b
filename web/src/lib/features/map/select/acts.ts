/** What is done with several picked things at once. Each act is one edit, so undo takes it back in one step. */
import type { Card } from '$lib/api';
import { m } from '$lib/i18n';
import { placeCard, removeEntity } from '../actions';
import { cellCards, type CardStep } from '../edits';
import { laneTakes } from '../kinds';
import type { MapState } from '../state.svelte';
import * as block from './block';

/** Kinds of stops that can be picked. */
const PICKABLE = new Set(['card', 'opportunity', 'action', 'metric']);

export function isPickable(stop: HTMLElement): boolean {
	return PICKABLE.has(stop.dataset.kind ?? '');
}

/** Tells how many are picked now. */
export function tellPicked(map: MapState): void {
	const n = map.picked.size;
	map.announce(n === 0 ? m.map_picked_none() : n === 1 ? m.map_picked_one() : m.map_picked({ n }));
}

/** Ctrl and click: one more, or one less. The card whose details are open is the first of them. */
export function togglePicked(map: MapState, id: string): void {
	if (map.picked.size === 0 && map.selected && map.selected !== id) map.picked.set([map.selected]);
	map.picked.toggle(id);
	tellPicked(map);
}

/** Everything between the anchor and `ids`' end, as the grid gave it. */
export function pickRange(map: MapState, ids: readonly string[]): void {
	map.picked.set(ids);
	tellPicked(map);
}

/** All cards of a lane. */
export function pickLane(map: MapState, laneId: string): void {
	const lane = map.laneOf(laneId);
	const stages = new Set(map.shownStages.map((stage) => stage.id));
	const { opportunities, actions, metrics } = map.journey;
	const others = { opportunity: opportunities, action: actions, metric: metrics };
	const list: readonly { id: string; stageId?: string }[] =
		others[lane?.type as keyof typeof others] ?? map.shown.cards.filter((card) => card.laneId === laneId);
	map.picked.set(list.filter((each) => stages.has(each.stageId ?? '')).map((each) => each.id));
	tellPicked(map);
}

export function clearPicked(map: MapState): void {
	map.picked.clear();
	tellPicked(map);
}

/** Deletes what is picked, or the one thing that has the focus. */
export function removePicked(map: MapState, id: string): void {
	const ids = map.picked.with(id);
	if (ids.length === 1) removeEntity(map, id);
	else map.remove(inFront(ids, id), m.map_did_many_delete({ n: ids.length }));
}

/** The one with the focus first: where the focus goes when all are gone follows from it. */
const inFront = (ids: readonly string[], id: string) => [id, ...ids.filter((each) => each !== id)];

export function movePickedTo(map: MapState, stageId: string): void {
	const ids = [...map.picked.ids];
	const ops = block.moveToStage(map.journey, ids, stageId);
	if (!map.editMany(ops, m.map_did_many_move({ n: ids.length }))) return;
	map.announce(m.map_said_many_moved({ n: ids.length, stage: map.t(map.stageOf(stageId)?.name) }));
}

/** Gives all picked cards a tag, or takes it away. */
export function tagPicked(map: MapState, tag: string, on: boolean): void {
	const ops = block.tagCards(map.journey, [...map.picked.ids], tag, on);
	const label = on ? m.map_did_tag({ tag }) : m.map_did_untag({ tag });
	if (map.editMany(ops, label)) map.announce(label);
}

/** Alt and an arrow, with several picked: one stage or lane further. */
export function stepPicked(map: MapState, id: string, direction: CardStep): void {
	const ids = [...map.picked.ids];
	const back = direction === 'earlier' || direction === 'stageBefore';
	const sideways = back || direction === 'later' || direction === 'stageAfter';
	const ops = sideways
		? block.shiftStage(
				map.journey,
				ids,
				map.shownStages.map((s) => s.id),
				back ? -1 : 1,
			)
		: laneOps(map, ids, direction === 'laneAbove' ? -1 : 1);
	if (!ops || !map.editMany(ops, m.map_did_many_move({ n: ids.length }))) {
		map.announce(m.map_said_many_edge());
		return;
	}
	map.announce(m.map_did_many_move({ n: ids.length }));
	map.focus(id);
}

/** To the next lane that takes them all, when they all stand in one. */
function laneOps(map: MapState, ids: readonly string[], direction: -1 | 1) {
	const cards = ids.flatMap((id) => map.cardById.get(id) ?? []);
	const from = cards[0]?.laneId;
	if (cards.length < ids.length || !cards.every((card) => card.laneId === from)) return undefined;
	const fits = map.shownLanes.filter(
		(lane) => lane.id === from || cards.every((card) => laneTakes(lane.type, card.type)),
	);
	const lane = fits[fits.findIndex((each) => each.id === from) + direction];
	return lane && block.shiftLane(map.journey, ids, lane.id);
}

/**
 * Drops a card in a cell, and with it all that is picked: what lies in its lane comes to the cell as well, the rest
 * comes to the stage and keeps its lane.
 */
export function dropCards(map: MapState, card: Card, to: block.Place): void {
	const ids = map.picked.with(card.id);
	if (ids.length === 1) {
		const cell = cellCards(map.journey, to.stageId, to.laneId).filter((each) => each.id !== card.id);
		const at = cell.findIndex((each) => each.id === to.before);
		const order = (at < 0 ? cell.length : at) + 1;
		placeCard(map, card, { stageId: to.stageId, laneId: to.laneId, order });
		return;
	}
	const lane = map.laneOf(to.laneId);
	const along = (id: string) => {
		const other = map.cardById.get(id);
		return other?.laneId === card.laneId && laneTakes(lane?.type ?? '', other.type);
	};
	const ordered = block.inMapOrder(map.journey, ids);
	const ops = [
		...block.moveBlock(map.journey, ordered.filter(along), to),
		...block.moveToStage(
			map.journey,
			ordered.filter((id) => !along(id)),
			to.stageId,
		),
	];
	if (!map.editMany(ops, m.map_did_many_move({ n: ids.length }))) return;
	map.announce(m.map_said_many_moved({ n: ids.length, stage: map.t(map.stageOf(to.stageId)?.name) }));
}
