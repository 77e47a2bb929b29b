import { describe, expect, it } from 'vitest';
import type { Transition } from '$lib/api';
import { applyOps, journeySchema, openDoc, viewOf } from '$lib/ops';
import { sample } from '$lib/ops/sample';
import { inOrder, kindsOf, saveWay, wayId } from './ways';

const stages = ['see', 'think', 'do', 'care'].map((id, i) => ({ id, order: i + 1 }));

describe('kindsOf', () => {
	it.each([
		['see', 'think', ['forward']],
		['think', 'care', ['skip']],
		['do', 'think', ['back', 'repeat']],
		['care', 'see', ['repeat', 'back']],
		['do', 'do', ['repeat']],
		['think', undefined, ['exit']],
	])('[R37] from %s to %s', (from, to, kinds) => {
		expect(kindsOf(stages, from, to)).toEqual(kinds);
	});

	it('calls every step between two stages side by side one thing', () => {
		expect(kindsOf(stages.slice(0, 2), 'think', 'see')[0]).toBe('repeat');
	});
});

describe('inOrder', () => {
	it('tells the ways of a stage together, onward first and out last', () => {
		const t = (fromStageId: string, toStageId: string | undefined, kind: Transition['kind']) =>
			({ fromStageId, toStageId, kind, status: 'guess' }) as Transition;
		const told = inOrder(stages, [
			t('care', 'see', 'repeat'),
			t('think', undefined, 'exit'),
			t('think', 'see', 'back'),
			t('think', 'do', 'forward'),
		]);
		expect(told.map(wayId)).toEqual([
			'transition:think:do:forward',
			'transition:think:see:back',
			'transition:think:exit:exit',
			'transition:care:see:repeat',
		]);
	});
});

describe('saveWay', () => {
	const doc = openDoc(sample());
	const [a, b] = doc.all.stages.map((s) => s.id) as [string, string];
	const view = (ops: ReturnType<typeof saveWay>[]) => {
		let now = doc;
		for (const each of ops) now = applyOps(journeySchema, now, each).doc;
		return viewOf(journeySchema, now).transitions;
	};

	it('[R37] [U5-9] keeps a loop with how many took it', () => {
		const ops = saveWay(undefined, {
			fromStageId: b,
			toStageId: a,
			kind: 'back',
			count: 12,
			status: 'known',
		});
		expect(view([ops])).toContainEqual(
			expect.objectContaining({ fromStageId: b, toStageId: a, kind: 'back', count: 12, status: 'known' }),
		);
	});

	it('takes the place of the step it was, when it leads elsewhere', () => {
		const before = { fromStageId: b, toStageId: a, kind: 'back', status: 'guess' } as Transition;
		const first = saveWay(undefined, { fromStageId: b, toStageId: a, kind: 'back', status: 'guess' });
		const other = saveWay(before, { fromStageId: b, kind: 'exit', exit: 'competitor', status: 'guess' });
		const left = view([first, other]).filter((t) => t.fromStageId === b);
		expect(left).toContainEqual(expect.objectContaining({ kind: 'exit', exit: 'competitor' }));
		expect(left.some((t) => t.kind === 'back')).toBe(false);
	});

	it('brings a step that was taken away back as it is now, not as it was', () => {
		const make = { fromStageId: b, toStageId: a, kind: 'back', share: 0.2, status: 'known' } as const;
		const gone = { op: 'delete', id: wayId(make) } as const;
		const again = saveWay(undefined, { fromStageId: b, toStageId: a, kind: 'back', status: 'guess' });
		const found = view([saveWay(undefined, make), [gone], again]).find((t) => wayId(t) === wayId(make));
		expect(found?.share).toBeUndefined();
		expect(found?.status).toBe('guess');
	});
});
