// From figures that were read to edits: per measure which figures are new and which take the place of others.
import type { Figures, Metric } from '$lib/api';
import type { Lang } from '$lib/i18n';
import { newId, type Op } from '$lib/ops';
import { merged, type Point } from '../series';
import { named } from '../suggested';

/** The figures of one measure, and where they go. */
export interface Group {
	name: string;
	points: Point[];
	/** Of days that stand more than once in the table, only the last counts. */
	doubled: number;
	/** The measure they go to; undefined makes a new one. */
	metricId?: string;
	/** For a new measure. */
	stageId: string;
	unit: string;
}

/** Groups the figures by measure; those whose name a measure has already go there. */
export function groupsOf(
	figures: Figures['points'],
	metrics: readonly Metric[],
	stageId: string,
	ratios: ReadonlySet<string>,
	source: string,
): Group[] {
	const byName = new Map<string, Figures['points']>();
	for (const figure of figures) {
		const name = figure.metric.trim();
		byName.set(name, [...(byName.get(name) ?? []), figure]);
	}
	return [...byName].map(([name, rows]) => {
		const days = new Map<string, Point>();
		for (const { date, value, n } of rows)
			days.set(date, { date, value, ...(n === undefined ? {} : { n }), ...(source ? { source } : {}) });
		const metric = named(metrics, name);
		const shares = rows.every(({ value }) => value >= 0 && value <= 1);
		return {
			name,
			points: [...days.values()],
			doubled: rows.length - days.size,
			metricId: metric?.id,
			stageId: metric?.stageId ?? stageId,
			unit: metric?.unit ?? (ratios.has(name) && shares ? 'ratio' : 'number'),
		};
	});
}

export interface Effect {
	added: number;
	overwritten: number;
}

/** What storing a group would do. */
export function effectOf(group: Group, metrics: readonly Metric[]): Effect {
	const metric = metrics.find(({ id }) => id === group.metricId);
	return merged(metric?.series, group.points);
}

/** Stores the groups, as one edit. */
export function storeOps(groups: readonly Group[], metrics: readonly Metric[], lang: Lang): Op[] {
	return groups.map((group): Op => {
		const metric = metrics.find(({ id }) => id === group.metricId);
		const { series } = merged(metric?.series, group.points);
		if (metric) return { op: 'set', id: metric.id, key: 'series', value: series };
		const props = {
			stageId: group.stageId,
			name: { [lang]: group.name },
			unit: group.unit,
			better: 'higher',
			series,
		};
		return { op: 'insert', id: newId(), type: 'metric', props };
	});
}
