/** What splitting, merging and judging a stage is in ops. Pure; the page sends each as one transaction. */
import type { Journey, LText, Stage, StageExit } from '$lib/api';
import { mergeStage, type Made } from '$lib/features/map/edits';
import type { Lang } from '$lib/i18n';
import { newId, scoreId, type Op } from '$lib/ops';
import { kindsOf, saveWay, wayId, type Way } from './ways';

/** What can go along to the second half of a stage. */
export interface Contents {
	cards: readonly { id: string; title: LText; laneId: string }[];
	/** Opportunities, actions and measures. */
	others: readonly { id: string; title: LText }[];
}

/** Everything in a stage that has a place of its own, cards by lane and in order. */
export function contentsOf(journey: Journey, stageId: string): Contents {
	const lanes = [...journey.lanes].sort((a, b) => a.order - b.order).map((l) => l.id);
	const cards = journey.cards
		.filter((c) => c.stageId === stageId)
		.sort((a, b) => lanes.indexOf(a.laneId) - lanes.indexOf(b.laneId) || a.order - b.order);
	const here = <T extends { stageId?: string }>(list: readonly T[]) =>
		list.filter((e) => e.stageId === stageId);
	return {
		cards,
		others: [
			...here(journey.opportunities),
			...here(journey.actions),
			...here(journey.metrics).map(({ id, name }) => ({ id, title: name })),
		],
	};
}

/**
 * Makes a second stage after this one and moves what is chosen there. The halves share situation, leg and weight;
 * what was written about the stage stays with the first.
 */
export function splitStage(
	journey: Journey,
	stage: Stage,
	lang: Lang,
	name: string,
	chosen: ReadonlySet<string>,
): Made {
	const id = newId();
	const { situation, leg, weight } = stage;
	const props = Object.fromEntries(
		Object.entries({ name: { [lang]: name }, situation, leg, weight }).filter(([, v]) => v !== undefined),
	);
	const { cards, others } = contentsOf(journey, stage.id);
	const placed = new Map<string, number>();
	const moves = cards
		.filter((c) => chosen.has(c.id))
		.map(({ id: cardId, laneId }): Op => {
			const order = (placed.get(laneId) ?? 0) + 1;
			placed.set(laneId, order);
			return { op: 'move', id: cardId, pos: { stageId: id, laneId, order } };
		});
	const sets = others
		.filter((e) => chosen.has(e.id))
		.map((e): Op => ({ op: 'set', id: e.id, key: 'stageId', value: id }));
	return {
		id,
		ops: [{ op: 'insert', id, type: 'stage', pos: { order: stage.order + 1 }, props }, ...moves, ...sets],
	};
}

/** What a stage says about itself that a merged one takes over where it says nothing. */
const TEXTS = [
	'where',
	'when',
	'mindset',
	'ourRole',
	'improveRole',
	'customerQuestion',
	'guidingQuestion',
	'answer',
	'customerGoal',
	'ourGoal',
	'nextStepGoal',
] as const;

/**
 * Merges a stage into its neighbour: cards, opportunities, actions and measures move, exits are added, and what only
 * the merged stage had filled in – texts, scores, steps to other stages – goes along.
 */
export function mergeInto(journey: Journey, stage: Stage, into: Stage): Op[] {
	const texts = TEXTS.filter((key) => stage[key] && !into[key]).map((key): Op => ({
		op: 'set',
		id: into.id,
		key,
		value: stage[key],
	}));
	const exits: Op[] = stage.exits?.length
		? [{ op: 'set', id: into.id, key: 'exits', value: [...(into.exits ?? []), ...stage.exits] }]
		: [];
	// The stage goes last: what is taken from it must still be there.
	return [
		...texts,
		...exits,
		...scoresFor(journey, stage, into),
		...waysFor(journey, stage, into),
		...mergeStage(journey, stage.id, into),
	];
}

function scoresFor(journey: Journey, stage: Stage, into: Stage): Op[] {
	const own = new Set(
		journey.scores.filter((s) => s.stageId === into.id).map((s) => `${s.dimension}:${s.scorerId}`),
	);
	return journey.scores
		.filter((s) => s.stageId === stage.id && !own.has(`${s.dimension}:${s.scorerId}`))
		.flatMap((s): Op[] => {
			const id = scoreId(into.id, s.dimension, s.scorerId);
			return [
				{ op: 'set', id, key: 'value', value: s.value },
				...(s.reason ? [{ op: 'set', id, key: 'reason', value: s.reason } as const] : []),
			];
		});
}

/** Steps from and to the merged stage, now from and to the other; what would lead to itself is gone. */
function waysFor(journey: Journey, stage: Stage, into: Stage): Op[] {
	const left = journey.stages
		.filter((s) => s.id !== stage.id)
		.sort((a, b) => a.order - b.order)
		.map(({ id }, i) => ({ id, order: i + 1 }));
	const taken = new Set(journey.transitions.map(wayId));
	const end = (id: string) => (id === stage.id ? into.id : id);
	return journey.transitions
		.filter((t) => t.fromStageId === stage.id || t.toStageId === stage.id)
		.flatMap((t): Op[] => {
			const fromStageId = end(t.fromStageId);
			const toStageId = t.toStageId ? end(t.toStageId) : undefined;
			if (fromStageId === toStageId && t.kind !== 'repeat') return [];
			const kind = kindsOf(left, fromStageId, toStageId)[0] ?? t.kind;
			const way: Way = { ...t, fromStageId, toStageId, kind };
			if (taken.has(wayId(way))) return [];
			taken.add(wayId(way));
			return saveWay(undefined, way);
		});
}

/** Where people who leave a stage go, as far as the document has words for it. */
export const EXIT_ENDS = ['competitor', 'postpone', 'nothing'] as const;

/** The exits of a stage with one more. */
export function withExit(exits: readonly StageExit[] | undefined, reason: LText): StageExit[] {
	return [...(exits ?? []), { reason }];
}

/** The exits with one changed; `undefined` takes it away. Empty fields are left out. */
export function exitsWith(
	exits: readonly StageExit[],
	at: number,
	change: Partial<StageExit> | undefined,
): StageExit[] {
	if (!change) return exits.filter((_, i) => i !== at);
	return exits.map((exit, i) => {
		if (i !== at) return exit;
		const { reason, share, to } = { ...exit, ...change };
		return { reason, ...(share === undefined ? {} : { share }), ...(to ? { to } : {}) };
	});
}

/** A finding on a stage, from what the program suggested. */
export function acceptFinding(stageId: string, statement: LText): Made {
	const id = newId();
	return { id, ops: [{ op: 'insert', id, type: 'finding', props: { stageId, statement, severity: 3 } }] };
}
