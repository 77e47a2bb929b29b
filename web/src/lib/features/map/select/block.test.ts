import { describe, expect, it } from 'vitest';
import type { Journey } from '$lib/api';
import { applyOps, journeySchema, openDoc, type Op } from '$lib/ops';
import { cell, sample } from '$lib/ops/sample';
import { batches } from '../batch';
import { inMapOrder, moveBlock, moveToStage, shiftLane, shiftStage, tagCards } from './block';
import { between } from './range';

const after = (ops: readonly Op[], journey = sample()) => {
	const { doc, results } = applyOps(journeySchema, openDoc(journey), ops);
	expect(results.every(({ applied }) => applied)).toBe(true);
	return doc.all as unknown as Journey;
};

describe('moveBlock', () => {
	const f = (ids: string[], before: string | undefined, want: string) =>
		it(`${ids.join()} before ${before ?? 'nothing'}`, () => {
			const ops = moveBlock(sample(), ids, { stageId: 's1', laneId: 'l1', before });
			expect(cell(after(ops), 's1')).toBe(want);
		});
	f(['a', 'b'], undefined, 'c1 a2 b3');
	f(['b', 'c'], 'a', 'b1 c2 a3');
	f(['d'], 'b', 'a1 d2 b3 c4');
	f(['d', 'a'], 'c', 'b1 d2 a3 c4');
	f(['a', 'c'], 'c', 'b1 a2 c3');
	f(['c', 'a', 'd'], 'b', 'c1 a2 d3 b4');

	it('is no edit when the block stands there', () => {
		expect(moveBlock(sample(), ['b', 'c'], { stageId: 's1', laneId: 'l1' })).toEqual([]);
	});
});

describe('several at once', () => {
	it('keep their order in another stage', () => {
		const moved = after(moveToStage(sample(), ['c', 'a'], 's2'));
		expect(cell(moved, 's2')).toBe('d1 a2 c3');
		expect(cell(moved, 's1')).toBe('b1');
	});

	it('move one stage on only when all of them can', () => {
		expect(shiftStage(sample(), ['a', 'd'], ['s1', 's2'], 1)).toBeUndefined();
		const ops = shiftStage(sample(), ['a', 'b'], ['s1', 's2'], 1);
		expect(cell(after(ops ?? []), 's2')).toBe('d1 a2 b3');
	});

	it('go to another lane within their stages', () => {
		const moved = after(shiftLane(sample(), ['d', 'b', 'a'], 'l2'));
		expect(cell(moved, 's1', 'l2')).toBe('a1 b2');
		expect(cell(moved, 's2', 'l2')).toBe('d1');
	});

	it('are sorted as the map shows them', () => {
		expect(inMapOrder(sample(), ['d', 'c', 'a'])).toEqual(['a', 'c', 'd']);
	});

	it('get a tag once, and lose it', () => {
		const tagged = after(tagCards(sample(), ['a', 'b'], 'prijs', true));
		expect(tagged.cards.map((card) => card.tags)).toEqual([['prijs'], ['prijs'], undefined, undefined]);
		expect(tagCards(tagged, ['a', 'b'], 'prijs', true)).toEqual([]);
		const bare = after(tagCards(tagged, ['a'], 'prijs', false), tagged);
		expect(bare.cards.map((card) => card.tags)).toEqual([undefined, ['prijs'], undefined, undefined]);
	});
});

describe('between', () => {
	const grid = [
		[['L1'], ['a', 'b'], ['c'], ['d', 'e']],
		[['L2'], ['f'], ['g', 'h'], ['i']],
	];
	const f = (from: string, to: string, want: string) =>
		it(`${from} to ${to}`, () => expect(between(grid, from, to).join('')).toBe(want));
	f('b', 'd', 'bcd');
	f('d', 'b', 'bcd');
	f('e', 'd', 'de');
	f('b', 'g', 'abcfgh');
	f('i', 'c', 'cdeghi');
	f('gone', 'c', 'c');
});

describe('batches', () => {
	const op = (id: string, value: string): Op => ({ op: 'set', id, key: 'title.nl', value });

	it('leave what fits in one', () => {
		expect(batches([op('a', 'x'), op('b', 'y')])).toHaveLength(1);
		expect(batches([])).toEqual([]);
	});

	it('split by size, in order, and by number', () => {
		const ops = Array.from({ length: 9 }, (_, i) => op(`${i}`, 'é'.repeat(100)));
		const parts = batches(ops, 800);
		expect(parts.flat()).toEqual(ops);
		for (const part of parts) expect(new TextEncoder().encode(JSON.stringify(part)).length).toBeLessThan(820);
		expect(parts.length).toBeGreaterThan(1);
		expect(batches(ops, 1e6, 4).map((part) => part.length)).toEqual([4, 4, 1]);
	});
});
