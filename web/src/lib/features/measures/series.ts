// The figures of a measure over time: one per day, oldest first.
import type { Metric } from '$lib/api';

export type Point = NonNullable<Metric['series']>[number];

const byDate = (a: Point, b: Point) => a.date.localeCompare(b.date);

/** The figures in order. */
export function inTime(series: readonly Point[] | undefined): Point[] {
	return [...(series ?? [])].sort(byDate);
}

export interface Merged {
	series: Point[];
	/** Days that had no figure before. */
	added: number;
	/** Days whose figure was another one. */
	overwritten: number;
}

/** The series with figures added; a day that has one already takes the new one. */
export function merged(series: readonly Point[] | undefined, points: readonly Point[]): Merged {
	const days = new Map(inTime(series).map((point) => [point.date, point]));
	const before = new Map(days);
	for (const point of points) days.set(point.date, point);
	const changed = [...days].filter(([date, point]) => before.get(date) !== point);
	const added = changed.filter(([date]) => !before.has(date)).length;
	const overwritten = changed.filter(([date, point]) => {
		const old = before.get(date);
		return old !== undefined && (old.value !== point.value || old.n !== point.n);
	}).length;
	return { series: [...days.values()].sort(byDate), added, overwritten };
}

export type Reached = 'reached' | 'not_yet' | 'no_target';
export type Direction = 'up' | 'down' | 'same';

/** What the last figure says: whether the target is reached, and how it went since the figure before. */
export interface Reading {
	last: Point;
	reached: Reached;
	before?: Point;
	direction?: Direction;
	/** Whether that is the way it should go. */
	good?: boolean;
}

export function readingOf(metric: Pick<Metric, 'series' | 'target' | 'better'>): Reading | undefined {
	const series = inTime(metric.series);
	const last = series.at(-1);
	if (!last) return undefined;
	const lower = metric.better === 'lower';
	const { target } = metric;
	const reached =
		target === undefined
			? 'no_target'
			: (lower ? last.value <= target : last.value >= target)
				? 'reached'
				: 'not_yet';
	const before = series.at(-2);
	if (!before) return { last, reached };
	const direction = last.value > before.value ? 'up' : last.value < before.value ? 'down' : 'same';
	const good = direction === 'same' ? undefined : (direction === 'down') === lower;
	return { last, reached, before, direction, good };
}
