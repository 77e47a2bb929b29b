import { describe, expect, it } from 'vitest';
import { isCompact, keepColumns, placeColumns, scaleColumns, totalWidth } from './columns';

const stage = (id: string, ...momentIds: string[]) => ({ id, momentIds });

describe('isCompact', () => {
	const f = (choice: 'auto' | 'standard' | 'compact', stages: number, want: boolean) =>
		it(`${choice} with ${stages} stages is ${want}`, () => expect(isCompact(choice, stages)).toBe(want));
	f('auto', 5, false);
	f('auto', 6, true);
	f('standard', 9, false);
	f('compact', 2, true);
});

describe('placeColumns', () => {
	it('makes a stage as wide as its moments, at least 200', () => {
		const columns = placeColumns([stage('a', '1', '2', '3'), stage('b', '4'), stage('c')], false, 0);
		expect(columns.map((c) => [c.x, c.w])).toEqual([
			[0, 384],
			[384, 200],
			[584, 200],
		]);
		expect(totalWidth(columns)).toBe(784);
	});

	it('puts a moment in the middle of its own column and numbers moments through the map', () => {
		const columns = placeColumns([stage('a', '1', '2'), stage('b', '3')], false, 0);
		const moments = columns.flatMap((c) => c.moments);
		expect(moments.map((m) => m.mid)).toEqual([64, 192, 320]);
		expect(moments.map((m) => m.no)).toEqual([1, 2, 3]);
	});

	it('shares the width in compact, never below 140', () => {
		const seven = Array.from({ length: 7 }, (_, i) => stage(String(i)));
		expect(placeColumns(seven, true, 1176).map((c) => c.w)).toEqual(Array(7).fill(168));
		expect(placeColumns(seven, true, 700)[0]?.w).toBe(140);
	});

	it('gives small stages what the board has to spare, up to a limit', () => {
		const stages = [stage('a', '1', '2', '3'), stage('b')];
		expect(placeColumns(stages, false, 700).map((c) => c.w)).toEqual([384, 268]);
		expect(placeColumns(stages, false, 5000).map((c) => c.w)).toEqual([384, 340]);
	});

	it('spreads the points of stacked moments over the column', () => {
		const [column] = placeColumns([stage('a', '1', '2')], true, 200);
		expect(column?.moments.map((m) => m.mid)).toEqual([50, 150]);
	});

	it('draws nothing for no stages', () => {
		expect(placeColumns([], true, 900)).toEqual([]);
		expect(totalWidth([])).toBe(0);
	});
});

describe('keepColumns', () => {
	const at = (width: number, ...ids: string[]) => placeColumns([stage('a', ...ids), stage('b')], true, width);

	it('keeps the very columns when nothing moved', () => {
		const before = at(600, '1');
		expect(keepColumns(before, at(600, '1'))).toBe(before);
	});

	it('replaces only what changed', () => {
		const before = at(600, '1');
		const now = keepColumns(before, at(600, '1', '2'));
		expect(now[0]?.moments).toHaveLength(2);
		expect(now[1]).toBe(before[1]);
	});
});

describe('scaleColumns', () => {
	it('keeps proportions while filling the width given', () => {
		const columns = scaleColumns(placeColumns([stage('a', '1', '2', '3'), stage('b')], false, 0), 292);
		expect(columns.map((c) => [c.x, c.w])).toEqual([
			[0, 192],
			[192, 100],
		]);
		expect(columns[0]?.moments[0]?.mid).toBe(32);
	});
});
