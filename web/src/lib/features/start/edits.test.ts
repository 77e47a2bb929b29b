import { describe, expect, it } from 'vitest';
import type { Journey, ScopeItem, StageSet } from '$lib/api';
import { applyOps, journeySchema, openDoc, viewOf, type Op } from '$lib/ops';
import { sample } from '$lib/ops/sample';
import {
	addItem,
	beginApart,
	changeItem,
	joinApart,
	leaveApart,
	LEVELS,
	removeItem,
	SITUATIONS,
	stagesAreBare,
	swapStages,
	toggled,
	withText,
} from './edits';

const bare = (change: Partial<Journey> = {}): Journey => ({
	...sample(),
	cards: [],
	links: [],
	opportunities: [],
	actions: [],
	metrics: [],
	scores: [],
	transitions: [],
	...change,
});

function after(journey: Journey, ops: Op[]): Journey {
	return viewOf(journeySchema, applyOps(journeySchema, openDoc(journey), ops).doc);
}

describe('choosing', () => {
	it('takes a word in or out and keeps the usual order', () => {
		expect(toggled(['stay'], 'become', SITUATIONS)).toEqual(['become', 'stay']);
		expect(toggled(['become', 'stay'], 'become', SITUATIONS)).toEqual(['stay']);
		expect(toggled(undefined, 'new', LEVELS)).toEqual(['new']);
	});
});

describe('the two lists of the scope [R14]', () => {
	it('grow, change and shrink; an empty list is no list', () => {
		let journey = after(bare(), addItem(bare(), 'outOfScope', { nl: 'Lease' }, 'group'));
		journey = after(journey, changeItem(journey, 'outOfScope', 0, { type: 'product' }));
		expect(journey.scope?.outOfScope).toEqual([{ text: { nl: 'Lease' }, type: 'product' }]);
		expect(after(journey, removeItem(journey, 'outOfScope', 0)).scope?.outOfScope).toBeUndefined();
	});

	it('keep the other language when one is emptied', () => {
		expect(withText({ nl: 'a', en: 'b' }, 'nl', '')).toEqual({ en: 'b' });
		expect(withText({ nl: 'a' }, 'nl', '')).toBeUndefined();
	});
});

describe('other stages', () => {
	const set = {
		id: 'bbs',
		name: { nl: 'Drie' },
		stages: [
			{
				...{ key: 'a', name: { nl: 'A' }, situation: 'become', leg: 'to' },
				measures: [{ name: { nl: 'Bezoek' }, unit: 'number', better: 'higher' }],
			},
			{ key: 'b', name: { nl: 'B' }, situation: 'be', leg: 'through', audience: { nl: 'wie koopt' } },
		],
	} as StageSet;

	it('stand in the place of those there are', () => {
		const swapped = after(bare(), swapStages(bare(), set));
		expect(swapped.stages.map(({ key, order }) => [key, order])).toEqual([
			['a', 1],
			['b', 2],
		]);
		expect(swapped.stages[1]?.audience).toEqual({ status: 'guess', description: { nl: 'wie koopt' } });
	});

	it('bring their measures, which do not yet count as answers', () => {
		const swapped = after(bare(), swapStages(bare(), set));
		expect(swapped.metrics.map(({ stageId, name }) => [stageId, name.nl])).toEqual([
			[swapped.stages[0]!.id, 'Bezoek'],
		]);
		expect(stagesAreBare(swapped)).toBe(true);
	});

	it('are offered while nothing hangs on them', () => {
		expect(stagesAreBare(bare())).toBe(true);
		expect(stagesAreBare(sample())).toBe(false);
	});
});

describe('a journey of its own', () => {
	const journey = bare({
		scope: {
			situations: ['become', 'stay'],
			experienceLevels: ['first_time', 'existing'],
			tooBroad: { accepted: true },
		},
	});
	const apart = { situation: 'stay' as const, experienceLevels: ['existing' as const] };
	const left = after(journey, leaveApart(journey, apart, 'jo-2', { nl: 'Klant blijven' }));

	it('takes its part out of this scope and leaves a line that leads there', () => {
		const line: ScopeItem = { text: { nl: 'Klant blijven' }, type: 'group', journeyId: 'jo-2' };
		expect(left.scope).toEqual({
			situations: ['become'],
			experienceLevels: ['first_time'],
			outOfScope: [line],
		});
	});

	it('begins with that part', () => {
		const workspace = { customerGroups: [] } as unknown as Parameters<typeof beginApart>[1];
		const other = after(
			bare({ id: 'jo-2', scope: undefined }),
			beginApart(journey, workspace, apart, 'jo-2'),
		);
		expect(other.scope).toEqual({ situations: ['stay'], experienceLevels: ['existing'] });
	});

	it('can be taken in again', () => {
		const other = bare({ id: 'jo-2', scope: { situations: ['stay'], experienceLevels: ['existing'] } });
		const joined = after(left, joinApart(left, other));
		expect(joined.scope).toEqual({
			situations: ['become', 'stay'],
			experienceLevels: ['first_time', 'existing'],
		});
	});
});
