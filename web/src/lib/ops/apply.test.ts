import { describe, expect, it } from 'vitest';
import type { Journey } from '$lib/api/types';
import { applyOps, journeySchema, openDoc, remember, viewOf, type Doc, type Op } from '.';
import { cell, sample } from './sample';

const apply = (doc: Doc<Journey>, ...ops: Op[]) => applyOps(journeySchema, doc, ops);
const view = (doc: Doc<Journey>) => viewOf(journeySchema, doc);
const open = () => openDoc(sample());

/** The code of a refused op, or "applied". */
function verdict(op: Op, doc = open()): string {
	const [result] = apply(doc, op).results;
	return result!.applied ? 'applied' : result!.code;
}

describe('set', () => {
	it('changes one language of one text and shares everything else', () => {
		const before = open();
		const after = apply(before, { op: 'set', id: 'a', key: 'title.en', value: 'Ride' }).doc;
		expect(view(after).cards[0]!.title).toEqual({ nl: 'a', en: 'Ride' });
		expect(view(after).cards[1]).toBe(view(before).cards[1]);
		expect(view(after).stages).toBe(view(before).stages);
		expect(view(before).cards[0]!.title).toEqual({ nl: 'a' });
	});

	it('takes a property away with null, and the object that becomes empty with it', () => {
		const rated = apply(open(), { op: 'set', id: 'a', key: 'rating.promised', value: 8 }).doc;
		expect(view(rated).cards[0]!.rating).toEqual({ promised: 8 });
		const bare = apply(rated, { op: 'set', id: 'a', key: 'rating.promised', value: null }).doc;
		expect(view(bare).cards[0]).not.toHaveProperty('rating');
	});

	it('changes the document itself by its own id', () => {
		const after = apply(open(), { op: 'set', id: 'jo', key: 'title.nl', value: 'Nieuw' }).doc;
		expect(view(after).title).toEqual({ nl: 'Nieuw', en: 'Trip' });
	});

	it('makes what has a composed id when it is missing', () => {
		const made = apply(open(), { op: 'set', id: 'score:s2:presence:m1', key: 'value', value: 40 });
		expect(view(made.doc).scores[1]).toEqual({
			stageId: 's2',
			dimension: 'presence',
			scorerId: 'm1',
			value: 40,
			evidenceStatus: 'guess',
		});
		expect(view(apply(made.doc, ...made.inverse).doc).scores).toHaveLength(1);
	});

	it('makes a deleted score again', () => {
		const gone = apply(open(), { op: 'delete', id: 'score:s1:relevance:m1' }).doc;
		expect(view(gone).scores).toHaveLength(0);
		const back = apply(gone, { op: 'set', id: 'score:s1:relevance:m1', key: 'value', value: 10 });
		expect(view(back.doc).scores).toMatchObject([{ value: 10 }]);
		expect(view(apply(back.doc, ...back.inverse).doc).scores).toHaveLength(0);
	});

	it.each<[string, Op]>([
		['unknown_id', { op: 'set', id: 'nobody', key: 'title.nl', value: 'x' }],
		['unknown_id', { op: 'set', id: 'score:s9:presence:m1', key: 'value', value: 1 }],
		['unknown_key', { op: 'set', id: 'a', key: '__proto__.polluted', value: 'x' }],
		['unknown_key', { op: 'set', id: 'a', key: 'title..nl', value: 'x' }],
		['fixed_key', { op: 'set', id: 'a', key: 'stageId', value: 's2' }],
		['fixed_key', { op: 'set', id: 'a', key: 'order', value: 3 }],
		['fixed_key', { op: 'set', id: 'jo', key: 'cards', value: [] }],
		['fixed_key', { op: 'set', id: 'a', key: 'type', value: 'need' }],
		['invalid_value', { op: 'set', id: 'a', key: 'evidenceIds.first', value: 'x' }],
		['needs_evidence', { op: 'set', id: 'a', key: 'evidenceStatus', value: 'known' }],
		['applied', { op: 'set', id: 'a', key: 'evidenceStatus', value: 'guess' }],
	])('%s', (code, op) => {
		expect(verdict(op)).toBe(code);
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});
});

describe('insert', () => {
	it('puts a card at its rank and moves the others up', () => {
		const pos = { stageId: 's1', laneId: 'l1', order: 2 };
		const after = apply(open(), {
			op: 'insert',
			id: 'n',
			type: 'card',
			pos,
			props: { type: 'doing', 'title.nl': 'N' },
		});
		expect(cell(view(after.doc), 's1')).toBe('a1 n2 b3 c4');
		expect(view(after.doc).cards.at(-1)).toMatchObject({
			title: { nl: 'N' },
			evidenceStatus: 'guess',
			evidenceIds: [],
		});
	});

	it('puts it last without a rank, or with one that is too large', () => {
		const pos = { stageId: 's1', laneId: 'l1' };
		for (const order of [undefined, 0, 99]) {
			const op: Op = {
				op: 'insert',
				id: 'n',
				type: 'card',
				pos: { ...pos, order },
				props: { type: 'doing' },
			};
			expect(cell(view(apply(open(), op).doc), 's1')).toBe('a1 b2 c3 n4');
		}
	});

	it('keeps the stages in a row', () => {
		const op: Op = {
			op: 'insert',
			id: 's0',
			type: 'stage',
			pos: { order: 1 },
			props: { name: { nl: 'Nul' } },
		};
		expect(view(apply(open(), op).doc).stages.map(({ id, order }) => id + order)).toEqual([
			's01',
			's12',
			's23',
		]);
	});

	it('knows which lanes fill themselves', () => {
		const op: Op = { op: 'insert', id: 'lm', type: 'lane', props: { type: 'metric' } };
		expect(view(apply(open(), op).doc).lanes.at(-1)).toMatchObject({
			derived: true,
			hidden: false,
			order: 4,
		});
	});

	it.each<[string, Op]>([
		['id_taken', { op: 'insert', id: 'a', type: 'stage' }],
		['unknown_type', { op: 'insert', id: 'n', type: 'thing' }],
		['place_gone', { op: 'insert', id: 'n', type: 'card', pos: { stageId: 's9', laneId: 'l1' } }],
		['derived_lane', { op: 'insert', id: 'n', type: 'card', pos: { stageId: 's1', laneId: 'l3' } }],
		['unknown_key', { op: 'insert', id: 'n', type: 'comment', props: { 'constructor.x': 1 } }],
	])('%s', (code, op) => expect(verdict(op)).toBe(code));
});

describe('move', () => {
	it('counts the rank in the cell as it becomes', () => {
		const to = (id: string, order: number) =>
			cell(view(apply(open(), { op: 'move', id, pos: { order } }).doc), 's1');
		expect(to('a', 2)).toBe('b1 a2 c3');
		expect(to('a', 3)).toBe('b1 c2 a3');
		expect(to('c', 1)).toBe('c1 a2 b3');
		expect(to('b', 2)).toBe('a1 b2 c3');
	});

	it('moves to another cell and closes the hole it leaves', () => {
		const after = view(
			apply(open(), { op: 'move', id: 'b', pos: { stageId: 's2', laneId: 'l1', order: 1 } }).doc,
		);
		expect(cell(after, 's1')).toBe('a1 c2');
		expect(cell(after, 's2')).toBe('b1 d2');
	});

	it('refuses a place that is gone', () => {
		const doc = apply(open(), { op: 'delete', id: 's2' }).doc;
		expect(verdict({ op: 'move', id: 'a', pos: { stageId: 's2' } }, doc)).toBe('place_gone');
	});
});

describe('delete and restore', () => {
	it('hides a stage with everything in it, and brings it back as it was', () => {
		const before = open();
		const gone = apply(before, { op: 'delete', id: 's1' });
		expect(view(gone.doc)).toMatchObject({ stages: [{ id: 's2', order: 1 }], scores: [], links: [] });
		expect(view(gone.doc).cards.map(({ id }) => id)).toEqual(['d']);
		expect(view(apply(gone.doc, ...gone.inverse).doc)).toEqual(view(before));
	});

	it('keeps a card deleted that was deleted before its stage', () => {
		const doc = apply(
			open(),
			{ op: 'delete', id: 'b' },
			{ op: 'delete', id: 's1' },
			{ op: 'restore', id: 's1' },
		).doc;
		expect(cell(view(doc), 's1')).toBe('a1 c2');
	});

	it('restores a card between its neighbours', () => {
		const doc = apply(open(), { op: 'delete', id: 'b' }, { op: 'move', id: 'c', pos: { order: 1 } }).doc;
		expect(cell(view(doc), 's1')).toBe('c1 a2');
		expect(cell(view(apply(doc, { op: 'restore', id: 'b' }).doc), 's1')).toBe('c1 a2 b3');
	});

	it('keeps edits that are made while it is hidden', () => {
		const doc = apply(
			open(),
			{ op: 'delete', id: 'a' },
			{ op: 'set', id: 'a', key: 'title.nl', value: 'later' },
			{ op: 'restore', id: 'a' },
		).doc;
		expect(view(doc).cards[0]!.title.nl).toBe('later');
	});

	it('leaves at least one stage', () => {
		const doc = apply(open(), { op: 'delete', id: 's1' }).doc;
		expect(verdict({ op: 'delete', id: 's2' }, doc)).toBe('last_stage');
	});

	it('says what cannot be', () => {
		expect(verdict({ op: 'restore', id: 'a' })).toBe('not_deleted');
		expect(verdict({ op: 'delete', id: 'a' }, apply(open(), { op: 'delete', id: 'a' }).doc)).toBe(
			'already_deleted',
		);
	});

	it('shares what is shown between two views of a document with hidden cards', () => {
		const doc = apply(open(), { op: 'delete', id: 'a' }).doc;
		const other = apply(doc, { op: 'set', id: 'c', key: 'title.nl', value: 'x' }).doc;
		expect(view(other).cards[0]).toBe(view(doc).cards[0]);
	});
});

describe('inverse', () => {
	/** A small generator of numbers, so that a failing seed can be run again. */
	function random(seed: number) {
		return (below: number) => {
			seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
			return Math.floor((seed / 2 ** 32) * below);
		};
	}

	function someOps(pick: (below: number) => number): Op[] {
		const of = <T>(list: readonly T[]): T => list[pick(list.length)]!;
		const pos = () => ({ stageId: of(['s1', 's2', 's3']), laneId: of(['l1', 'l2', 'l3']), order: pick(5) });
		const ids = [
			'a',
			'b',
			'c',
			'd',
			's1',
			's2',
			'l1',
			'ln',
			'n1',
			'n2',
			'score:s1:relevance:m1',
			'score:s2:presence:m2',
		];
		return Array.from({ length: 12 }, () =>
			of<() => Op>([
				() => ({
					op: 'set',
					id: of(ids),
					key: of(['title.nl', 'title.en', 'value', 'name.nl']),
					value: of(['x', 'y', null, 7]),
				}),
				() => ({
					op: 'insert',
					id: of(['n1', 'n2', 's3']),
					type: of(['card', 'stage']),
					pos: pos(),
					props: { type: 'doing' },
				}),
				() => ({ op: 'move', id: of(ids), pos: pos() }),
				() => ({ op: 'delete', id: of(ids) }),
				() => ({ op: 'restore', id: of(ids) }),
			])(),
		);
	}

	it.each(Array.from({ length: 60 }, (_, seed) => seed))('leads back to what was shown (seed %i)', (seed) => {
		const before = open();
		const { doc, inverse } = apply(before, ...someOps(random(seed)));
		const back = view(apply(doc, ...inverse).doc);
		const sorted = (journey: Journey) => ({
			...journey,
			cards: [...journey.cards].sort((one, two) => one.id.localeCompare(two.id)),
		});
		expect(sorted(back)).toEqual(sorted(view(before)));
	});
});

describe('remember', () => {
	it('keeps what the server no longer shows, so that restore still works', () => {
		const doc = apply(open(), { op: 'delete', id: 's1' }).doc;
		const fresh = remember(journeySchema, openDoc(view(doc)), doc);
		expect(view(fresh)).toEqual(view(doc));
		expect(view(apply(fresh, { op: 'restore', id: 's1' }).doc).cards).toHaveLength(4);
	});

	it('takes what somebody else deleted as deleted', () => {
		const theirs = openDoc(view(apply(open(), { op: 'delete', id: 'a' }).doc));
		const merged = remember(journeySchema, theirs, open());
		expect(view(merged).cards.map(({ id }) => id)).toEqual(['b', 'c', 'd']);
		expect([...merged.deleted]).toEqual(['a']);
	});
});
