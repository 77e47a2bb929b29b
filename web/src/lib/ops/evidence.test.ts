import { expect, it } from 'vitest';
import type { Workspace } from '$lib/api';
import { strongEvidence, withEvidence, withStatements } from '.';
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

it('a statement about a persona follows its evidence too', () => {
	const statement = (evidenceStatus: 'known' | 'guess', ...evidenceIds: string[]) => ({
		kind: 'goal' as const,
		text: { nl: 'Fietsen' },
		evidenceStatus,
		evidenceIds,
	});
	const workspace = {
		evidence,
		personas: [
			{ id: 'changed', name: 'A', statements: [statement('guess', 'strong'), statement('known', 'weak')] },
			{ id: 'same', name: 'B', statements: [statement('known', 'weak', 'strong'), statement('guess')] },
			{ id: 'none', name: 'C' },
		],
	} as unknown as Workspace;
	const shown = withStatements(workspace);
	expect(shown.personas[0]!.statements!.map((each) => each.evidenceStatus)).toEqual(['known', 'guess']);
	expect(shown.personas.slice(1)).toEqual(workspace.personas.slice(1));
	expect(withStatements(shown)).toBe(shown);
});
