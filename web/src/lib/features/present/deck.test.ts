import type { Card, Computed, Journey } from '$lib/api';
import { describe, expect, it } from 'vitest';
import { addressOf, placeAfter, placeOf, type Audience } from './address';
import { bestAndWorst, columnsOf, deckOf, MOMENTS_MAX, shownTo } from './deck';

const moment = (id: string, stageId: string, valence?: number, more: Partial<Card> = {}): Card => ({
	id,
	stageId,
	laneId: 'l',
	type: 'touchpoint',
	order: 1,
	title: { nl: id },
	evidenceStatus: 'guess',
	evidenceIds: [],
	...(valence === undefined ? {} : { emotion: { valence } }),
	...more,
});
const decision = (id: string, measured?: { k: number; n: number }): Card =>
	({ ...moment(id, 's1'), type: 'decision', measured }) as Card;

function deck(cards: Card[], more: Partial<Journey> = {}, audience: Audience = 'team') {
	const stages = [
		{ id: 's2', order: 2, name: { nl: 'twee' } },
		{ id: 's1', order: 1, name: { nl: 'een' } },
	];
	const journey = { cards, stages, actions: [], opportunities: [], ...more } as unknown as Journey;
	const touchpointOrder = cards.filter(({ type }) => type === 'touchpoint').map(({ id }) => id);
	const computed = { touchpointOrder, riceScores: { a: 1, b: 9 }, opportunityScores: {} };
	return deckOf(journey, computed as unknown as Computed, audience);
}

describe('the address', () => {
	it('carries slide and audience, and leaves the usual out', () => {
		expect(placeOf(new URLSearchParams('slide=2&for=board'), 5)).toEqual({ slide: 2, audience: 'board' });
		expect(addressOf({ slide: 2, audience: 'board' })).toBe('?slide=2&for=board');
		expect(addressOf({ slide: 0, audience: 'team' })).toBe('?');
	});

	it('is the overview for the team when it says something wrong', () => {
		for (const wrong of ['', 'slide=x', 'slide=1.5', 'for=everybody'])
			expect(placeOf(new URLSearchParams(wrong), 5)).toEqual({ slide: 0, audience: 'team' });
		expect(placeOf(new URLSearchParams('slide=99'), 5).slide).toBe(4);
		expect(placeOf(new URLSearchParams('slide=-3'), 5).slide).toBe(0);
	});

	it('follows the keys and stays within the slides', () => {
		const at = { slide: 0, audience: 'team' as const };
		expect(placeAfter('ArrowRight', at, 3)?.slide).toBe(1);
		expect(placeAfter('ArrowLeft', at, 3)?.slide).toBe(0);
		expect(placeAfter('End', at, 3)?.slide).toBe(2);
		expect(placeAfter('Home', { ...at, slide: 2 }, 3)?.slide).toBe(0);
		expect(placeAfter('a', at, 3)?.audience).toBe('customer');
		expect(placeAfter('A', { ...at, audience: 'customer' }, 3)?.audience).toBe('board');
		expect(placeAfter('x', at, 3)).toBeUndefined();
		expect(placeAfter('toString', at, 3)).toBeUndefined();
	});
});

describe('the slides', () => {
	it('hide people and evidence from the board, and scores from customers', () => {
		expect(shownTo('team')).toEqual({ people: true, evidence: true, scores: true });
		expect(shownTo('board')).toEqual({ people: false, evidence: false, scores: true });
		expect(shownTo('customer')).toEqual({ people: false, evidence: false, scores: false });
	});

	it('stand in the order of the stages, and know their neighbours', () => {
		const { stages } = deck([moment('t1', 's1', 1), moment('t2', 's1'), moment('t3', 's2', -2)]);
		expect(stages.map(({ stage }) => stage.id)).toEqual(['s1', 's2']);
		expect(stages[0]!.after?.id).toBe('t3');
		expect(stages[1]!.before?.id).toBe('t2');
		expect(stages[1]!.after).toBeUndefined();
	});

	it('keep the moments that tell most, in their own order', () => {
		const many = Array.from({ length: 12 }, (_, i) => moment(`t${i}`, 's1', i === 11 ? -2 : 0));
		many[5]!.flags = ['moment_of_truth'];
		const slide = deck(many).stages[0]!;
		const shown = slide.moments.map(({ id }) => id);
		expect(shown).toHaveLength(MOMENTS_MAX);
		expect(slide.count).toBe(12);
		expect(shown).toContain('t5');
		expect(shown.at(-1)).toBe('t11');
	});

	it('show a customer only decisions that were measured', () => {
		const cards = [decision('d1'), decision('d2', { k: 1, n: 4 })];
		expect(deck(cards).stages[0]!.decisions.map(({ id }) => id)).toEqual(['d2', 'd1']);
		expect(deck(cards, {}, 'customer').stages[0]!.decisions.map(({ id }) => id)).toEqual(['d2']);
	});

	it('put what has most effect first, what is done last, and leave out what was dropped', () => {
		const action = (id: string, status: string) => ({ id, stageId: 's1', status });
		const actions = [action('c', 'done'), action('a', 'open'), action('x', 'dropped'), action('b', 'open')];
		const { stages, first } = deck([], { actions: actions as unknown as Journey['actions'] });
		expect(stages[0]!.actions.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
		expect(first.map(({ id }) => id)).toEqual(['b', 'a']);
	});

	it('know what feels best and worst', () => {
		const all = [moment('t1', 's1', 2), moment('t2', 's1', -1), moment('t3', 's2')];
		const truth = moment('t4', 's2', 2, { flags: ['moment_of_truth'] });
		expect(bestAndWorst([...all, truth])).toMatchObject({ best: [{ id: 't4' }], worst: { id: 't2' } });
		expect(bestAndWorst([moment('t1', 's1', 1)])).toBeUndefined();
		expect(bestAndWorst([])).toBeUndefined();
	});
});

it('gives every stage the width of its moments, and at least that of its name', () => {
	expect(columnsOf([3, 1], 800, 100)).toEqual([600, 200]);
	expect(columnsOf([9, 0], 900, 100)).toEqual([800, 100]);
	expect(columnsOf([0, 0], 200, 300)).toEqual([100, 100]);
});
