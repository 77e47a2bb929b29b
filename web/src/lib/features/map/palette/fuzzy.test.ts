import { expect, describe, it } from 'vitest';
import { best, folded, score } from './fuzzy';

describe('score', () => {
	const f = (label: string, query: string, found: boolean) =>
		it(`${query} ${found ? 'finds' : 'does not find'} ${label}`, () =>
			expect(score(folded(label), folded(query)) > 0).toBe(found));
	f('Fase toevoegen', 'toev', true);
	f('Fase toevoegen', 'toevoegen fase', true);
	f('Coördinatie met werkplaats', 'coordinatie', true);
	f('Uitzoomen', 'uzm', true);
	f('Uitzoomen', 'uq', false);
	f('Proefrit rijden', 'prfrt', true);
	f('Een heel lange zin over routes en winkels', 'ewl', false);
	f('Alles', '', true);
});

it('what begins with it comes first, then words, then parts, then letters', () => {
	const list = ['herstellen', 'de tellen', 'tellen', 'tijd en leven'].map((label) => ({ key: label, label }));
	expect(best(list, 'tel', 9).map(({ label }) => label)).toEqual([
		'tellen',
		'de tellen',
		'herstellen',
		'tijd en leven',
	]);
	expect(best(list, 'tel', 2)).toHaveLength(2);
});
