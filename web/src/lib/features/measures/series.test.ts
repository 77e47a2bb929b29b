import { describe, expect, it } from 'vitest';
import { plot, scale, stepFor } from './chart';
import { merged, readingOf } from './series';

const points = (...values: [string, number][]) => values.map(([date, value]) => ({ date, value }));

describe('the figures of a measure', () => {
	it('a later import extends the series; the same day is overwritten and counted', () => {
		const before = points(['2026-02-01', 0.16], ['2026-01-01', 0.18]);
		const { series, added, overwritten } = merged(before, points(['2026-02-01', 0.17], ['2026-03-01', 0.2]));
		expect(series.map(({ date, value }) => [date, value])).toEqual([
			['2026-01-01', 0.18],
			['2026-02-01', 0.17],
			['2026-03-01', 0.2],
		]);
		expect([added, overwritten]).toEqual([1, 1]);
	});

	it('the same figure again changes nothing', () => {
		const before = points(['2026-01-01', 0.18]);
		expect(merged(before, points(['2026-01-01', 0.18]))).toMatchObject({ added: 0, overwritten: 0 });
		expect(merged(undefined, points(['2026-01-01', 1]))).toMatchObject({ added: 1, overwritten: 0 });
	});

	it('tells whether the target is reached, whichever way is better', () => {
		const read = (value: number, better: 'higher' | 'lower', target?: number) =>
			readingOf({ series: points(['2026-01-01', value]), better, target })?.reached;
		expect(read(0.3, 'higher', 0.3)).toBe('reached');
		expect(read(0.29, 'higher', 0.3)).toBe('not_yet');
		expect(read(3, 'lower', 3)).toBe('reached');
		expect(read(4, 'lower', 3)).toBe('not_yet');
		expect(read(4, 'lower')).toBe('no_target');
		expect(readingOf({ series: [] })).toBeUndefined();
	});

	it('tells how it went since the figure before', () => {
		const series = points(['2026-02-01', 12], ['2026-01-01', 9]);
		expect(readingOf({ series, better: 'lower' })).toMatchObject({ direction: 'up', good: false });
		expect(readingOf({ series, better: 'higher' })).toMatchObject({ direction: 'up', good: true });
		expect(readingOf({ series: points(['2026-01-01', 1], ['2026-01-02', 1]) })).toMatchObject({
			direction: 'same',
			good: undefined,
		});
	});
});

describe('the chart of a measure', () => {
	it('counts in steps a person counts in, and holds every value', () => {
		expect(stepFor(0.17, 3)).toBeCloseTo(0.1);
		expect(scale([0.129, 0.18, 0.3]).ticks).toEqual([0.1, 0.2, 0.3]);
		expect(scale([12, 3]).ticks).toEqual([0, 5, 10, 15]);
		expect(scale([0]).ticks[0]).toBe(0);
		const { low, high } = scale([-30, 45]);
		expect(low).toBeLessThanOrEqual(-30);
		expect(high).toBeGreaterThanOrEqual(45);
	});

	it('stands in time: half way is in the middle', () => {
		const drawn = plot(
			{ series: points(['2026-01-11', 3], ['2026-01-01', 1], ['2026-01-21', 2]), target: 4 },
			{ width: 300, height: 120 },
		)!;
		const xs = drawn.points.map(({ x }) => x);
		expect(xs[1]).toBeCloseTo((xs[0]! + xs[2]!) / 2);
		expect(drawn.target).toBeLessThan(Math.min(...drawn.points.map(({ y }) => y)));
		expect(plot({ series: [] }, { width: 300, height: 120 })).toBeUndefined();
	});
});
