import { describe, expect, it } from 'vitest';
import type { Journey, Stage } from '$lib/api';
import { placeColumns } from './columns';
import { valenceY } from './curve';
import { overlay } from './overlay';

const stage = (id: string, order: number, key?: string) => ({ id, order, key, name: { nl: id } }) as Stage;
const own = [stage('a', 1, 'see'), stage('b', 2, 'think'), stage('c', 3, 'do')];
const columns = placeColumns(
	own.map(({ id }) => ({ id, momentIds: ['1', '2'] })),
	false,
	0,
);
const moment = (id: string, stageId: string, order: number, valence?: number) => ({
	id,
	stageId,
	laneId: 'l',
	order,
	type: 'touchpoint',
	title: { nl: id },
	emotion: valence === undefined ? undefined : { valence },
});
const journey = (stages: Stage[], ...cards: ReturnType<typeof moment>[]) =>
	({ stages, lanes: [{ id: 'l', order: 1, type: 'touchpoint' }], cards }) as unknown as Journey;
const at = (x: number) => columns.find((c) => x >= c.x && x < c.x + c.w)?.id;

describe('overlay', () => {
	it('puts the feelings of a stage with the same key into that column, in order', () => {
		const other = journey(
			[stage('x', 1, 'do'), stage('y', 2, 'see')],
			moment('1', 'x', 1, 2),
			moment('2', 'y', 1, -1),
		);
		const { felt } = overlay(columns, own, other);
		expect(felt.map((f) => [at(f.at[0]), f.valence])).toEqual([
			['c', 2],
			['a', -1],
		]);
		expect(felt[0]?.at[1]).toBe(valenceY(2));
	});

	it('goes by place when no key fits', () => {
		const other = journey(
			[stage('x', 1, 'dream'), stage('y', 2)],
			moment('1', 'x', 1, 1),
			moment('2', 'y', 1, 0),
		);
		expect(overlay(columns, own, other).felt.map((f) => at(f.at[0]))).toEqual(['a', 'b']);
	});

	it('tells which stages have no counterpart here', () => {
		const other = journey(
			[stage('x', 1, 'do'), stage('y', 2, 'care')],
			moment('1', 'x', 1, 1),
			moment('2', 'y', 1, 0),
		);
		const { felt, unmatched } = overlay(columns, own, other);
		expect(felt).toHaveLength(1);
		expect(unmatched.map((s) => s.id)).toEqual(['y']);
	});

	it('spreads moments over the column and leaves out those without a feeling', () => {
		const other = journey(
			[stage('x', 1, 'see')],
			moment('1', 'x', 1, 1),
			moment('2', 'x', 2),
			moment('3', 'x', 3, -2),
		);
		const { felt } = overlay(columns, own, other);
		expect(felt).toHaveLength(2);
		expect(felt[0]!.at[0]).toBeLessThan(felt[1]!.at[0]);
		expect(at(felt[1]!.at[0])).toBe('a');
	});
});
