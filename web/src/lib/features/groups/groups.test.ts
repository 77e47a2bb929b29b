import type { Persona } from '$lib/api';
import { expect, it } from 'vitest';
import { countOf, personasOf, sharesOf, withoutGroup } from './groups';

it('reads a number as people write it', () => {
	expect(['3600', ' 3.600 ', '3,600', '3 600', '1.234.567', '0'].map(countOf)).toEqual([
		3600, 3600, 3600, 3600, 1_234_567, 0,
	]);
	expect(['', 'veel', '3,6', '-4', '12.34', '1e3', '123456789012'].map(countOf)).toEqual(
		Array(7).fill(undefined),
	);
});

const statement = (evidenceStatus: 'known' | 'guess') => ({
	kind: 'goal' as const,
	text: { nl: 'Doel' },
	evidenceStatus,
	evidenceIds: [],
});

it('counts what is known about a persona', () => {
	const femke: Persona = { id: 'p', name: 'Femke', statements: [statement('known'), statement('guess')] };
	expect(sharesOf(femke)).toEqual({ known: 1, all: 2 });
	expect(sharesOf({ id: 'p', name: 'Noor' })).toEqual({ known: 0, all: 0 });
});

it('keeps groups apart, and finds personas without one', () => {
	const group = { id: 'g', name: { nl: 'Beginners' } };
	const personas = [
		{ id: 'in', name: 'Femke', customerGroupId: 'g' },
		{ id: 'gone', name: 'Ruud', customerGroupId: 'deleted' },
		{ id: 'never', name: 'Noor' },
	];
	expect(personasOf({ personas }, group).map(({ id }) => id)).toEqual(['in']);
	expect(withoutGroup({ personas, customerGroups: [group] }).map(({ id }) => id)).toEqual(['gone', 'never']);
});
