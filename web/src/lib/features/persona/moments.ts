/** Where a persona meets the organisation: the channels of its contact moments, with a face for each. */
import type { Card, Journey } from '$lib/api';

export interface ChannelMoments {
	channelId: string;
	/** In the order in which they happen; without a feeling there is no valence. */
	moments: { id: string; title: Card['title']; valence?: number }[];
	/** Nothing about this channel is known yet. */
	guess: boolean;
}

type Moments = Pick<Journey, 'stages' | 'lanes' | 'cards'>;

/** The channels over several journeys, the most used first; equals in the order in which they come up. */
export function channelsOf(journeys: readonly Moments[]): ChannelMoments[] {
	const byChannel = new Map<string, Card[]>();
	for (const card of journeys.flatMap(momentsOf)) {
		if (!card.channelId) continue;
		byChannel.set(card.channelId, [...(byChannel.get(card.channelId) ?? []), card]);
	}
	return [...byChannel]
		.sort(([, a], [, b]) => b.length - a.length)
		.map(([channelId, cards]) => ({
			channelId,
			moments: cards.map(({ id, title, emotion }) => ({ id, title, valence: emotion?.valence })),
			guess: cards.every((card) => card.evidenceStatus === 'guess'),
		}));
}

/** The contact moments of a journey from the first stage to the last, without those in hidden lanes. */
function momentsOf({ stages, lanes, cards }: Moments): Card[] {
	const stage = new Map(stages.map(({ id, order }) => [id, order]));
	const lane = new Map(lanes.filter(({ hidden }) => !hidden).map(({ id, order }) => [id, order]));
	return cards
		.filter((card) => card.type === 'touchpoint' && lane.has(card.laneId))
		.sort(
			(a, b) =>
				(stage.get(a.stageId) ?? 0) - (stage.get(b.stageId) ?? 0) ||
				(lane.get(a.laneId) ?? 0) - (lane.get(b.laneId) ?? 0) ||
				a.order - b.order,
		);
}
