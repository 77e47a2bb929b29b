import { describe, expect, it } from 'vitest';
import type { Action, Journey, Workspace } from '$lib/api';
import { daysBetween, isOverdue, principlesOf, rowsOf, shown, sorted, type Order, type Row } from './list';

const workspace = {
	channels: [
		{ id: 'ch-store', name: { nl: 'Winkel', en: 'Shop' } },
		{ id: 'ch-email', name: { nl: 'E-mail', en: 'E-mail' } },
	],
	members: [{ id: 'm-1', name: 'Sanne' }],
	guidingPrinciples: [
		{ id: 'gp-2', order: 2, statement: { nl: 'Tweede' } },
		{ id: 'gp-1', order: 1, statement: { nl: 'Eerste' } },
	],
} as unknown as Workspace;

const action = (id: string, more: Partial<Action>): Action => ({
	id,
	title: { nl: id },
	stageId: 'st-1',
	channelId: 'ch-store',
	aim: 'experience',
	status: 'open',
	...more,
});

const journey = {
	id: 'jo',
	stages: [
		{ id: 'st-1', order: 1 },
		{ id: 'st-2', order: 2 },
	],
	opportunities: [],
	actions: [
		action('b', { due: '2026-08-01', stageId: 'st-2', ownerId: 'm-1' }),
		action('a', { due: '2026-07-01', channelId: 'ch-email', status: 'doing' }),
		action('d', { status: 'dropped' }),
		action('c', { due: '2026-06-01', status: 'done' }),
		action('é', {}),
	],
} as unknown as Journey;

const rows = rowsOf(journey, workspace);
const ids = (list: readonly Row[]) => list.map((row) => row.action.id).join('');
const by = (order: Order['by'], down = false) => ids(sorted(rows, { by: order, down }, 'nl'));

describe('the action list', () => {
	it('sorts by every column; what is empty stands last both ways', () => {
		expect(by('due')).toBe('cabdé');
		expect(by('due', true)).toBe('bacdé');
		expect(by('title')).toBe('abcdé');
		expect(by('stage')).toBe('adcéb');
		expect(by('channel')).toBe('abdcé');
		expect(by('owner')).toBe('badcé');
		expect(by('status')).toBe('abécd');
	});

	it('shows what is open, late, mine or done', () => {
		const show = (which: Parameters<typeof shown>[1], me?: string) =>
			ids(shown(rows, which, '2026-07-15', me));
		expect(show('open')).toBe('baé');
		expect(show('overdue')).toBe('a');
		expect(show('mine', 'm-1')).toBe('b');
		expect(show('mine')).toBe('');
		expect(show('done')).toBe('c');
		expect(show('all')).toBe('badcé');
	});

	it('is late from the day after the due date, and only while it is open', () => {
		expect(isOverdue({ status: 'open', due: '2026-07-15' }, '2026-07-15')).toBe(false);
		expect(isOverdue({ status: 'doing', due: '2026-07-14' }, '2026-07-15')).toBe(true);
		expect(isOverdue({ status: 'done', due: '2026-07-14' }, '2026-07-15')).toBe(false);
		expect(isOverdue({ status: 'open' }, '2026-07-15')).toBe(false);
	});

	it('counts days over the end of a month and of summer time', () => {
		expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
		expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
	});

	it('[R17] names the principles an action clashes with, in their order', () => {
		const checked = action('x', {
			principleChecks: [
				{ principleId: 'gp-2', verdict: 'conflicts' },
				{ principleId: 'gp-1', verdict: 'fits' },
				{ principleId: 'gone', verdict: 'conflicts' },
			],
		});
		const [row] = rowsOf({ ...journey, actions: [checked] }, workspace);
		expect(row?.conflicts.map(({ id }) => id)).toEqual(['gp-2']);
		expect(row?.fits).toBe(1);
	});

	it('takes the principles a journey names, or all, in order', () => {
		expect(principlesOf({}, workspace).map(({ id }) => id)).toEqual(['gp-1', 'gp-2']);
		expect(principlesOf({ principleIds: ['gp-2'] }, workspace).map(({ id }) => id)).toEqual(['gp-2']);
	});
});
