import { describe, expect, it } from 'vitest';
import type { Metric, TableAnswer } from '$lib/api';
import { guessed, mappingOf } from './mapping';
import { effectOf, groupsOf, storeOps } from './plan';

type Column = TableAnswer['columns'][number];
const columns = (...guesses: [Column['guess'], string][]): Column[] =>
	guesses.map(([guess, name], index) => ({ index, guess, name, samples: [] }));
const table = (...guesses: [Column['guess'], string][]) => ({ columns: columns(...guesses), header: true });

describe('the meaning of columns', () => {
	it('a table with a measure per row is read as it is', () => {
		const detected = table(['date', 'datum'], ['metric', 'meetwaarde'], ['value', 'waarde'], ['n', 'n']);
		expect(mappingOf(guessed(detected), detected)).toEqual({
			date: 0,
			metric: 1,
			measures: [{ value: 2, n: 3 }],
		});
	});

	it('web figures become a ratio of two columns, added up per day', () => {
		const detected = table(
			['date', 'dag'],
			['page', 'pagina'],
			['clicks', 'klikken'],
			['impressions', 'vertoningen'],
		);
		const mapping = mappingOf(guessed(detected), detected);
		expect(mapping).toMatchObject({ date: 0, sum: true, measures: [{ numerator: 2, denominator: 3 }] });
	});

	it('asks on while something is missing', () => {
		const detected = table(['text', 'a'], ['number', 'b']);
		const choice = guessed(detected);
		expect(mappingOf(choice, detected)).toBeUndefined();
		expect(mappingOf({ ...choice, date: 0 }, detected)).toEqual({
			date: 0,
			measures: [{ metric: 'b', value: 1 }],
		});
		expect(
			mappingOf({ ...choice, date: 0, wanted: [{ name: '', kind: 'value', value: 1 }] }, detected),
		).toBeUndefined();
		expect(mappingOf({ ...choice, date: 0, header: false }, detected)).toMatchObject({ header: false });
	});
});

describe('storing figures', () => {
	const metrics = [
		{
			id: 'me-03',
			stageId: 'st-think',
			name: { nl: 'Proefritaanvragen per bezoeker' },
			unit: 'ratio',
			series: [{ date: '2026-06-30', value: 0.16 }],
		},
	] as Metric[];
	const figure = (date: string, metric: string, value: number, n?: number) => ({
		line: 2,
		date,
		metric,
		value,
		n,
	});

	it('go to the measure of that name, and the same day is overwritten', () => {
		const [group] = groupsOf(
			[
				figure('2026-06-30', 'proefritaanvragen per bezoeker', 0.18, 900),
				figure('2026-07-31', 'proefritaanvragen per bezoeker', 0.2),
			],
			metrics,
			'st-see',
			new Set(),
			'web.csv',
		);
		expect(group).toMatchObject({ metricId: 'me-03', stageId: 'st-think', unit: 'ratio' });
		expect(effectOf(group!, metrics)).toMatchObject({ added: 1, overwritten: 1 });
		expect(storeOps([group!], metrics, 'nl')).toEqual([
			{
				op: 'set',
				id: 'me-03',
				key: 'series',
				value: [
					{ date: '2026-06-30', value: 0.18, n: 900, source: 'web.csv' },
					{ date: '2026-07-31', value: 0.2, source: 'web.csv' },
				],
			},
		]);
	});

	it('make a new measure where there is none; of one day twice the last counts', () => {
		const groups = groupsOf(
			[figure('2026-01-01', 'Klikken', 3), figure('2026-01-01', 'Klikken', 5)],
			metrics,
			'st-see',
			new Set(),
			'',
		);
		expect(groups).toMatchObject([{ doubled: 1, unit: 'number', stageId: 'st-see', metricId: undefined }]);
		expect(storeOps(groups, metrics, 'nl')).toMatchObject([
			{
				op: 'insert',
				type: 'metric',
				props: { name: { nl: 'Klikken' }, series: [{ date: '2026-01-01', value: 5 }] },
			},
		]);
	});
});
