import { describe, expect, it } from 'vitest';
import { layStrip, STRIP_STAGE_SCROLLED } from './strip';

const moments = (...valences: (number | undefined)[]) =>
	valences.map((valence, i) => ({ id: `m${i}-${valence}`, valence }));

describe('layStrip', () => {
	it('shares the room among few stages', () => {
		const strip = layStrip([moments(1), moments(0), moments(2), moments(-1)], 366);
		expect(strip.width).toBe(366);
		expect(strip.stageWidth).toBe(91.5);
	});

	it('grows beyond the screen when names would no longer fit', () => {
		const strip = layStrip(
			Array.from({ length: 20 }, () => []),
			366,
		);
		expect(strip.stageWidth).toBe(STRIP_STAGE_SCROLLED);
		expect(strip.width).toBe(20 * STRIP_STAGE_SCROLLED);
	});

	it('keeps every moment inside its own stage, from left to right', () => {
		const { points, stageWidth } = layStrip([moments(1, 2, 0), [], moments(-2, -1)], 300);
		const xs = points.map(([x]) => x);
		expect(xs).toEqual(xs.toSorted((a, b) => a - b));
		expect(xs.slice(0, 3).every((x) => x > 0 && x < stageWidth)).toBe(true);
		expect(xs.slice(3).every((x) => x > 2 * stageWidth && x < 3 * stageWidth)).toBe(true);
	});

	it('puts happier moments higher and leaves out those without an emotion', () => {
		const { points, middle } = layStrip([moments(2, undefined, 0, -2)], 300);
		expect(points).toHaveLength(3);
		expect(points[0]![1]).toBeLessThan(middle);
		expect(points[1]![1]).toBe(middle);
		expect(points[2]![1]).toBeGreaterThan(middle);
	});

	it('shows the low point, the happiest moments and the end', () => {
		const { faces } = layStrip([moments(2, 1), moments(-2), moments(1, 0)], 360);
		expect(faces.map((face) => face.valence)).toEqual([2, -2, 0]);
	});

	it('lets a low point win from a happy moment that it would cover', () => {
		const { faces } = layStrip([Array.from({ length: 12 }, (_, i) => ({ id: `${i}`, valence: -2 }))], 64);
		expect(faces.length).toBeLessThan(5);
		expect(faces.every((face, i) => i === 0 || face.x - faces[i - 1]!.x >= 15)).toBe(true);
	});

	it('survives a journey without stages or moments', () => {
		expect(layStrip([], 366)).toMatchObject({ width: 366, points: [], faces: [] });
		expect(layStrip([[]], 366).points).toEqual([]);
	});
});
