import { describe, expect, it } from 'vitest';
import type { Card, Journey } from '$lib/api';
import * as edits from './edits';

const card = (id: string, stageId: string, order: number, laneId = 'l1') =>
	({ id, stageId, laneId, order, type: 'doing', title: { nl: id }, evidenceStatus: 'guess' }) as Card;

const journey = {
	stages: [
		{ id: 'b', order: 2, name: {} },
		{ id: 'a', order: 1, name: {} },
		{ id: 'c', order: 3, name: {} },
	],
	cards: [
		card('a1', 'a', 1),
		card('a2', 'a', 2),
		card('b1', 'b', 1),
		card('b2', 'b', 2),
		card('x', 'b', 1, 'l2'),
	],
	opportunities: [{ id: 'o', stageId: 'b' }],
	actions: [{ id: 'act', stageId: 'b' }],
	metrics: [],
} as unknown as Journey;
const of = (id: string) => journey.cards.find((c) => c.id === id) as Card;

describe('stepCard', () => {
	const f = (id: string, direction: edits.CardStep, want: [string, string, number] | undefined) =>
		it(`${direction} of ${id}`, () => {
			const to = edits.stepCard(journey, of(id), direction, ['l1', 'l2']);
			expect(to && [to.stageId, to.laneId, to.order]).toEqual(want);
		});
	f('a2', 'earlier', ['a', 'l1', 1]);
	f('a1', 'later', ['a', 'l1', 2]);
	f('a2', 'later', ['b', 'l1', 1]);
	f('b1', 'earlier', ['a', 'l1', 3]);
	f('a1', 'earlier', undefined);
	f('a1', 'stageAfter', ['b', 'l1', 3]);
	f('b2', 'stageBefore', ['a', 'l1', 3]);
	f('b1', 'laneBelow', ['b', 'l2', 2]);
	f('x', 'laneBelow', undefined);
});

describe('moveCard', () => {
	it('is no edit when the card already stands there', () => {
		expect(edits.moveCard(of('a1'), { stageId: 'a', laneId: 'l1', order: 1 })).toBeUndefined();
	});
});

describe('mergeStage', () => {
	const into = (id: string) => journey.stages.find((s) => s.id === id)!;

	it('puts the cards after those of an earlier stage and takes everything else along', () => {
		expect(edits.mergeStage(journey, 'b', into('a'))).toEqual([
			{ op: 'move', id: 'b1', pos: { stageId: 'a', laneId: 'l1', order: 3 } },
			{ op: 'move', id: 'x', pos: { stageId: 'a', laneId: 'l2', order: 1 } },
			{ op: 'move', id: 'b2', pos: { stageId: 'a', laneId: 'l1', order: 4 } },
			{ op: 'set', id: 'o', key: 'stageId', value: 'a' },
			{ op: 'set', id: 'act', key: 'stageId', value: 'a' },
			{ op: 'delete', id: 'b' },
		]);
	});

	it('puts the cards before those of a later stage', () => {
		const moves = edits.mergeStage(journey, 'a', into('b')).filter((op) => op.op === 'move');
		expect(moves.map((op) => op.op === 'move' && op.pos.order)).toEqual([1, 2]);
	});
});

describe('stages', () => {
	it('gives its cards to the stage before, the first to the one after', () => {
		expect(edits.neighbourOf(journey, 'b')?.id).toBe('a');
		expect(edits.neighbourOf(journey, 'a')?.id).toBe('b');
	});

	it('counts what would go with a stage', () => {
		expect(edits.heldByStage(journey, 'b')).toEqual({ cards: 3, others: 2 });
	});
});

describe('new things', () => {
	it('has its title in the language it was typed in', () => {
		const { id, ops } = edits.addCard('need', { stageId: 'a', laneId: 'l1' }, 'en', 'Rest');
		expect(ops).toEqual([
			{
				op: 'insert',
				id,
				type: 'card',
				pos: { stageId: 'a', laneId: 'l1' },
				props: { type: 'need', title: { en: 'Rest' } },
			},
		]);
	});

	it('takes an emptied text away', () => {
		expect(edits.setText('x', 'body', 'nl', '  ')).toEqual([
			{ op: 'set', id: 'x', key: 'body.nl', value: null },
		]);
	});

	it('gives an action without a channel the way of working', () => {
		expect(edits.noChannel([{ id: 'ch-process' }, { id: 'ch-web' }])).toBe('ch-process');
		expect(edits.noChannel([])).toBeUndefined();
	});

	it('names a lane only when it differs from the usual', () => {
		const props = (name?: string) => {
			const [op] = edits.addLane('note', 1, 'nl', name).ops;
			return op?.op === 'insert' && op.props;
		};
		expect(props()).toEqual({ type: 'note' });
		expect(props('Vragen')).toEqual({ type: 'note', name: { nl: 'Vragen' } });
	});

	it('walks an action through its status', () => {
		expect([edits.nextStatus('open'), edits.nextStatus('doing'), edits.nextStatus('done')]).toEqual([
			'doing',
			'done',
			'open',
		]);
	});
});
