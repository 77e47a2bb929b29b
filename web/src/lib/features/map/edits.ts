/**
 * What each edit of the map is in ops. Pure: a journey and a wish in, ops out; the caller sends them as one
 * transaction, so that undo takes the whole edit back in one step.
 */
import type { Action, Card, CardType, Journey, LaneType, LText, Stage } from '$lib/api';
import type { Lang } from '$lib/i18n';
import { newId, type Op } from '$lib/ops';

/** Longest title the document takes, in characters. */
export const TITLE_LENGTH_MAX = 200;
/** Longest body text, in characters. */
export const BODY_LENGTH_MAX = 4000;
/** A journey has 1 to this many stages. */
export const STAGES_MAX = 20;

/** Ops of one edit and the id of what it made, to select it. */
export interface Made {
	id: string;
	ops: Op[];
}

const bySortedOrder = <T extends { order: number }>(list: readonly T[]) =>
	[...list].sort((a, b) => a.order - b.order);

/** Cards of one cell, in order. */
export function cellCards(journey: Journey, stageId: string, laneId: string): Card[] {
	return bySortedOrder(journey.cards.filter((c) => c.stageId === stageId && c.laneId === laneId));
}

/** Sets one text of one language; an empty text is taken away. */
export function setText(id: string, key: string, lang: Lang, text: string): Op[] {
	return [{ op: 'set', id, key: `${key}.${lang}`, value: text.trim() || null }];
}

/** A new card at a rank of its cell; without a rank it is the last. */
export function addCard(
	type: CardType,
	at: { stageId: string; laneId: string; order?: number },
	lang: Lang,
	title: string,
): Made {
	const id = newId();
	return {
		id,
		ops: [{ op: 'insert', id, type: 'card', pos: at, props: { type, title: { [lang]: title } } }],
	};
}

/** A new opportunity, action or measure of a stage. */
export function addEntity(
	kind: 'opportunity' | 'action' | 'metric',
	stageId: string,
	lang: Lang,
	title: string,
	channelId: string | undefined,
): Made {
	const id = newId();
	const text: LText = { [lang]: title };
	const props = {
		opportunity: { stageId, title: text, type: 'experience', status: 'idea' },
		action: { stageId, title: text, status: 'open', aim: 'experience', channelId },
		metric: { stageId, name: text, unit: 'number', better: 'higher' },
	}[kind];
	return { id, ops: [{ op: 'insert', id, type: kind, props }] };
}

/** The channel an action gets when nobody chose one: "way of working (no channel)". */
export function noChannel(channels: readonly { id: string }[]): string | undefined {
	return (channels.find((c) => /(^|[-/])process$/.test(c.id)) ?? channels.at(-1))?.id;
}

/** Moves a card; `order` counts the cell's other cards. `undefined` when it already stands there. */
export function moveCard(
	card: Card,
	to: { stageId: string; laneId: string; order: number },
): Op[] | undefined {
	const stays = card.stageId === to.stageId && card.laneId === to.laneId && card.order === to.order;
	// A drop knows more about its place than an op may carry.
	const { stageId, laneId, order } = to;
	return stays ? undefined : [{ op: 'move', id: card.id, pos: { stageId, laneId, order } }];
}

/** A direction of moving a card by keyboard. */
export type CardStep = 'earlier' | 'later' | 'stageBefore' | 'stageAfter' | 'laneAbove' | 'laneBelow';

/**
 * One step of a card by keyboard: earlier and later walk through the cell and on into the next stage.
 * `lanes` are the shown lanes that take this card, in order. `undefined` at the edge of the map.
 */
export function stepCard(
	journey: Journey,
	card: Card,
	direction: CardStep,
	lanes: readonly string[],
): { stageId: string; laneId: string; order: number } | undefined {
	const { stageId, laneId } = card;
	const stages = bySortedOrder(journey.stages).map((s) => s.id);
	const neighbour = (d: number) => stages[stages.indexOf(stageId) + d];
	const size = (stage: string) => cellCards(journey, stage, laneId).filter((c) => c.id !== card.id).length;
	const into = (stage: string | undefined, order: number) =>
		stage === undefined ? undefined : { stageId: stage, laneId, order };
	switch (direction) {
		case 'earlier': {
			if (card.order > 1) return { stageId, laneId, order: card.order - 1 };
			const before = neighbour(-1);
			return into(before, before ? size(before) + 1 : 1);
		}
		case 'later':
			return card.order <= size(stageId) ? { stageId, laneId, order: card.order + 1 } : into(neighbour(1), 1);
		case 'stageBefore':
		case 'stageAfter': {
			const stage = neighbour(direction === 'stageBefore' ? -1 : 1);
			return into(stage, stage ? size(stage) + 1 : 1);
		}
		case 'laneAbove':
		case 'laneBelow': {
			const lane = lanes[lanes.indexOf(laneId) + (direction === 'laneBelow' ? 1 : -1)];
			if (!lane || !lanes.includes(laneId)) return undefined;
			return { stageId, laneId: lane, order: cellCards(journey, stageId, lane).length + 1 };
		}
	}
}

/** A new stage with a name, at a rank. */
export function addStage(order: number, lang: Lang, name: string): Made {
	const id = newId();
	return {
		id,
		ops: [{ op: 'insert', id, type: 'stage', pos: { order }, props: { name: { [lang]: name } } }],
	};
}

/** What hangs on a stage and would disappear with it. */
export function heldByStage(journey: Journey, stageId: string): { cards: number; others: number } {
	const of = (list: readonly { stageId?: string }[]) => list.filter((e) => e.stageId === stageId).length;
	return {
		cards: of(journey.cards),
		others: of(journey.opportunities) + of(journey.actions) + of(journey.metrics),
	};
}

/** The stage that takes over when `stage` goes: the one before, or the one after the first. */
export function neighbourOf(journey: Journey, stageId: string): Stage | undefined {
	const stages = bySortedOrder(journey.stages);
	const i = stages.findIndex((s) => s.id === stageId);
	return stages[i - 1] ?? stages[i + 1];
}

/** Deletes a stage with all that is in it. */
export function deleteStage(stageId: string): Op[] {
	return [{ op: 'delete', id: stageId }];
}

/**
 * Moves everything of a stage to its neighbour and deletes the stage. Cards keep their order and stand
 * after those of an earlier stage, or before those of a later one.
 */
export function mergeStage(journey: Journey, stageId: string, into: Stage): Op[] {
	const from = journey.stages.find((s) => s.id === stageId);
	const before = from !== undefined && from.order < into.order;
	const cards = bySortedOrder(journey.cards.filter((c) => c.stageId === stageId));
	const counts = new Map<string, number>();
	for (const c of journey.cards) {
		if (c.stageId === into.id) counts.set(c.laneId, (counts.get(c.laneId) ?? 0) + 1);
	}
	const placed = new Map<string, number>();
	const moves = cards.map((card): Op => {
		const k = (placed.get(card.laneId) ?? 0) + 1;
		placed.set(card.laneId, k);
		const order = before ? k : (counts.get(card.laneId) ?? 0) + k;
		return { op: 'move', id: card.id, pos: { stageId: into.id, laneId: card.laneId, order } };
	});
	const others: { id: string; stageId?: string }[] = [
		...journey.opportunities,
		...journey.actions,
		...journey.metrics,
	];
	const sets = others
		.filter((e) => e.stageId === stageId)
		.map((e): Op => ({ op: 'set', id: e.id, key: 'stageId', value: into.id }));
	return [...moves, ...sets, ...deleteStage(stageId)];
}

/** Moves a stage or a lane to a rank. */
export function moveTo(id: string, order: number): Op[] {
	return [{ op: 'move', id, pos: { order } }];
}

/** A new lane; the name is only kept when it differs from the usual one. */
export function addLane(type: LaneType, order: number, lang: Lang, name: string | undefined): Made {
	const id = newId();
	const props = { type, ...(name ? { name: { [lang]: name } } : {}) };
	return { id, ops: [{ op: 'insert', id, type: 'lane', pos: { order }, props }] };
}

/** The status an action gets when its ring is clicked: open, in progress, done, open. */
export function nextStatus(status: Action['status']): Action['status'] {
	return status === 'open' ? 'doing' : status === 'doing' ? 'done' : 'open';
}
