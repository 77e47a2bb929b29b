/**
 * What buttons, menus (`menus.ts`) and keys of the map do: an edit, its words for undo, what is announced, and where the
 * focus goes. The ops themselves are in `edits.ts`.
 */
import type { Action, Card, Lane, LaneType, Metric, Opportunity, Stage } from '$lib/api';
import { m } from '$lib/i18n';
import { toasts } from '$lib/state';
import * as edits from './edits';
import { laneTakes } from './kinds';
import { heldWords, laneName, statusName } from './names';
import type { Draft, MapState } from './state.svelte';

/** How a text field was left. */
export type Left = 'enter' | 'tab' | 'leave';

/* ---- Stages ---- */

/** Adds a stage at a rank and starts naming it. */
export function newStage(map: MapState, order: number): void {
	if (map.stages.length >= edits.STAGES_MAX) {
		toasts.show(m.map_stage_max({ n: edits.STAGES_MAX }), { tone: 'bad' });
		return;
	}
	const { id, ops } = edits.addStage(order, map.lang, m.map_new_stage());
	if (!map.edit(ops, m.map_did_stage_add())) return;
	map.announce(m.map_did_stage_add());
	map.startEdit(id);
}

export function renameStage(map: MapState, stage: Stage, name: string, how: Left): void {
	map.stopEdit();
	if (name && name !== map.t(stage.name)) {
		map.edit(edits.setText(stage.id, 'name', map.lang, name), m.map_did_stage_name());
	}
	if (how !== 'leave') map.focus(stage.id);
}

export function moveStage(map: MapState, stage: Stage, order: number): void {
	if (order < 1 || order > map.stages.length || order === stage.order) return;
	const name = map.t(stage.name);
	if (!map.edit(edits.moveTo(stage.id, order), m.map_did_stage_move({ stage: name }))) return;
	map.announce(m.map_said_stage_moved({ stage: name, place: order, all: map.stages.length }));
	map.focus(stage.id);
}

/** Asks what to do with what is in it; an empty stage just goes. */
export function askDeleteStage(map: MapState, stage: Stage): void {
	if (map.stages.length <= 1) {
		toasts.show(m.map_stage_last(), { tone: 'bad' });
		return;
	}
	const held = edits.heldByStage(map.journey, stage.id);
	if (held.cards + held.others > 0) map.dialog = { kind: 'deleteStage', stageId: stage.id };
	else deleteStage(map, stage, edits.deleteStage(stage.id));
}

export function deleteStage(map: MapState, stage: Stage, ops: ReturnType<typeof edits.deleteStage>): void {
	const next = edits.neighbourOf(map.journey, stage.id);
	const held = edits.heldByStage(map.journey, stage.id);
	const gone = ops.length > 1 ? { cards: 0, others: 0 } : held;
	map.remove([stage.id], goneWith(m.map_did_stage_delete({ stage: map.t(stage.name) }), gone), ops);
	if (next) map.focus(next.id);
}

/** The rank of the next stage on screen in that direction; a filter may leave stages out. */
export function stageRank(map: MapState, stage: Stage, direction: -1 | 1): number | undefined {
	const at = map.shownStages.findIndex((s) => s.id === stage.id);
	return at < 0 ? undefined : map.shownStages[at + direction]?.order;
}

/** Moves a stage past the next one on screen. */
export function stepStage(map: MapState, stage: Stage, direction: -1 | 1): void {
	const order = stageRank(map, stage, direction);
	if (order !== undefined) moveStage(map, stage, order);
}

/** "Fase Kopen verwijderd, met 12 kaartjes": what went along is told. */
function goneWith(label: string, held: { cards: number; others: number }): string {
	const words = heldWords(held);
	return words ? m.map_did_with({ what: label, with: words }) : label;
}

/* ---- Lanes ---- */

export function renameLane(map: MapState, lane: Lane, name: string, how: Left): void {
	map.stopEdit();
	if (name !== laneName(lane, map.lang)) {
		map.edit(edits.setText(lane.id, 'name', map.lang, name), m.map_did_lane_name());
	}
	if (how !== 'leave') map.focus(lane.id);
}

/** Moves a lane past the next shown one. */
export function moveLane(map: MapState, lane: Lane, direction: -1 | 1): void {
	const shown = map.shownLanes;
	const target = shown[shown.findIndex((l) => l.id === lane.id) + direction];
	if (!target) return;
	const name = laneName(lane, map.lang);
	if (!map.edit(edits.moveTo(lane.id, target.order), m.map_did_lane_move({ lane: name }))) return;
	const place = map.shownLanes.findIndex((l) => l.id === lane.id) + 1;
	map.announce(m.map_said_lane_moved({ lane: name, place, all: shown.length }));
	map.focus(lane.id);
}

export function setLaneHidden(map: MapState, lane: Lane, hidden: boolean): void {
	const words = { lane: laneName(lane, map.lang) };
	const label = hidden ? m.map_did_lane_hide(words) : m.map_did_lane_show(words);
	if (map.shown.view) {
		map.shown.hideInView(lane.id, hidden);
		map.announce(label);
		return;
	}
	if (!map.edit([{ op: 'set', id: lane.id, key: 'hidden', value: hidden }], label)) return;
	map.announce(label);
	if (hidden) toasts.show(label, { action: { label: m.map_undo(), run: () => map.undo() } });
	else map.focus(lane.id);
}

export function newLane(map: MapState, type: LaneType, order: number, name: string): void {
	const { id, ops } = edits.addLane(type, order, map.lang, name || undefined);
	if (!map.edit(ops, m.map_did_lane_add())) return;
	map.announce(m.map_did_lane_add());
	map.setFolded(id, false);
	map.focus(id);
}

/** Deletes a lane with the cards in it. */
export function removeLane(map: MapState, lane: Lane): void {
	const shown = map.shownLanes;
	const at = shown.findIndex((l) => l.id === lane.id);
	const next = shown[at + 1] ?? shown[at - 1];
	const cards = map.journey.cards.filter((card) => card.laneId === lane.id).length;
	const label = m.map_did_lane_delete({ lane: laneName(lane, map.lang) });
	map.remove([lane.id], goneWith(label, { cards, others: 0 }));
	if (next) map.focus(next.id);
}

/* ---- Cards ---- */

/** Keeps an edited title. An emptied one stays what it was. */
export function saveTitle(
	map: MapState,
	id: string,
	stop: string,
	before: string,
	title: string,
	how: Left,
	key = 'title',
): void {
	map.stopEdit();
	if (title && title !== before) map.edit(edits.setText(id, key, map.lang, title), m.map_did_title());
	if (how !== 'leave') map.focus(stop);
	if (how === 'tab') map.goNext(stop);
}

/** Keeps what was typed into a cell. Answers the id of what was made. */
export function saveDraft(
	map: MapState,
	draft: Draft,
	type: Card['type'],
	title: string,
	how: Left,
): string | undefined {
	map.draft = undefined;
	const stop = `add|${draft.stageId}|${draft.laneId}`;
	if (!title) {
		if (how !== 'leave') map.focus(stop);
		return undefined;
	}
	const channel = edits.noChannel(map.workspace.channels);
	const made =
		draft.kind === 'card'
			? edits.addCard(
					type,
					{ stageId: draft.stageId, laneId: draft.laneId, order: draft.order },
					map.lang,
					title,
				)
			: edits.addEntity(draft.kind, draft.stageId, map.lang, title, channel);
	const label = {
		card: m.map_did_card_add,
		opportunity: m.map_did_opportunity_add,
		action: m.map_did_action_add,
		metric: m.map_did_metric_add,
	}[draft.kind]();
	if (!map.edit(made.ops, label)) return undefined;
	map.announce(label);
	if (how !== 'leave') map.focus(made.id);
	if (how === 'tab') map.goNext(made.id);
	return made.id;
}

/** Puts a card somewhere and tells where it is now. */
export function placeCard(
	map: MapState,
	card: Card,
	to: { stageId: string; laneId: string; order: number },
): void {
	if (!map.edit(edits.moveCard(card, to), m.map_did_card_move())) return;
	const lane = map.laneOf(to.laneId);
	map.announce(
		m.map_said_card_moved({
			card: map.t(card.title),
			stage: map.t(map.stageOf(to.stageId)?.name),
			lane: lane ? laneName(lane, map.lang) : '',
			place: to.order,
			all: map.cell(to.stageId, to.laneId).length,
		}),
	);
	map.focus(card.id);
}

/** One step of a card by keyboard. */
export function stepCard(map: MapState, card: Card, direction: edits.CardStep): void {
	const lanes = map.shownLanes.filter((l) => laneTakes(l.type, card.type)).map((l) => l.id);
	const to = edits.stepCard(map.journey, card, direction, lanes);
	if (to) placeCard(map, card, to);
	else map.announce(m.map_said_card_edge());
}

/** Moves an opportunity, action or measure to the stage before or after its own. */
export function stepEntity(map: MapState, id: string, direction: -1 | 1): void {
	const { opportunities, actions, metrics } = map.journey;
	const entity = [...opportunities, ...actions, ...metrics].find((e) => e.id === id);
	const at = map.stages.findIndex((s) => s.id === entity?.stageId);
	const stage = map.stages[at + direction];
	if (!entity || at < 0 || !stage) return;
	const label = m.map_did_to_stage({ stage: map.t(stage.name) });
	if (!map.edit([{ op: 'set', id, key: 'stageId', value: stage.id }], label)) return;
	map.announce(label);
	map.focus(id);
}

/** Deletes a card, opportunity, action or measure. */
export function removeEntity(map: MapState, id: string): void {
	const label = labelOfDelete(map, id);
	if (label) map.remove([id], label);
}

function labelOfDelete(map: MapState, id: string): string | undefined {
	const { opportunities, actions, metrics } = map.journey;
	if (map.cardById.has(id)) return m.map_did_card_delete();
	if (opportunities.some((o: Opportunity) => o.id === id)) return m.map_did_opportunity_delete();
	if (actions.some((a: Action) => a.id === id)) return m.map_did_action_delete();
	return metrics.some((metric: Metric) => metric.id === id) ? m.map_did_metric_delete() : undefined;
}

/** Gives an action its next status. */
export function toggleAction(map: MapState, action: Action): void {
	const status = edits.nextStatus(action.status);
	const label = m.map_did_action_status({ status: statusName(status) });
	if (map.edit([{ op: 'set', id: action.id, key: 'status', value: status }], label)) map.announce(label);
}

/** Sets how a contact moment feels; the word goes when it does not fit the new value. */
export function setValence(map: MapState, card: Card, valence: number): void {
	if (valence === card.emotion?.valence) return;
	const ops = [{ op: 'set' as const, id: card.id, key: 'emotion.valence', value: valence }];
	const word = map.templates?.emotionWords.find((w) => w.key === card.emotion?.word);
	const fits = word === undefined || Math.sign(word.valence) === Math.sign(valence);
	const clear = fits ? [] : [{ op: 'set' as const, id: card.id, key: 'emotion.word', value: null }];
	map.edit([...ops, ...clear], m.map_did_emotion(), `emotion:${card.id}`);
}
