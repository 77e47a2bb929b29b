import { describe, expect, it } from 'vitest';
import type { Journey } from '$lib/api';
import { difference, gainFigure, momentTag, shortChannel, stageIdOf, whereTo } from './words';

const journey = {
	stages: [
		{ id: 'st-1', order: 1, name: { nl: 'Do – kopen', en: 'Do – buy' } },
		{ id: 'st-2', order: 2, name: { nl: 'Care' } },
	],
	cards: [{ id: 'd-4', stageId: 'st-1', title: { nl: 'Koop ik hier?' } }],
	opportunities: [{ id: 'o-1', stageId: 'st-2' }],
	actions: [{ id: 'a-1', stageId: 'st-2' }],
	metrics: [{ id: 'm-1', stageId: 'st-1' }],
} as unknown as Journey;

describe('stageIdOf', () => {
	const is = (id: string, want: string | undefined) => expect(stageIdOf(journey, id)).toBe(want);

	it('finds the stage of everything that stands in one', () => {
		is('d-4', 'st-1');
		is('o-1', 'st-2');
		is('a-1', 'st-2');
		is('m-1', 'st-1');
		is('st-2', 'st-2');
	});
	it('knows the names of views on a stage or a card', () => {
		is('gain|st-2', 'st-2');
		is('face|d-4', 'st-1');
	});
	it('knows nothing of the rest', () => is('assumptions', undefined));
});

describe('whereTo', () => {
	it('names the stage, the card, or a way out in its own words', () => {
		expect(whereTo(journey, { stageId: 'st-1' }, 'nl')).toContain('Do');
		expect(whereTo(journey, { cardId: 'd-4' }, 'nl')).toBe('koop ik hier?');
		expect(whereTo(journey, { exit: 'aan de overkant' }, 'nl')).toBe('aan de overkant');
	});
	it('falls back to the other language', () => {
		expect(whereTo(journey, { cardId: 'd-4' }, 'en')).toBe('koop ik hier?');
	});
	it('says nothing of what is gone', () => {
		expect(whereTo(journey, undefined, 'nl')).toBe('');
		expect(whereTo(journey, { stageId: 'gone' }, 'nl')).toBe('');
	});
});

describe('difference', () => {
	const is = (deliveryGap: number | undefined, text: string, tone?: string) =>
		expect(difference({ deliveryGap }, 'nl')).toEqual({ text, tone });

	it('has a sign and a number', () => {
		is(2, '+2', 'good');
		is(-1, '−1');
		is(-4, '−4', 'bad');
	});
	it('shows that a promise was kept', () => expect(difference({ deliveryGap: 0 }, 'nl').text).toBe('='));
	it('is empty without figures', () => expect(difference(undefined, 'nl').text).toBe(''));
});

describe('momentTag', () => {
	it('says deciding before lowest', () => {
		const low = { emotion: { valence: -2 } } as Parameters<typeof momentTag>[0];
		expect(momentTag(low)).toBe('low');
		expect(momentTag({ ...low, flags: ['moment_of_truth'] })).toBe('truth');
		expect(momentTag({ ...low, emotion: { valence: 1 } })).toBeUndefined();
	});
});

describe('small words', () => {
	it('shortens a channel', () => {
		expect(shortChannel('E-mail en nieuwsbrief')).toBe('E-mail');
		expect(shortChannel('Event and ride')).toBe('Event');
		expect(shortChannel('Winkel')).toBe('Winkel');
	});
	it('writes a decimal only where there is one', () => {
		expect(gainFigure(74.5, 'nl')).toBe('74,5');
		expect(gainFigure(74, 'nl')).toBe('74');
		expect(gainFigure(73.98, 'en')).toBe('74');
	});
});
