import { describe, expect, it } from 'vitest';
import type { Channel, Journey, Stage } from '$lib/api';
import { actionOf, channelFor, kindOf, makeAction, type Tactic } from './library';

const stage = (id: string, order: number, more: Partial<Stage> = {}) => ({ id, order, ...more }) as Stage;
const tactic: Tactic = {
	id: 't',
	channelKey: 'review',
	text: { nl: 'Laat reviews zien', en: 'Show reviews' },
};

describe('tactics', () => {
	it('belong to a stage by its key', () => {
		const kind = (key: string) => kindOf(stage('x', 1, { key }), { stages: [] });
		expect(['see', 'awareness', 'orientation', 'purchase', 'loyalty'].map(kind)).toEqual([
			'see',
			'see',
			'think',
			'do',
			'care',
		]);
	});

	it('belong to own stages by situation, and by their place among those of becoming a customer', () => {
		const stages = [1, 2, 3].map((n) => stage(`b${n}`, n, { situation: 'become' }));
		const after = stage('use', 4, { situation: 'be' });
		const journey = { stages: [...stages, after] };
		expect(journey.stages.map((each) => kindOf(each, journey))).toEqual(['see', 'think', 'do', 'care']);
		expect(kindOf(stage('only', 1, { key: 'toString' }), { stages: [stage('only', 1)] })).toBe('see');
	});

	it('find their channel in any workspace, else the one that is no channel', () => {
		const channels = ['ws/ch-review', 'ws/ch-process'].map((id) => ({ id })) as Channel[];
		expect(channelFor(channels, 'review')?.id).toBe('ws/ch-review');
		expect(channelFor(channels, 'phone')?.id).toBe('ws/ch-process');
	});

	it('become an action, and are known by it afterwards', () => {
		const [op] = makeAction(tactic, 'think', 'st-think', 'ch-review');
		expect(op).toMatchObject({
			op: 'insert',
			type: 'action',
			props: { stageId: 'st-think', aim: 'relevance' },
		});
		const actions = [{ id: 'a', title: { en: 'Show reviews' } }] as Journey['actions'];
		expect(actionOf({ actions }, tactic)?.id).toBe('a');
		expect(actionOf({ actions: [] }, tactic)).toBeUndefined();
	});
});
