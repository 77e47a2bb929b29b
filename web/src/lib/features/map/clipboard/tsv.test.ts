import { describe, expect, it } from 'vitest';
import type { Card, Journey } from '$lib/api';
import { applyOps, journeySchema, openDoc } from '$lib/ops';
import { cell, sample } from '$lib/ops/sample';
import { planRows, readRows, rowsOps } from './tsv';

describe('readRows', () => {
	const f = (text: string, want: string[][]) =>
		it(JSON.stringify(text), () => expect(readRows(text)).toEqual(want));
	f('een', [['een']]);
	f('een\ttwee\ndrie\tvier\n', [
		['een', 'twee'],
		['drie', 'vier'],
	]);
	f('een\t\tdrie\r\n\ttwee\r\n', [
		['een', '', 'drie'],
		['', 'twee'],
	]);
	f('een\t\n', [['een', '']]);
	f('"een\nregel"\t"hij zei ""hoi"""', [['een\nregel', 'hij zei "hoi"']]);
	f('"half open\ttwee', [['"half open', 'twee']]);
	f('"Mooi" zei hij\ttwee', [['"Mooi" zei hij', 'twee']]);
	f('', []);
	f('een\n\ntwee\n\n', [['een'], [''], ['twee']]);
});

describe('planRows', () => {
	const rows = [
		['a', 'b', 'c'],
		['d', ' ', 'e'],
		['f', 'g'],
	];

	it('lays columns over the stages and counts what finds none', () => {
		expect(planRows(rows, ['s1', 's2'], 's1')).toEqual({
			columns: [
				{ stageId: 's1', texts: ['a', 'd', 'f'] },
				{ stageId: 's2', texts: ['b', 'g'] },
			],
			count: 5,
			left: 2,
		});
		expect(planRows(rows, ['s1', 's2'], 's2')).toMatchObject({ count: 3, left: 4 });
	});
});

describe('rowsOps', () => {
	const journey = sample();
	const made = (rows: string[][], at: { stageId: string; laneId: string; cardId?: string }) => {
		const { ops } = rowsOps(planRows(rows, ['s1', 's2'], at.stageId), journey, at, 'nl', [
			{ id: 'ch-process' },
		]);
		const { doc, results } = applyOps(journeySchema, openDoc(journey), ops);
		expect(results.every(({ applied }) => applied)).toBe(true);
		return doc.all as Journey;
	};
	const title = (now: Journey, of: Partial<Card>) =>
		now.cards.find((c) => c.stageId === of.stageId && c.order === of.order && c.laneId === 'l1')?.title.nl;

	it('adds further cards after the one with the focus, and in the next stage at the end', () => {
		const now = made([['een', 'drie'], ['twee']], { stageId: 's1', laneId: 'l1', cardId: 'a' });
		expect([1, 2, 3, 4].map((order) => title(now, { stageId: 's1', order }))).toEqual([
			'a',
			'een',
			'twee',
			'b',
		]);
		expect(title(now, { stageId: 's2', order: 2 })).toBe('drie');
		expect(cell(now, 's2').startsWith('d1')).toBe(true);
	});

	it('keeps a long text as the text of the card', () => {
		const now = made([['x'.repeat(250)]], { stageId: 's1', laneId: 'l2' });
		const card = now.cards.at(-1);
		expect([card?.type, card?.title.nl?.length, card?.body?.nl?.length]).toEqual(['touchpoint', 200, 250]);
	});

	it('makes actions in a lane of actions', () => {
		const now = made([['bel terug', 'stuur een kaart']], { stageId: 's1', laneId: 'l3' });
		expect(now.actions.map((action) => [action.stageId, action.title.nl])).toEqual([
			['s1', 'bel terug'],
			['s2', 'stuur een kaart'],
		]);
	});
});
