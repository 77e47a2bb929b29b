import { describe, expect, it } from 'vitest';
import type { Score } from '$lib/api';
import { onFives, scoresOf, setScore } from './scores';

const score = (stageId: string, dimension: Score['dimension'], scorerId: string, value: number): Score => ({
	stageId,
	dimension,
	scorerId,
	value,
	evidenceStatus: 'guess',
});

describe('scoresOf', () => {
	const scores = [
		score('a', 'relevance', 'me', 80),
		score('a', 'relevance', 'you', 70),
		score('a', 'presence', 'me', 20),
		score('b', 'relevance', 'you', 10),
	];

	it('sets your own score apart from those of the others', () => {
		const { own, others } = scoresOf(scores, 'a', 'relevance', 'me');
		expect(own).toBe(80);
		expect(others.map((other) => [other.scorerId, other.value])).toEqual([['you', 70]]);
	});

	it('has no own score for who gave none, or is nobody', () => {
		expect(scoresOf(scores, 'b', 'relevance', 'me').own).toBeUndefined();
		expect(scoresOf(scores, 'a', 'relevance', undefined).others).toHaveLength(2);
	});
});

describe('setScore', () => {
	it('sets a whole number on the scale', () => {
		const values = [-4, 33.6, 140].map((value) => setScore('a', 'presence', 'me', value)[0]);
		expect(values.map((op) => op?.op === 'set' && op.value)).toEqual([0, 34, 100]);
	});

	it('takes a score back', () => {
		expect(setScore('a', 'presence', 'me', undefined)).toEqual([{ op: 'delete', id: 'score:a:presence:me' }]);
	});
});

describe('onFives', () => {
	it('rounds to fives', () => expect([0, 2, 3, 48, 98].map(onFives)).toEqual([0, 0, 5, 50, 100]));
});
