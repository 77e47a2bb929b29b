import { describe, expect, it } from 'vitest';
import { areaPath, curveAt, curvePath, desiredAsValence, segments, slopes, type Point } from './curve';

const valences: Point[] = [1, 2, 0, -1, 1, -1, 2, 2, 0, -2].map((value, i) => [i * 40, value]);

describe('the curve', () => {
	it('goes through every point', () => {
		for (const [x, y] of valences) expect(curveAt(valences, x)).toBeCloseTo(y, 9);
	});

	it('never leaves the room between two neighbours', () => {
		for (let i = 1; i < valences.length; i++) {
			const [[x0, y0], [x1, y1]] = [valences[i - 1]!, valences[i]!];
			for (let step = 0; step <= 20; step++) {
				const y = curveAt(valences, x0 + ((x1 - x0) * step) / 20);
				expect(y).toBeGreaterThanOrEqual(Math.min(y0, y1) - 1e-9);
				expect(y).toBeLessThanOrEqual(Math.max(y0, y1) + 1e-9);
			}
		}
	});

	it('is flat at every turn and along every plateau', () => {
		const slope = slopes(valences);
		expect(slope[1]).toBe(0);
		expect(slope[3]).toBe(0);
		expect(slope[6]).toBe(0);
		expect(slope[7]).toBe(0);
	});

	it('copes with few points', () => {
		expect(curvePath([])).toBe('');
		expect(curvePath([[3, 4]])).toBe('M3 4');
		expect(curvePath([[0, 0], [30, 30]])).toBe('M0 0C10 10 20 20 30 30'); // prettier-ignore
		expect(curveAt([], 3)).toBe(0);
	});

	it('closes the area between two curves along both', () => {
		const flat: Point[] = [[0, 5], [30, 5]]; // prettier-ignore
		const area = areaPath([[0, 0], [30, 0]], flat); // prettier-ignore
		expect(area).toBe('M0 0C10 0 20 0 30 0L30 5C20 5 10 5 0 5Z');
		expect(segments(flat)).toHaveLength(1);
	});
});

it('draws a desired rating of 1 to 10 on the scale of emotions', () => {
	expect([1, 5.5, 10].map(desiredAsValence)).toEqual([-2, 0, 2]);
});
