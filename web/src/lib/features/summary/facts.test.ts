import type { Card, Journey } from '$lib/api';
import { expect, it } from 'vitest';
import { addressOf, competitorsOf, exitsOf, hiddenOf, waysOf } from './facts';

const all = { competitors: false, guesses: false };
const journey = {
	stages: [
		{ id: 's2', order: 2, name: { nl: 'twee' } },
		{
			id: 's1',
			order: 1,
			name: { nl: 'een' },
			exits: [{ reason: { nl: 'Te duur' }, share: 0.2, to: 'competitor' }],
		},
	],
	transitions: [
		{ fromStageId: 's1', toStageId: 's2', kind: 'forward', status: 'known' },
		{ fromStageId: 's2', toStageId: 's1', kind: 'back', status: 'guess' },
		{ fromStageId: 's2', kind: 'exit', exit: 'nothing', status: 'known' },
	],
	cards: [
		{ id: 'k1', type: 'competitor', stageId: 's2', order: 1, evidenceStatus: 'known' },
		{ id: 'k2', type: 'competitor', stageId: 's1', order: 1, evidenceStatus: 'guess' },
		{ id: 't1', type: 'touchpoint', stageId: 's1', order: 1, evidenceStatus: 'known' },
	] as Card[],
} as unknown as Journey;

it('keeps in its address what is hidden', () => {
	expect(hiddenOf(new URLSearchParams('hide=guesses'))).toEqual({ competitors: false, guesses: true });
	expect(hiddenOf(new URLSearchParams(''))).toEqual(all);
	expect(addressOf({ competitors: true, guesses: true })).toBe('?hide=competitors,guesses');
	expect(addressOf(all)).toBe('?');
});

it('tells the steps that are not the usual ones, and leaves guesses out when asked', () => {
	expect(waysOf(journey, all).map(({ kind }) => kind)).toEqual(['back']);
	expect(waysOf(journey, { ...all, guesses: true })).toEqual([]);
});

it('gathers exits of stages and of steps, by stage', () => {
	expect(exitsOf(journey, all).map(({ stage, to }) => [stage.id, to])).toEqual([
		['s1', 'competitor'],
		['s2', 'nothing'],
	]);
});

it('[R36] competitors can be left out, all of them or those that are a guess', () => {
	const ids = (hidden: typeof all) =>
		competitorsOf(journey, hidden).flatMap(({ cards }) => cards.map(({ id }) => id));
	expect(ids(all)).toEqual(['k2', 'k1']);
	expect(ids({ ...all, guesses: true })).toEqual(['k1']);
	expect(ids({ ...all, competitors: true })).toEqual([]);
});
