/** What stands on the slides: a choice from the journey that fits on one screen, in the order of what matters. */
import type { Action, Card, Computed, Journey, Opportunity, Stage } from '$lib/api';
import type { Audience } from './address';

/** A slide of one stage. */
export interface StageSlide {
	stage: Stage;
	/** The contact moments shown, in the order of the journey. */
	moments: readonly Card[];
	/** How many there are. */
	count: number;
	/** The neighbours, so that the curve comes from somewhere and goes on. */
	before: Card | undefined;
	after: Card | undefined;
	decisions: readonly Card[];
	opportunities: readonly Opportunity[];
	actions: readonly Action[];
	actionCount: number;
}

export interface Deck {
	/** All contact moments in the order of the journey. */
	moments: readonly Card[];
	stages: readonly StageSlide[];
	/** What is done first, of the whole journey. */
	first: readonly Action[];
}

/** What an audience is shown. People and evidence are the team's; a customer sees no scores and no gaps. */
export function shownTo(audience: Audience): { people: boolean; evidence: boolean; scores: boolean } {
	return { people: audience === 'team', evidence: audience === 'team', scores: audience !== 'customer' };
}

/** More cards than this do not fit beside each other. */
export const MOMENTS_MAX = 8;
const DECISIONS_MAX = 2;
const OPPORTUNITIES_MAX = 3;
const FIRST_MAX = 3;

export const isTruth = (card: Card): boolean => card.flags?.includes('moment_of_truth') ?? false;
export const isLow = (card: Card): boolean => !isTruth(card) && card.emotion?.valence === -2;

export function deckOf(journey: Journey, computed: Computed, audience: Audience): Deck {
	const cards = new Map(journey.cards.map((card) => [card.id, card]));
	const moments = computed.touchpointOrder.flatMap((id) => cards.get(id) ?? []);
	const rice = ({ id }: Action) => computed.riceScores[id] ?? -1;
	const byEffect = journey.actions
		.filter(({ status }) => status !== 'dropped')
		.sort((a, b) => Number(a.status === 'done') - Number(b.status === 'done') || rice(b) - rice(a));
	const stages = [...journey.stages]
		.sort((a, b) => a.order - b.order)
		.map((stage) => slideOf(stage, { journey, computed, audience, moments, byEffect }));
	const first = byEffect.filter(({ status }) => status !== 'done').slice(0, FIRST_MAX);
	return { moments, stages, first };
}

interface Sources {
	journey: Journey;
	computed: Computed;
	audience: Audience;
	moments: readonly Card[];
	byEffect: readonly Action[];
}

function slideOf(stage: Stage, { journey, computed, audience, moments, byEffect }: Sources): StageSlide {
	const here = ({ stageId }: { stageId: string }) => stageId === stage.id;
	const own = moments.filter(here);
	const shown = mostTelling(own);
	const firstAt = moments.indexOf(shown[0]!);
	const lastAt = moments.indexOf(shown.at(-1)!);
	const decisions = journey.cards
		.filter((card) => here(card) && card.type === 'decision' && (audience !== 'customer' || card.measured))
		.sort((a, b) => Number(!!b.measured) - Number(!!a.measured))
		.slice(0, DECISIONS_MAX);
	const score = ({ id }: Opportunity) => computed.opportunityScores[id] ?? -1;
	const opportunities = journey.opportunities
		.filter((each) => here(each) && each.status !== 'parked')
		.sort((a, b) => score(b) - score(a))
		.slice(0, OPPORTUNITIES_MAX);
	const actions = byEffect.filter(here);
	return {
		stage,
		moments: shown,
		count: own.length,
		before: shown.length ? moments[firstAt - 1] : undefined,
		after: shown.length ? moments[lastAt + 1] : undefined,
		decisions,
		opportunities,
		actions: actions.slice(0, decisions.length + opportunities.length > 3 ? 2 : 3),
		actionCount: actions.length,
	};
}

/** As many moments as fit: those that decide, the low points, the strongest feelings; in their own order. */
function mostTelling(moments: readonly Card[]): readonly Card[] {
	if (moments.length <= MOMENTS_MAX) return moments;
	const weight = (card: Card) =>
		(isTruth(card) ? 100 : 0) + Math.abs(card.emotion?.valence ?? 0) * 10 + (card.importance ?? 0);
	const kept = new Set([...moments].sort((a, b) => weight(b) - weight(a)).slice(0, MOMENTS_MAX));
	return moments.filter((card) => kept.has(card));
}

/** The moments that feel best and worst; undefined when nothing is felt, or everything the same. */
export function bestAndWorst(moments: readonly Card[]): { best: Card[]; worst: Card } | undefined {
	const felt = moments.filter((card) => card.emotion?.valence !== undefined);
	const valence = (card: Card) => card.emotion?.valence ?? 0;
	const top = Math.max(...felt.map(valence));
	const low = Math.min(...felt.map(valence));
	const tops = felt.filter((card) => valence(card) === top);
	const worst = felt.find((card) => valence(card) === low);
	if (!worst || top === low) return undefined;
	const deciding = tops.filter(isTruth);
	return { best: (deciding.length ? deciding : tops).slice(0, 2), worst };
}

/** Widths of the stages beside each other: as wide as their moments, none narrower than a name needs. */
export function columnsOf(counts: readonly number[], width: number, least: number): number[] {
	const all = counts.reduce((sum, count) => sum + count, 0);
	const natural = counts.map((count) => (all ? (count / all) * width : width / counts.length));
	if (natural.every((each) => each >= least)) return natural;
	const floor = Math.min(least, width / counts.length);
	const rest = width - floor * counts.length;
	return counts.map((count) => floor + (all ? (count / all) * rest : rest / counts.length));
}
