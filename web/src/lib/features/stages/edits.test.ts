import { describe, expect, it } from 'vitest';
import type { Journey } from '$lib/api';
import { applyOps, journeySchema, openDoc, viewOf, type Op } from '$lib/ops';
import { cell, sample } from '$lib/ops/sample';
import * as edits from './edits';

const make = (change: Partial<Journey> = {}): Journey => ({ ...sample(), ...change });

/** The journey after an edit, and after taking the edit back. */
function run(journey: Journey, ops: Op[]) {
	const { doc, inverse } = applyOps(journeySchema, openDoc(journey), ops);
	const after = viewOf(journeySchema, doc);
	const back = viewOf(journeySchema, applyOps(journeySchema, doc, inverse).doc);
	return { after, back };
}
const stage = (journey: Journey, id: string) => journey.stages.find((s) => s.id === id)!;
const names = (journey: Journey) =>
	[...journey.stages].sort((a, b) => a.order - b.order).map((s) => `${s.order} ${s.name.nl}`);

describe('splitStage', () => {
	const journey = make({
		stages: [
			{ id: 's1', order: 1, name: { nl: 'Een' }, situation: 'become', weight: 0.5 },
			{ id: 's2', order: 2, name: { nl: 'Twee' } },
		],
		metrics: [{ id: 'mt', stageId: 's1', name: { nl: 'Bezoek' }, unit: 'number', better: 'higher' }],
	} as Partial<Journey>);
	const made = edits.splitStage(journey, stage(journey, 's1'), 'nl', 'Anderhalf', new Set(['b', 'c', 'mt']));
	const { after, back } = run(journey, made.ops);

	it('[R24] makes the second half stand after the first and moves what was chosen', () => {
		expect(names(after)).toEqual(['1 Een', '2 Anderhalf', '3 Twee']);
		expect(cell(after, 's1')).toBe('a1');
		expect(cell(after, made.id)).toBe('b1 c2');
		expect(after.metrics[0]?.stageId).toBe(made.id);
		expect(stage(after, made.id)).toMatchObject({ situation: 'become', weight: 0.5 });
	});

	it('is taken back in one step', () => {
		expect(names(back)).toEqual(names(journey));
		expect(cell(back, 's1')).toBe('a1 b2 c3');
	});
});

describe('mergeInto', () => {
	const journey = make({
		stages: [
			{ id: 's1', order: 1, name: { nl: 'Een' }, where: { nl: 'Thuis' } },
			{
				id: 's2',
				order: 2,
				name: { nl: 'Twee' },
				where: { nl: 'Winkel' },
				when: { nl: 'Zaterdag' },
				exits: [{ reason: { nl: 'Te duur' } }],
			},
			{ id: 's3', order: 3, name: { nl: 'Drie' } },
		],
		scores: [
			{ stageId: 's1', dimension: 'relevance', scorerId: 'm1', value: 60, evidenceStatus: 'guess' },
			{ stageId: 's2', dimension: 'relevance', scorerId: 'm1', value: 80, evidenceStatus: 'guess' },
			{ stageId: 's2', dimension: 'presence', scorerId: 'm1', value: 30, evidenceStatus: 'guess' },
		],
		transitions: [
			{ fromStageId: 's1', toStageId: 's2', kind: 'forward', status: 'guess' },
			{ fromStageId: 's2', toStageId: 's3', kind: 'forward', status: 'known', share: 0.4 },
			{ fromStageId: 's2', toStageId: 's1', kind: 'back', status: 'guess' },
			{ fromStageId: 's3', toStageId: 's2', kind: 'back', status: 'guess' },
		],
	} as Partial<Journey>);
	const { after, back } = run(journey, edits.mergeInto(journey, stage(journey, 's2'), stage(journey, 's1')));

	it('[R24] keeps what only the merged stage said, and what the other said stays', () => {
		expect(names(after)).toEqual(['1 Een', '2 Drie']);
		expect(stage(after, 's1')).toMatchObject({ where: { nl: 'Thuis' }, when: { nl: 'Zaterdag' } });
		expect(stage(after, 's1').exits).toEqual([{ reason: { nl: 'Te duur' } }]);
		expect(cell(after, 's1')).toBe('a1 b2 c3 d4');
	});

	it('takes scores over where the other has none', () => {
		const of = after.scores.map((s) => `${s.stageId} ${s.dimension} ${s.value}`).sort();
		expect(of).toEqual(['s1 presence 30', 's1 relevance 60']);
	});

	it('[R37] leads steps to other stages on, and drops those between the two', () => {
		const told = after.transitions
			.map((t) => `${t.fromStageId} ${t.toStageId} ${t.kind} ${t.share ?? ''}`)
			.sort();
		expect(told).toEqual(['s1 s3 forward 0.4', 's3 s1 repeat ']);
	});

	it('is taken back in one step', () => {
		expect(names(back)).toEqual(names(journey));
		expect(back.transitions).toHaveLength(4);
		expect(back.scores).toHaveLength(3);
		expect(stage(back, 's1').exits ?? []).toEqual([]);
	});
});

describe('exits', () => {
	const exits = [{ reason: { nl: 'Te duur' }, share: 0.2, to: 'competitor' }, { reason: { nl: 'Druk' } }];

	it('[R04] a stage holds as many as there are, each with a reason', () => {
		expect(edits.withExit(undefined, { nl: 'Te ver' })).toEqual([{ reason: { nl: 'Te ver' } }]);
		expect(edits.withExit(exits, { nl: 'Te ver' })).toHaveLength(3);
	});

	it('changes one, empties a field, and takes one away', () => {
		expect(edits.exitsWith(exits, 1, { to: 'postpone' })[1]).toEqual({
			reason: { nl: 'Druk' },
			to: 'postpone',
		});
		expect(edits.exitsWith(exits, 0, { share: undefined, to: undefined })[0]).toEqual({
			reason: { nl: 'Te duur' },
		});
		expect(edits.exitsWith(exits, 0, undefined)).toEqual([exits[1]]);
	});
});
