import { describe, expect, it } from 'vitest';
import { sample } from '$lib/ops/sample';
import { chevrons, cut } from './chevrons';
import { feelings, places, PREVIEW_LANES } from './lanes';

const stage = (name: string, drawn = true) => ({ id: name, name, drawn });

describe('the chevrons', () => {
	it('fill the width, and only the first begins straight', () => {
		const row = chevrons([stage('See'), stage('Think'), stage('Do')], 300);
		expect(row.map(({ right }) => right)).toEqual([100, 200, 300]);
		expect(row[0]!.path).toMatch(/H0Z$/);
		expect(row[1]!.path).toMatch(/L111 26Z$/);
	});

	it('get darker from left to right', () => {
		const weights = chevrons(
			Array.from({ length: 8 }, (_, i) => stage(`${i}`)),
			400,
		).map((c) => c.weight);
		expect(weights).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
	});

	it('shorten names that do not fit', () => {
		expect(cut('Zien', 60)).toBe('Zien');
		expect(cut('Overwegen en vergelijken', 60)).toBe('Overweg…');
		expect(cut('🎉 Feest', 15)).toBe('🎉…');
	});
});

describe('the lanes', () => {
	const journey = sample();
	const ids = journey.stages.map(({ id }) => id);
	const touch = PREVIEW_LANES[0];

	it('draw the cards that are there and dash what is to come', () => {
		const card = { ...journey.cards[0]!, type: 'touchpoint' as const };
		const drawn = places(
			{ ...journey, cards: [{ ...card, stageId: ids[0]!, evidenceStatus: 'known' }] },
			ids,
			touch,
		);
		expect(drawn[0]).toEqual(['known']);
		expect(drawn[1]).toEqual(['open', 'open']);
	});

	it('have no feelings without contact moments that have one', () => {
		expect(feelings({ ...journey, cards: [] }, ['a', 'b'])).toEqual([]);
	});
});
