import { describe, expect, it } from 'vitest';
import type { Journey, Workspace } from '$lib/api';
import { sample } from '$lib/ops/sample';
import {
	completeness,
	filledOf,
	firstOpen,
	firstStage,
	isStep,
	minutesLeft,
	neighbour,
	stagesInOrder,
	stateOf,
	STEPS,
	type Documents,
} from './steps';

const workspace = (change: Partial<Workspace> = {}): Workspace => ({
	id: 'ws',
	name: 'W',
	organisation: { name: '', hasWebsite: false },
	locales: ['nl'],
	currency: 'EUR',
	members: [],
	products: [],
	channels: [],
	customerGroups: [],
	personas: [],
	guidingPrinciples: [],
	proofPoints: [],
	studies: [],
	evidence: [],
	processes: [],
	...change,
});

const docs = (journey: Partial<Journey> = {}, ws: Partial<Workspace> = {}): Documents => ({
	journey: { ...sample(), cards: [], ...journey },
	workspace: workspace(ws),
});

describe('the steps [R18] [R19]', () => {
	it('are open, begun or done as the documents are filled', () => {
		expect(stateOf('organisation', docs())).toBe('open');
		expect(stateOf('organisation', docs({}, { organisation: { name: 'B', hasWebsite: false } }))).toBe(
			'begun',
		);
		const named = { name: 'B', hasWebsite: false, phase: 'starting' as const };
		expect(stateOf('organisation', docs({}, { organisation: named }))).toBe('done');
		expect(stateOf('reason', docs({ reason: 'improve' }))).toBe('done');
		expect(stateOf('ready', docs({ reason: 'improve' }))).toBe('open');
	});

	it('count an empty list as not filled', () => {
		const scope = { situations: ['stay' as const], outOfScope: [] };
		expect(filledOf('scope', docs({ scope }))).toEqual({ filled: 1, expected: 4 });
	});

	it('ask for a group with criteria, and a person', () => {
		const group = { id: 'g', name: { nl: 'Gezinnen' } };
		const chosen = { customerGroupId: 'g' };
		expect(filledOf('group', docs(chosen)).filled).toBe(0);
		expect(filledOf('group', docs(chosen, { customerGroups: [group] })).filled).toBe(1);
		const known = { ...group, criteria: [{ nl: 'dichtbij' }] };
		expect(filledOf('group', docs({ ...chosen, personaId: 'p' }, { customerGroups: [known] })).filled).toBe(
			3,
		);
	});

	it('are complete by what is filled of what is expected', () => {
		const { filled, expected } = completeness(docs({ reason: 'grow' }));
		const without = completeness(docs({ reason: undefined }));
		expect(filled).toBe(without.filled + 1);
		expect(expected).toBe(without.expected);
	});

	it('begin at the first that asks for something', () => {
		expect(firstOpen(docs())).toBe('organisation');
		const organisation = { name: 'B', hasWebsite: true, phase: 'established' as const };
		expect(firstOpen(docs({ reason: undefined }, { organisation }))).toBe('reason');
	});

	it('take less time the more is filled, told in fives', () => {
		const before = minutesLeft(docs());
		const after = minutesLeft(
			docs({
				scope: {
					situations: ['be'],
					experienceLevels: ['new'],
					inScope: [{ text: { nl: 'a' }, type: 'other' }],
					outOfScope: [{ text: { nl: 'b' }, type: 'other' }],
				},
			}),
		);
		expect(before % 5).toBe(0);
		expect(after).toBeLessThan(before);
	});

	it('know their own names only', () => {
		expect(isStep('scope')).toBe(true);
		expect(isStep('toString')).toBe(false);
		expect(isStep(null)).toBe(false);
	});
});

describe('going on and back', () => {
	const { journey } = docs();
	const stages = stagesInOrder(journey).map(({ id }) => id);

	it('walks every step and every stage, and the same way back', () => {
		const seen: string[] = [];
		let place = neighbour({ step: 'organisation' }, 1, journey);
		for (; place; place = neighbour(place, 1, journey))
			seen.push(`${place.step} ${place.stageId ?? ''}`.trim());
		expect(seen).toEqual(
			STEPS.slice(1).flatMap((step) =>
				step === 'questions' || step === 'fill' ? stages.map((id) => `${step} ${id}`) : [step],
			),
		);
		const back: string[] = [];
		for (place = { step: 'ready' }; place; place = neighbour(place, -1, journey))
			back.push(`${place.step} ${place.stageId ?? ''}`.trim());
		expect(back.reverse()).toEqual(['organisation', ...seen]);
	});

	it('begins at the first stage that lacks an answer', () => {
		const [first, second] = stagesInOrder(journey);
		const answered = { ...first!, answer: { nl: 'zo' }, viewpointCheck: { answer: 'practice' as const } };
		const changed = { ...journey, stages: journey.stages.map((s) => (s.id === first!.id ? answered : s)) };
		expect(firstStage('questions', journey)).toBe(first!.id);
		expect(firstStage('questions', changed)).toBe(second!.id);
	});
});
