import { describe, expect, it } from 'vitest';
import { backToFront, nest } from './circles';

const sizes = (...list: number[]) => list.map((size, i) => ({ id: `s${i}`, size }));

describe('nest', () => {
	it('[R27] draws areas that follow the numbers', () => {
		const { circles } = nest(sizes(24_000, 3600, 540, 216));
		const area = (i: number) => circles[i]!.r ** 2;
		expect(area(1) / area(0)).toBeCloseTo(0.15, 9);
		expect(area(2) / area(1)).toBeCloseTo(0.15, 9);
		expect(area(3) / area(2)).toBeCloseTo(0.4, 9);
	});

	it('[R27] keeps every smaller circle inside the larger one', () => {
		const { circles } = nest(sizes(24_000, 3600, 540, 216));
		for (const [i, inner] of circles.slice(1).entries()) {
			const outer = circles[i]!;
			const apart = Math.hypot(inner.cx - outer.cx, inner.cy - outer.cy);
			expect(apart + inner.r).toBeLessThanOrEqual(outer.r + 1e-9);
		}
	});

	it('paints a stage with more people than the one before behind it, so that both show', () => {
		const { circles } = nest(sizes(100, 400));
		expect(backToFront(circles).map((c) => c.id)).toEqual(['s1', 's0']);
	});

	it('gives twenty stages labels that stand clear of each other and inside the picture', () => {
		const { circles, height } = nest(sizes(...Array.from({ length: 20 }, (_, i) => 1000 - i)));
		const heights = circles.map((c) => c.labelY);
		for (const [i, y] of heights.slice(1).entries()) expect(y - heights[i]!).toBeGreaterThanOrEqual(40);
		expect(Math.min(...heights)).toBeGreaterThan(10);
		expect(Math.max(...heights)).toBeLessThan(height - 20);
	});

	it('shows nobody as a dot', () => {
		const [one, none] = nest(sizes(10, 0)).circles;
		expect(none!.r).toBeGreaterThan(0);
		expect(none!.r).toBeLessThan(one!.r);
		expect(nest([]).circles).toEqual([]);
	});
});
