import { expect, it } from 'vitest';
import { strongEvidence, withEvidence } from '.';
import { sample } from './sample';

const evidence = [
	{ id: 'strong', strength: 1, date: '2026-01-01', statement: {} },
	{ id: 'weak', strength: 0, date: '2026-01-01', statement: {} },
];

it('a card is known when some piece of its evidence has strength 1 or more', () => {
	const journey = sample();
	journey.cards[0]!.evidenceIds = ['weak', 'strong'];
	journey.cards[1]!.evidenceIds = ['weak'];
	const shown = withEvidence(journey, strongEvidence(evidence));
	expect(shown.cards.map((card) => card.evidenceStatus)).toEqual(['known', 'guess', 'guess', 'guess']);
	expect(shown.cards[1]).toBe(journey.cards[1]);
});

it('is the same journey when nothing differs', () => {
	const journey = sample();
	expect(withEvidence(journey, strongEvidence(evidence))).toBe(journey);
});
