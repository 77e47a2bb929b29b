/** The lanes of the growing map: what is there is drawn, what is to come is dashed. Pure. */
import type { Journey } from '$lib/api';

/** The lanes that the picture shows, with the token of their ink and how many places wait per stage. */
export const PREVIEW_LANES = [
	{ type: 'touchpoint', ink: 'touch', places: 2 },
	{ type: 'decision', ink: 'deci', places: 1 },
	{ type: 'emotion', ink: 'emo-lane', places: 0 },
	{ type: 'need', ink: 'need', places: 1 },
	{ type: 'barrier', ink: 'barrier', places: 1 },
] as const;

export type PreviewLane = (typeof PREVIEW_LANES)[number];

/** More than this in one stage says nothing more. */
const PLACES_MAX = 4;
/** With this many stages there is room for one place in each. */
const NARROW_STAGES = 5;

export type Place = 'known' | 'guess' | 'open';

/** Per stage, in order, the places of a lane. */
export function places(journey: Journey, stageIds: readonly string[], lane: PreviewLane): Place[][] {
	return stageIds.map((stageId) => {
		const cards = journey.cards.filter((card) => card.type === lane.type && card.stageId === stageId);
		if (cards.length)
			return cards.slice(0, PLACES_MAX).map((card) => (card.evidenceStatus === 'known' ? 'known' : 'guess'));
		const waiting = stageIds.length >= NARROW_STAGES ? Math.min(1, lane.places) : lane.places;
		return Array.from({ length: waiting }, () => 'open');
	});
}

/** The points of the emotion curve: [share of the width, valence], contact moments in order. */
export function feelings(journey: Journey, order: readonly string[]): [number, number][] {
	const felt = order.flatMap((id) => {
		const valence = journey.cards.find((card) => card.id === id)?.emotion?.valence;
		return valence === undefined ? [] : [valence];
	});
	return felt.map((valence, i) => [(i + 0.5) / felt.length, valence]);
}
