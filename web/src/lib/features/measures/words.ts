/** Words about a measure, in the language of the screen. */
import type { Metric } from '$lib/api';
import { measure } from '$lib/features/map/names';
import { format, m, text, type Lang } from '$lib/i18n';
import { inTime, readingOf } from './series';

/** "streefwaarde 30 % nog niet gehaald". */
export function targetWords(metric: Metric, lang: Lang): string {
	const reading = readingOf(metric);
	if (metric.target === undefined) return m.meas_no_target();
	const target = measure(metric, metric.target, lang);
	return reading?.reached === 'reached' ? m.meas_reached({ target }) : m.meas_not_yet({ target });
}

/** "gestegen sinds 31 dec"; nothing for a first figure. */
export function directionWords(metric: Metric, lang: Lang): string {
	const reading = readingOf(metric);
	if (!reading?.before || !reading.direction) return '';
	const date = format.date(reading.before.date, lang);
	if (reading.direction === 'same') return m.meas_same({ date });
	return reading.direction === 'up' ? m.meas_up({ date }) : m.meas_down({ date });
}

/** What a chart shows, for who cannot see it. */
export function chartWords(metric: Metric, lang: Lang): string {
	const series = inTime(metric.series);
	const [first, last] = [series[0], series.at(-1)];
	if (!first || !last) return m.meas_not_measured();
	const of = ({ value }: { value: number }) => measure(metric, value, lang);
	const words = { name: text(metric.name, lang), last: of(last), to: format.date(last.date, lang) };
	return series.length === 1
		? m.meas_chart_one(words)
		: m.meas_chart({ ...words, first: of(first), from: format.date(first.date, lang) });
}
