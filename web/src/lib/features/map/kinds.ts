/**
 * The kinds of lanes and cards: which tint and icon they have, which cards a lane takes, and which
 * fields are a type's own. Names are in `names.ts`, because they come from the message catalogue.
 */
import type { CardType, LaneType } from '$lib/api';
import type { IconName } from '$lib/icons';

/** All lane types, in the order in which they are offered. */
export const LANE_TYPES: readonly LaneType[] = [
	'doing',
	'touchpoint',
	'decision',
	'source',
	'expectation',
	'emotion',
	'need',
	'barrier',
	'frontstage',
	'backstage',
	'opportunity',
	'action',
	'idea',
	'metric',
	'note',
	'image',
];

/** What a lane looks like and which card types it takes; the first is what "add" makes. */
export interface LaneKind {
	/** Class that sets the tint: `k-NAME` of map.css. */
	tint: string;
	icon: IconName;
	cards: readonly CardType[];
}

const KINDS: Record<LaneType, LaneKind> = {
	doing: { tint: 'doing', icon: 'doing', cards: ['doing', 'trigger', 'ambassador', 'idea'] },
	touchpoint: { tint: 'touch', icon: 'touch', cards: ['touchpoint'] },
	decision: { tint: 'deci', icon: 'decision', cards: ['decision'] },
	source: { tint: 'source', icon: 'source', cards: ['source', 'influencer', 'competitor'] },
	expectation: { tint: 'expect', icon: 'expect', cards: ['expectation', 'question'] },
	emotion: { tint: 'emo', icon: 'emotion', cards: ['emotion'] },
	need: { tint: 'need', icon: 'need', cards: ['need'] },
	barrier: { tint: 'barrier', icon: 'barrier', cards: ['barrier'] },
	frontstage: { tint: 'front', icon: 'front', cards: ['frontstage'] },
	backstage: { tint: 'back', icon: 'back', cards: ['backstage'] },
	opportunity: { tint: 'oppo', icon: 'oppo', cards: [] },
	action: { tint: 'action', icon: 'action', cards: [] },
	idea: { tint: 'oppo', icon: 'star', cards: ['idea'] },
	metric: { tint: 'metric', icon: 'metric', cards: [] },
	note: { tint: 'back', icon: 'report', cards: ['note'] },
	image: { tint: 'metric', icon: 'image', cards: ['image', 'note'] },
};

/** The kind of a lane type; an unknown one looks like notes. */
export function laneKind(type: string): LaneKind {
	return Object.hasOwn(KINDS, type) ? KINDS[type as LaneType] : KINDS.note;
}

/** Lanes that show opportunities, actions and measures hold no cards of their own. */
export function holdsCards(type: string): boolean {
	return laneKind(type).cards.length > 0;
}

/** Sources begin folded: they are looked up, not read. */
export function foldedUsually(lane: { type: string }): boolean {
	return lane.type === 'source';
}

const takes = (lane: string, card: string) => (laneKind(lane).cards as readonly string[]).includes(card);

/** Icon of a card type. */
export function cardIcon(type: string): IconName {
	const lane = LANE_TYPES.find((l) => takes(l, type));
	return lane ? KINDS[lane].icon : 'report';
}

/** Tint of a card type, for the inspector. */
export function cardTint(type: string): string {
	const lane = LANE_TYPES.find((l) => takes(l, type));
	return lane ? KINDS[lane].tint : 'back';
}

/** Types that carry text only. */
const PLAIN = new Set([
	'doing',
	'ambassador',
	'idea',
	'expectation',
	'question',
	'competitor',
	'frontstage',
	'backstage',
	'note',
]);

/**
 * Whether a lane takes a card of this type. A card keeps its type for life, so lanes of another kind
 * refuse it; notes take every card that is text only.
 */
export function laneTakes(laneType: string, cardType: string): boolean {
	return takes(laneType, cardType) || (laneType === 'note' && PLAIN.has(cardType));
}
