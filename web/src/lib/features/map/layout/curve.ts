/**
 * The lines of the emotion lane: heights, the shaded distance between two curves, and faces that are
 * dragged. The curve itself is the monotone one that all pictures share.
 */
import { segments, type Point } from '$lib/ui/curve';

export type { Point };

/** One cubic Bézier piece: start, two handles, end. */
export type Piece = readonly [Point, Point, Point, Point];

/** Height of the emotion lane. */
export const EMOTION_HEIGHT = 186;
const TOP = 30;
const REACH = EMOTION_HEIGHT - 64;

/** Where a valence −2…+2 stands in the emotion lane; `height` and `top` suit smaller drawings. */
export function valenceY(valence: number, top = TOP, reach = REACH): number {
	return top + ((2 - valence) / 4) * reach;
}

/** The nearest whole valence for a height in the emotion lane. */
export function valenceAt(y: number): number {
	return clampValence(Math.round(2 - ((y - TOP) / REACH) * 4));
}

/** A whole valence within −2…+2. */
export function clampValence(valence: number): number {
	return Math.max(-2, Math.min(2, valence)) + 0;
}

/** The curve through points whose x strictly rises; fewer than two points give no piece. */
export function monotone(points: readonly Point[]): Piece[] {
	return segments(points).map(([one, two, end], i) => [points[i] as Point, one, two, end] as const);
}

const num = (v: number) => String(Math.round(v * 10) / 10);
const pair = (p: Point) => `${num(p[0])} ${num(p[1])}`;

/** SVG path of a curve; empty for no piece. */
export function pathOf(pieces: readonly Piece[]): string {
	const first = pieces[0];
	if (!first) return '';
	return `M${pair(first[0])}` + pieces.map(([, a, b, c]) => `C${pair(a)} ${pair(b)} ${pair(c)}`).join('');
}

/** The pieces between two x values that are both knots of the curve. */
export function piecesBetween(pieces: readonly Piece[], from: number, to: number): Piece[] {
	return pieces.filter(([start, , , end]) => start[0] >= from - 1e-6 && end[0] <= to + 1e-6);
}

/** What the shaded distance between two lines needs. */
export interface GapPaths {
	/** The whole area between the lines. */
	area: string;
	/** Clip for what lies below the desired line: the shortfall. */
	below: string;
	/** Clip for what lies above the desired line: the surplus. */
	above: string;
}

/**
 * The area between the actual and the desired curve, from the first to the last x at which both have a
 * knot. `undefined` when they share fewer than two.
 */
export function gapBetween(
	actual: readonly Piece[],
	desired: readonly Piece[],
	height: number,
): GapPaths | undefined {
	const knots = (pieces: readonly Piece[]) => new Set(pieces.flatMap((p) => [p[0][0], p[3][0]]));
	const other = knots(desired);
	const shared = [...knots(actual)].filter((x) => other.has(x));
	const from = Math.min(...shared);
	const to = Math.max(...shared);
	if (shared.length < 2) return undefined;
	const a = piecesBetween(actual, from, to);
	const d = piecesBetween(desired, from, to);
	const edge = pathOf(d);
	return {
		area: `${edge}${backwards(a)}Z`,
		below: `${edge}V${height}H${num(from)}Z`,
		above: `${edge}V0H${num(from)}Z`,
	};
}

function backwards(pieces: readonly Piece[]): string {
	const last = pieces.at(-1);
	if (!last) return '';
	const steps = pieces.toReversed().map(([start, a, b]) => `C${pair(b)} ${pair(a)} ${pair(start)}`);
	return `L${pair(last[3])}${steps.join('')}`;
}
