import { describe, expect, it } from 'vitest';
import {
	clampValence,
	gapBetween,
	monotone,
	pathOf,
	piecesBetween,
	valenceAt,
	valenceY,
	type Piece,
	type Point,
} from './curve';

/** Height of a Bézier piece at t. */
function at(piece: Piece, t: number): number {
	const [a, b, c, d] = piece.map((p) => p[1]) as [number, number, number, number];
	const s = 1 - t;
	return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}

describe('monotone', () => {
	const wild: Point[] = [
		[0, 10],
		[30, 90],
		[40, 90],
		[100, 12],
		[110, 80],
		[260, 81],
	];

	it('passes through every point', () => {
		const pieces = monotone(wild);
		expect(pieces.map((p) => p[0])).toEqual(wild.slice(0, -1));
		expect(pieces.at(-1)?.[3]).toEqual(wild.at(-1));
	});

	it('never leaves the band between two neighbours', () => {
		for (const piece of monotone(wild)) {
			const low = Math.min(piece[0][1], piece[3][1]);
			const high = Math.max(piece[0][1], piece[3][1]);
			for (let t = 0; t <= 1; t += 0.05) {
				expect(at(piece, t)).toBeGreaterThanOrEqual(low - 1e-9);
				expect(at(piece, t)).toBeLessThanOrEqual(high + 1e-9);
			}
		}
	});

	it('stays flat between equal values', () => {
		const [flat] = monotone([
			[0, 5],
			[10, 5],
		]);
		expect(flat?.map((p) => p[1])).toEqual([5, 5, 5, 5]);
	});

	it('draws nothing through one point or none', () => {
		expect(monotone([[1, 1]])).toEqual([]);
		expect(pathOf([])).toBe('');
	});
});

describe('valence', () => {
	it('places +2 on top and −2 at the bottom, and finds its way back', () => {
		expect(valenceY(2)).toBe(30);
		expect(valenceY(-2)).toBe(152);
		for (const v of [-2, -1, 0, 1, 2]) expect(valenceAt(valenceY(v))).toBe(v);
		expect(valenceAt(-500)).toBe(2);
		expect(valenceAt(500)).toBe(-2);
	});

	it('is a whole number without a negative zero', () => {
		expect(Object.is(clampValence(-0), 0)).toBe(true);
		expect(clampValence(7)).toBe(2);
	});
});

describe('gapBetween', () => {
	const actual = monotone([
		[0, 10],
		[10, 20],
		[20, 30],
		[30, 10],
	]);

	it('shades only where both lines have values', () => {
		const desired = monotone([
			[10, 5],
			[20, 5],
		]);
		const gap = gapBetween(actual, desired, 100);
		expect(gap?.area).toMatch(/^M10 5C.*20 5L20 30C.*10 20Z$/);
		expect(gap?.below).toMatch(/V100H10Z$/);
		expect(gap?.above).toMatch(/V0H10Z$/);
	});

	it('shades nothing when fewer than two moments have both', () => {
		expect(gapBetween(actual, monotone([[0, 5]]), 100)).toBeUndefined();
		expect(gapBetween([], [], 100)).toBeUndefined();
	});

	it('cuts a curve at its knots', () => {
		expect(piecesBetween(actual, 10, 30)).toHaveLength(2);
	});
});
