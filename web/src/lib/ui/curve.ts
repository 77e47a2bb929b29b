// Smooth lines through measured points: a monotone cubic (Fritsch and Carlson 1980, with the harmonic mean of
// the slopes), which never goes above or below a measured value between two neighbours.

/** [x, y], x increasing. */
export type Point = readonly [number, number];

/** Slope of the curve in every point; 0 at every turn, so that a peak stays the highest place. */
export function slopes(points: readonly Point[]): number[] {
	const count = points.length;
	if (count < 2) return points.map(() => 0);
	const width: number[] = [];
	const secant: number[] = [];
	for (let i = 0; i < count - 1; i++) {
		width.push(points[i + 1]![0] - points[i]![0]);
		secant.push((points[i + 1]![1] - points[i]![1]) / width[i]!);
	}
	return points.map((_, i) => {
		if (i === 0) return secant[0]!;
		if (i === count - 1) return secant[count - 2]!;
		const [before, after] = [secant[i - 1]!, secant[i]!];
		if (before * after <= 0) return 0;
		const [left, right] = [width[i - 1]!, width[i]!];
		return (3 * (left + right)) / ((2 * right + left) / before + (right + 2 * left) / after);
	});
}

const short = (value: number): string => String(Math.round(value * 10) / 10);

/** One cubic per gap between points, as [control 1, control 2, end]. */
export function segments(points: readonly Point[]): [Point, Point, Point][] {
	const slope = slopes(points);
	return points.slice(1).map((end, i) => {
		const start = points[i]!;
		const third = (end[0] - start[0]) / 3;
		return [
			[start[0] + third, start[1] + slope[i]! * third],
			[end[0] - third, end[1] - slope[i + 1]! * third],
			end,
		];
	});
}

/** SVG path through the points; '' without points. */
export function curvePath(points: readonly Point[]): string {
	const [first] = points;
	if (!first) return '';
	const parts = segments(points).map(
		(cubic) => 'C' + cubic.map(([x, y]) => `${short(x)} ${short(y)}`).join(' '),
	);
	return `M${short(first[0])} ${short(first[1])}${parts.join('')}`;
}

/** SVG path of the area between two curves, out along the first and back along the second. */
export function areaPath(out: readonly Point[], back: readonly Point[]): string {
	if (out.length === 0 || back.length === 0) return '';
	const last = back.at(-1)!;
	const cubics = segments(back)
		.map(([one, two], i) => [two, one, back[i]!] as const)
		.reverse()
		.map((cubic) => 'C' + cubic.map(([x, y]) => `${short(x)} ${short(y)}`).join(' '));
	return `${curvePath(out)}L${short(last[0])} ${short(last[1])}${cubics.join('')}Z`;
}

/** Height of the curve at x, for labels that stand on it; the nearest end outside the points. */
export function curveAt(points: readonly Point[], x: number): number {
	const first = points[0];
	if (!first) return 0;
	if (x <= first[0]) return first[1];
	const at = points.findIndex((point) => point[0] >= x);
	if (at < 0) return points.at(-1)![1];
	const [start, end] = [points[at - 1]!, points[at]!];
	const [one, two] = segments(points)[at - 1]!;
	const t = (x - start[0]) / (end[0] - start[0]);
	const u = 1 - t;
	return u ** 3 * start[1] + 3 * u * u * t * one[1] + 3 * u * t * t * two[1] + t ** 3 * end[1];
}

/** A desired rating of 1 … 10 on the emotion scale of −2 … +2. */
export function desiredAsValence(rating: number): number {
	return ((rating - 5.5) / 4.5) * 2;
}
