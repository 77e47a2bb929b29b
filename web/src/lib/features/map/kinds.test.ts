import { describe, expect, it } from 'vitest';
import { cardIcon, cardTint, holdsCards, LANE_TYPES, laneKind, laneTakes } from './kinds';

describe('laneTakes', () => {
	const f = (lane: string, card: string, want: boolean) =>
		it(`${lane} ${want ? 'takes' : 'refuses'} ${card}`, () => expect(laneTakes(lane, card)).toBe(want));
	f('doing', 'trigger', true);
	f('idea', 'idea', true);
	f('note', 'doing', true);
	f('note', 'touchpoint', false);
	f('barrier', 'need', false);
	f('action', 'doing', false);
});

describe('kinds', () => {
	it('has the sixteen lane types of the data model', () => expect(LANE_TYPES).toHaveLength(16));

	it('lets derived lanes hold no cards', () => {
		expect(LANE_TYPES.filter((t) => !holdsCards(t))).toEqual(['opportunity', 'action', 'metric']);
	});

	it('finds icon and tint through the lane that a card type is at home in', () => {
		expect([cardIcon('question'), cardTint('question')]).toEqual(['expect', 'expect']);
		expect(cardIcon('unheard-of')).toBe('report');
	});

	it('shows an unknown lane like notes, also when it is named like a built-in property', () => {
		expect(laneKind('constructor')).toBe(laneKind('note'));
	});
});
