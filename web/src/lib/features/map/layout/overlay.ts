/**
 * The feelings of another journey on this one's emotion lane: its stages are matched with the columns here by key, or
 * by their place when no key fits, and its moments spread over the column they fall in.
 */
import type { Card, Journey, Stage } from '$lib/api';
import type { Column } from './columns';
import { valenceY, type Point } from './curve';

/** At most this many other journeys on one lane: more lines cannot be told apart. */
export const OVERLAYS_MAX = 5;

/** Weight and dashes of each line; the journey's own is the heaviest and whole. */
export const OVERLAY_STROKES: readonly { width: number; dash: string }[] = [
	{ width: 1.8, dash: '' },
	{ width: 2.2, dash: '2 4' },
	{ width: 1.5, dash: '10 3' },
	{ width: 1.8, dash: '8 3 2 3' },
	{ width: 1.3, dash: '4 3' },
];

/** A moment with a feeling, where it is drawn. */
export interface Felt {
	at: Point;
	title: Card['title'];
	valence: number;
}

export interface Overlay {
	felt: Felt[];
	/** Stages of the other journey that nothing here answers to. */
	unmatched: Stage[];
}

type Other = Pick<Journey, 'stages' | 'lanes' | 'cards'>;

const byOrder = <T extends { order: number }>(list: readonly T[]) =>
	[...list].sort((a, b) => a.order - b.order);

/** The line of another journey over these columns. */
export function overlay(columns: readonly Column[], own: readonly Stage[], other: Other): Overlay {
	const column = matcher(columns, own, byOrder(other.stages));
	const felt: Felt[] = [];
	const unmatched: Stage[] = [];
	for (const stage of byOrder(other.stages)) {
		const moments = momentsOf(other, stage.id);
		const place = column(stage);
		if (!place) {
			if (moments.length) unmatched.push(stage);
			continue;
		}
		// Several stages of theirs may fall into one of ours: they share its width.
		const room = place.w / place.of;
		const left = place.x + room * place.nth;
		moments.forEach(({ title, emotion }, i) => {
			const x = left + (room * (i + 0.5)) / moments.length;
			const valence = emotion?.valence ?? 0;
			felt.push({ at: [x, valenceY(valence)], title, valence });
		});
	}
	return { felt, unmatched };
}

interface Room {
	x: number;
	w: number;
	/** The how manieth of the stages that share the column. */
	nth: number;
	of: number;
}

function matcher(columns: readonly Column[], own: readonly Stage[], others: readonly Stage[]) {
	const keyOf = (stage: Stage) => own.find((s) => s.key && s.key === stage.key)?.id;
	const keyed = others.some(keyOf);
	const target = (stage: Stage) => (keyed ? keyOf(stage) : byOrder(own)[others.indexOf(stage)]?.id);
	return (stage: Stage): Room | undefined => {
		const id = target(stage);
		const column = columns.find((c) => c.id === id);
		if (!column) return undefined;
		const sharing = others.filter((s) => target(s) === id);
		return { x: column.x, w: column.w, nth: sharing.indexOf(stage), of: sharing.length };
	};
}

/** Contact moments with a feeling, in the order of the map. */
function momentsOf(other: Other, stageId: string): Card[] {
	const rank = new Map(other.lanes.filter((l) => !l.hidden).map((l) => [l.id, l.order]));
	return other.cards
		.filter(
			(c) =>
				c.stageId === stageId &&
				c.type === 'touchpoint' &&
				rank.has(c.laneId) &&
				c.emotion?.valence !== undefined,
		)
		.sort((a, b) => rank.get(a.laneId)! - rank.get(b.laneId)! || a.order - b.order);
}
