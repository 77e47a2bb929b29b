/**
 * The steps of the guided start, and how far somebody is. Everything follows from the journey and its
 * workspace: leaving loses nothing, and what was filled in on the map counts as answered too. Pure.
 */
import type { Journey, Workspace } from '$lib/api';

export const STEPS = [
	'organisation',
	'reason',
	'principles',
	'group',
	'scope',
	'bounds',
	'stages',
	'questions',
	'fill',
	'ready',
] as const;

export type StepId = (typeof STEPS)[number];

/** What the steps are about. */
export interface Documents {
	journey: Journey;
	workspace: Workspace;
}

/** How many of the fields of a step are filled. */
export interface Filled {
	filled: number;
	expected: number;
}

export type StepState = 'open' | 'begun' | 'done';

/** Card types that the step "fill each stage" asks for, in the order in which it asks. */
export const FILL_TYPES = ['touchpoint', 'need', 'barrier'] as const;
export type FillType = (typeof FILL_TYPES)[number];

/** Minutes that a step takes somebody who thinks while filling in; per stage where it asks per stage. */
const minutes: Record<StepId, number> = {
	organisation: 2,
	reason: 1,
	principles: 4,
	group: 5,
	scope: 5,
	bounds: 3,
	stages: 4,
	questions: 2,
	fill: 2,
	ready: 0,
};

const perStage: readonly StepId[] = ['questions', 'fill'];
/** The time left is a guess, so it is told in steps of this many minutes. */
const ROUND_MINUTES = 5;

export function isStep(word: string | null | undefined): word is StepId {
	return (STEPS as readonly string[]).includes(word ?? '');
}

/** Whether a step is answered stage by stage. */
export function isPerStage(step: StepId): boolean {
	return perStage.includes(step);
}

const said = (text: { nl?: string; en?: string } | undefined) => Boolean(text?.nl || text?.en);
const some = (list: readonly unknown[] | undefined) => (list?.length ?? 0) > 0;

/** For each field of a step, whether it is filled. */
function fields(step: StepId, { journey, workspace }: Documents): boolean[] {
	const { scope } = journey;
	switch (step) {
		case 'organisation':
			return [Boolean(workspace.organisation.name), Boolean(workspace.organisation.phase)];
		case 'reason':
			return [Boolean(journey.reason)];
		case 'principles':
			return [some(workspace.guidingPrinciples)];
		case 'group': {
			const group = workspace.customerGroups.find(({ id }) => id === journey.customerGroupId);
			return [Boolean(group), some(group?.criteria), Boolean(journey.personaId)];
		}
		case 'scope':
			return [
				some(scope?.situations),
				some(scope?.experienceLevels),
				some(scope?.inScope),
				some(scope?.outOfScope),
			];
		case 'bounds':
			return [
				Boolean(journey.startsAt),
				Boolean(journey.endsAt),
				said(scope?.customerDefinition),
				Boolean(scope?.customerFromStageId),
			];
		case 'stages':
			return [journey.stages.length > 1];
		case 'questions':
			return journey.stages.flatMap((stage) => stageAnswers(stage));
		case 'fill':
			return journey.stages.map((stage) => fillsStage(journey, stage.id));
		case 'ready':
			return [];
	}
}

/** Whether the two questions of a stage are answered: ours, and whether it is so in practice. */
export function stageAnswers(stage: Journey['stages'][number]): [boolean, boolean] {
	return [said(stage.answer), Boolean(stage.viewpointCheck)];
}

/** Whether a stage has a first contact moment. */
export function fillsStage(journey: Journey, stageId: string): boolean {
	return journey.cards.some((card) => card.type === 'touchpoint' && card.stageId === stageId);
}

export function filledOf(step: StepId, docs: Documents): Filled {
	const list = fields(step, docs);
	return { filled: list.filter(Boolean).length, expected: list.length };
}

/** All steps together: filled ÷ expected is how complete the start is. */
export function completeness(docs: Documents): Filled {
	const all = STEPS.map((step) => filledOf(step, docs));
	return {
		filled: all.reduce((sum, { filled }) => sum + filled, 0),
		expected: all.reduce((sum, { expected }) => sum + expected, 0),
	};
}

export function stateOf(step: StepId, docs: Documents): StepState {
	if (step === 'ready')
		return STEPS.slice(0, -1).every((each) => stateOf(each, docs) === 'done') ? 'done' : 'open';
	const { filled, expected } = filledOf(step, docs);
	if (filled === expected) return 'done';
	return filled > 0 ? 'begun' : 'open';
}

/** The first step that asks for something, to begin with. */
export function firstOpen(docs: Documents): StepId {
	return STEPS.find((step) => stateOf(step, docs) !== 'done') ?? 'ready';
}

/** How long the rest takes, roughly. */
export function minutesLeft(docs: Documents): number {
	const left = STEPS.reduce((sum, step) => {
		const { filled, expected } = filledOf(step, docs);
		if (expected === 0) return sum;
		const all = minutes[step] * (isPerStage(step) ? docs.journey.stages.length : 1);
		return sum + all * (1 - filled / expected);
	}, 0);
	return Math.ceil(left / ROUND_MINUTES) * ROUND_MINUTES;
}

/** A place in the guided start: a step, and the stage where it asks stage by stage. */
export interface Place {
	step: StepId;
	stageId?: string;
}

/** Stages from left to right. */
export function stagesInOrder(journey: Journey): Journey['stages'] {
	return [...journey.stages].sort((a, b) => a.order - b.order);
}

/** The place one further or one back; undefined before the first and after the last. */
export function neighbour(place: Place, direction: 1 | -1, journey: Journey): Place | undefined {
	const stages = stagesInOrder(journey);
	if (isPerStage(place.step)) {
		const at = stages.findIndex(({ id }) => id === place.stageId);
		const stage = stages[at + direction];
		if (at >= 0 && stage) return { step: place.step, stageId: stage.id };
	}
	const step = STEPS[STEPS.indexOf(place.step) + direction];
	if (!step) return undefined;
	if (!isPerStage(step)) return { step };
	return { step, stageId: stages.at(direction === 1 ? 0 : -1)?.id };
}

/** The stage to begin with in a step that asks stage by stage: the first that lacks an answer. */
export function firstStage(step: StepId, journey: Journey): string | undefined {
	const stages = stagesInOrder(journey);
	const lacks = (stage: Journey['stages'][number]) =>
		step === 'fill' ? !fillsStage(journey, stage.id) : !stageAnswers(stage).every(Boolean);
	return (stages.find(lacks) ?? stages[0])?.id;
}
