import type { Card, Journey } from '$lib/api';
import { expect, it } from 'vitest';
import { channelsOf } from './moments';

const stages = [
	{ id: 'late', order: 2 },
	{ id: 'early', order: 1 },
] as Journey['stages'];
const lanes = [
	{ id: 'lane', order: 1, hidden: false },
	{ id: 'hidden', order: 2, hidden: true },
] as Journey['lanes'];

function moment(
	id: string,
	stageId: string,
	order: number,
	channelId: string | undefined,
	more: object = {},
) {
	return {
		id,
		type: 'touchpoint',
		stageId,
		laneId: 'lane',
		order,
		channelId,
		evidenceStatus: 'guess',
		...more,
	};
}

const journey = (...cards: object[]) => ({ stages, lanes, cards: cards as Card[] });

it('puts the most used channel first, its moments in the order in which they happen', () => {
	const found = channelsOf([
		journey(
			moment('c', 'late', 1, 'shop', { emotion: { valence: 2 } }),
			moment('b', 'early', 2, 'site'),
			moment('a', 'early', 1, 'shop', { emotion: { valence: -1 } }),
		),
	]);
	expect(found.map(({ channelId, moments }) => [channelId, moments.map((each) => each.valence)])).toEqual([
		['shop', [-1, 2]],
		['site', [undefined]],
	]);
});

it('is a guess until one of its moments is known', () => {
	const known = { evidenceStatus: 'known' };
	const found = channelsOf([
		journey(moment('a', 'early', 1, 'shop'), moment('b', 'early', 2, 'site')),
		journey(moment('c', 'late', 1, 'shop', known)),
	]);
	expect(found.map(({ channelId, guess }) => [channelId, guess])).toEqual([
		['shop', false],
		['site', true],
	]);
});

it('leaves out other cards, hidden lanes and moments without a channel', () => {
	const cards = [
		moment('a', 'early', 1, undefined),
		moment('b', 'early', 2, 'site', { laneId: 'hidden' }),
		moment('c', 'early', 3, 'site', { type: 'need' }),
	];
	expect(channelsOf([journey(...cards)])).toEqual([]);
});
