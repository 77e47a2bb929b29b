// What the columns of a table mean, as a person says it: every row names its measure, or columns are figures.
import type { TableAnswer, TableMapping } from '$lib/api';
import { m } from '$lib/i18n';

/** One figure that every row gives. */
export interface Wanted {
	name: string;
	kind: 'value' | 'ratio';
	/** Of a ratio this is the numerator. */
	value?: number;
	denominator?: number;
	n?: number;
}

export interface Choice {
	date?: number;
	/** `named`: a column names the measure. `columns`: every figure has columns of its own. */
	mode: 'named' | 'columns';
	/** For `named`. */
	metric?: number;
	value?: number;
	n?: number;
	/** For `columns`. */
	wanted: Wanted[];
	/** Rows of one day are added up. */
	sum: boolean;
	header: boolean;
}

type Guess = TableAnswer['columns'][number]['guess'];

const numbers: readonly Guess[] = [
	'value',
	'number',
	'clicks',
	'visits',
	'pageviews',
	'conversions',
	'impressions',
];

/** What the table most probably means. */
export function guessed({ columns, header }: Pick<TableAnswer, 'columns' | 'header'>): Choice {
	const at = (guess: Guess) => columns.find((column) => column.guess === guess)?.index;
	const [metric, value] = [at('metric'), at('value')];
	const perPage = at('page') !== undefined || at('query') !== undefined;
	return {
		date: at('date'),
		mode: metric !== undefined && value !== undefined ? 'named' : 'columns',
		metric,
		value,
		n: at('n'),
		wanted: [firstFigure(columns)],
		sum: perPage,
		header,
	};
}

function firstFigure(columns: TableAnswer['columns']): Wanted {
	const at = (guess: Guess) => columns.find((column) => column.guess === guess)?.index;
	const ratio = (
		name: string,
		value: number | undefined,
		denominator: number | undefined,
	): Wanted | undefined =>
		value === undefined || denominator === undefined
			? undefined
			: { name, kind: 'ratio', value, denominator };
	const figure = numbers.map(at).find((index) => index !== undefined);
	return (
		ratio(m.meas_s_ctr(), at('clicks'), at('impressions')) ??
		ratio(m.meas_s_conversion(), at('conversions'), at('visits')) ??
		ratio(m.meas_s_depth(), at('pageviews'), at('visits')) ?? {
			name: columns[figure ?? -1]?.name ?? '',
			kind: 'value',
			value: figure,
			n: at('n'),
		}
	);
}

/** The choice as the server takes it; undefined while something that is needed is not chosen. */
export function mappingOf(choice: Choice, detected: Pick<TableAnswer, 'header'>): TableMapping | undefined {
	const { date, metric, value, n, wanted, sum, header } = choice;
	if (date === undefined) return undefined;
	const shared = { date, ...(sum ? { sum } : {}), ...(header === detected.header ? {} : { header }) };
	if (choice.mode === 'named') {
		if (metric === undefined || value === undefined) return undefined;
		return { ...shared, metric, measures: [{ value, ...(n === undefined ? {} : { n }) }] };
	}
	const measures = wanted.flatMap((each) => measureOf(each) ?? []);
	return measures.length === wanted.length && measures.length > 0 ? { ...shared, measures } : undefined;
}

function measureOf({
	name,
	kind,
	value,
	denominator,
	n,
}: Wanted): TableMapping['measures'][number] | undefined {
	const metric = name.trim();
	if (!metric || value === undefined) return undefined;
	const rest = n === undefined ? {} : { n };
	if (kind === 'value') return { metric, value, ...rest };
	return denominator === undefined ? undefined : { metric, numerator: value, denominator, ...rest };
}
