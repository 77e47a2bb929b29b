// Where everything of a trend chart stands. The scale holds every figure, the baseline and the target.
import type { Metric } from '$lib/api';
import { inTime, type Point } from './series';

export interface Size {
	width: number;
	height: number;
}

/** Room for the figures at the left, the dates below, and the words of the lines at the right. */
const margin = { left: 44, right: 10, top: 10, bottom: 20 };

export interface Plot {
	points: { x: number; y: number; point: Point }[];
	/** The line through the points, as a path. */
	line: string;
	baseline?: number;
	target?: number;
	ticks: { y: number; value: number }[];
	left: number;
	right: number;
	bottom: number;
}

/** Steps a person counts in: 1, 2, 2.5 and 5, times a power of ten. */
const steps = [1, 2, 2.5, 5, 10];

/** A step that parts a range into at most `most` pieces. */
export function stepFor(range: number, most: number): number {
	const rough = range / most;
	const power = 10 ** Math.floor(Math.log10(rough));
	return power * steps.find((step) => step * power >= rough * (1 - 1e-9))!;
}

/** Bounds on whole steps around the values, and the steps between them. */
export function scale(values: readonly number[], most = 3): { low: number; high: number; ticks: number[] } {
	let low = Math.min(...values);
	let high = Math.max(...values);
	if (low === high) {
		const half = Math.abs(low) / 4 || 0.5;
		low = low >= 0 ? Math.max(0, low - half) : low - half;
		high += half;
	}
	const step = stepFor(high - low, most);
	const first = Math.floor(low / step + 1e-9);
	const last = Math.ceil(high / step - 1e-9);
	const ticks = Array.from({ length: last - first + 1 }, (_, i) =>
		Number(((first + i) * step).toPrecision(12)),
	);
	return { low: ticks[0]!, high: ticks.at(-1)!, ticks };
}

/** Undefined while there is nothing to draw. */
export function plot(
	metric: Pick<Metric, 'series' | 'baseline' | 'target'>,
	{ width, height }: Size,
): Plot | undefined {
	const series = inTime(metric.series);
	if (series.length === 0) return undefined;
	const lines = [metric.baseline, metric.target].filter((value) => value !== undefined);
	const { low, high, ticks } = scale([...series.map(({ value }) => value), ...lines]);
	const [left, right, bottom] = [margin.left, width - margin.right, height - margin.bottom];
	const y = (value: number) => round(bottom - ((value - low) / (high - low)) * (bottom - margin.top));
	const times = series.map(({ date }) => Date.parse(date));
	const [from, to] = [times[0]!, times.at(-1)!];
	const x = (time: number) =>
		round(from === to ? (left + right) / 2 : left + 6 + ((time - from) / (to - from)) * (right - left - 12));
	const points = series.map((point, i) => ({ x: x(times[i]!), y: y(point.value), point }));
	return {
		points,
		line: points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join(''),
		baseline: metric.baseline === undefined ? undefined : y(metric.baseline),
		target: metric.target === undefined ? undefined : y(metric.target),
		ticks: ticks.map((value) => ({ y: y(value), value })),
		left,
		right,
		bottom,
	};
}

const round = (value: number) => Math.round(value * 10) / 10;
