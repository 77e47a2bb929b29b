import { describe, expect, it } from 'vitest';
import type { Journey } from '$lib/api';
import { acceptOps, actionTitle, proposals, type Suggestion } from './suggest';

const journey = {
	id: 'jo',
	stages: [{ id: 'st-1', name: { nl: 'Overwegen', en: 'Think' } }],
	cards: [{ id: 's-1', type: 'influencer', title: { nl: 'Podcast' }, channelId: 'ch-word' }],
	actions: [],
	opportunities: [],
} as unknown as Journey;
const workspace = { channels: [{ id: 'ch-word' }, { id: 'ch-process' }] } as never;
const absent = {
	code: 'absent_source',
	targetId: 's-1',
	stageId: 'st-1',
	message: { nl: 'Daar zijn we niet.' },
	opportunityTitle: { nl: 'Praat met: Podcast' },
} as Suggestion;

describe('suggestions', () => {
	it('a source where we are absent becomes an opportunity and an action that rest on it', () => {
		const [opportunity, action, ...rest] = acceptOps(journey, workspace, absent, 'both');
		expect(rest).toEqual([]);
		expect(opportunity).toMatchObject({
			type: 'opportunity',
			props: {
				title: { nl: 'Aanwezig zijn bij: Podcast' },
				stageId: 'st-1',
				type: 'presence',
				basedOn: ['s-1'],
			},
		});
		expect(action).toMatchObject({
			type: 'action',
			props: { title: { nl: 'Praat met: Podcast' }, channelId: 'ch-word', basedOn: ['s-1'] },
		});
		expect(action).toHaveProperty(
			'props.opportunityId',
			opportunity && 'id' in opportunity && opportunity.id,
		);
	});

	it('makes only the action, or only the opportunity', () => {
		const types = (what: 'action' | 'opportunity') =>
			acceptOps(journey, workspace, absent, what).map((op) => (op.op === 'insert' ? op.type : op.op));
		expect(types('action')).toEqual(['action']);
		expect(types('opportunity')).toEqual(['opportunity']);
	});

	it('is not made again once something rests on it', () => {
		const computed = { suggestions: [absent] };
		expect(proposals(journey, computed)).toEqual([absent]);
		const with_ = { ...journey, actions: [{ basedOn: ['s-1'] }] } as unknown as Journey;
		expect(proposals(with_, computed)).toEqual([]);
		expect(proposals(journey, undefined)).toEqual([]);
	});

	it('speaks the languages its source has, and both for a stage', () => {
		expect(actionTitle(journey, absent)).toEqual({
			nl: 'Praat met: Podcast',
		});
		const stage = { ...absent, targetId: 'st-1' };
		expect(actionTitle(journey, stage)).toEqual({ nl: 'Uitzoeken: Overwegen', en: 'Find out: Think' });
	});
});
