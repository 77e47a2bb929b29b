// Measures that fit each of the four kinds of stage: every stage is judged by its own, not everything by sales.
// Source: A. Kaushik, See-Think-Do-Care (2013, 2015); the words are ours.
import type { Metric, Stage } from '$lib/api';
import type { Kind } from '$lib/features/tactics/library';
import { langs, m, type LText } from '$lib/i18n';

type Words = (inputs?: object, options?: { locale: 'nl' | 'en' }) => string;

export interface Suggested {
	id: string;
	name: LText;
	/** In the language of the screen: a formula has one. */
	formula: string;
	unit: string;
	better: 'higher' | 'lower';
}

type Entry = [id: string, name: Words, formula: Words, unit?: string, better?: 'higher' | 'lower'];

const table: Record<Kind, readonly Entry[]> = {
	see: [
		['conversation', m.meas_s_conversation as Words, m.meas_f_conversation as Words, 'number'],
		['amplification', m.meas_s_amplification as Words, m.meas_f_amplification as Words, 'number'],
		['applause', m.meas_s_applause as Words, m.meas_f_applause as Words, 'number'],
		['subscribers', m.meas_s_subscribers as Words, m.meas_f_subscribers as Words, 'number'],
	],
	think: [
		['ctr', m.meas_s_ctr as Words, m.meas_f_ctr as Words],
		['depth', m.meas_s_depth as Words, m.meas_f_depth as Words, 'number'],
		['assisted', m.meas_s_assisted as Words, m.meas_f_assisted as Words],
	],
	do: [
		['loyalty', m.meas_s_loyalty as Words, m.meas_f_loyalty as Words],
		['abandonment', m.meas_s_abandonment as Words, m.meas_f_abandonment as Words, 'ratio', 'lower'],
		['conversion', m.meas_s_conversion as Words, m.meas_f_conversion as Words],
		['profit', m.meas_s_profit as Words, m.meas_f_profit as Words, 'number'],
	],
	care: [
		['repeat', m.meas_s_repeat as Words, m.meas_f_repeat as Words],
		['recommend', m.meas_s_recommend as Words, m.meas_f_recommend as Words, 'points'],
		['lifetime', m.meas_s_lifetime as Words, m.meas_f_lifetime as Words, 'number'],
	],
};

/** What could be measured in a stage of this kind and is not yet. */
export function suggestedFor(
	kind: Kind,
	stage: Pick<Stage, 'id'>,
	metrics: readonly Pick<Metric, 'stageId' | 'name'>[],
): Suggested[] {
	const own = metrics.filter(({ stageId }) => stageId === stage.id);
	const has = (name: LText) =>
		own.some((metric) => langs.some((lang) => same(metric.name[lang], name[lang])));
	return table[kind]
		.map(([id, name, formula, unit = 'ratio', better = 'higher']): Suggested => ({
			id,
			name: Object.fromEntries(langs.map((locale) => [locale, name({}, { locale })])),
			formula: formula(),
			unit,
			better,
		}))
		.filter(({ name }) => !has(name));
}

/** Capitals and the shape of apostrophes make no other name. */
const plain = (name: string) => name.trim().toLowerCase().replace(/[’‘]/g, "'");

const same = (a: string | undefined, b: string | undefined) =>
	a !== undefined && b !== undefined && plain(a) === plain(b);

/** The measure with this name, in whichever language. */
export function named<T extends Pick<Metric, 'name'>>(metrics: readonly T[], name: string): T | undefined {
	return metrics.find((metric) => langs.some((lang) => same(metric.name[lang], name)));
}
