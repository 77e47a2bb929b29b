import { describe, expect, it } from 'vitest';
import type { JourneySummary } from '$lib/api';
import { heightOf, layMini, miniSide } from './mini';
import { assumptions, nextSteps } from './todo';

const stages = ['s1', 's2'].map((id, i) => ({ id, name: {}, order: i + 1, known: 0, guess: 0 }));
const feel = (stageId: string, valence?: number) => ({ stageId, valence });

describe('the small picture', () => {
	it('puts moments evenly inside their stage', () => {
		const mini = layMini(
			{ stages, emotions: [feel('s1', 1), feel('s1', -1), feel('s2', 0)] },
			200 + 2 * miniSide,
		);
		expect(mini.points.map(([x]) => x - miniSide)).toEqual([25, 75, 150]);
		expect(mini.points.map(([, y]) => y)).toEqual([1, -1, 0].map(heightOf));
		expect(mini.unknownFrom).toBeUndefined();
	});

	it('leaves out moments without an emotion and says from where nothing is known', () => {
		const mini = layMini({ stages, emotions: [feel('s1', 1), feel('s2')] }, 232);
		expect(mini.points).toHaveLength(1);
		expect(mini.unknownFrom).toBe(mini.points[0]![0]);
	});

	it('shows the lowest, the best and the last, and none on top of another', () => {
		const emotions = [2, 2, -1, 0, 1].map((valence) => feel('s1', valence));
		const mini = layMini({ stages: stages.slice(0, 1), emotions }, 82);
		expect(mini.faces.map(({ valence }) => valence)).toEqual([2, -1, 1]);
	});

	it('is empty for a new journey', () => {
		expect(layMini({ stages: [], emotions: [] }, 100)).toMatchObject({ points: [], faces: [] });
	});
});

describe('the lists', () => {
	const journey = (id: string, actions: object[], guesses: string[]) =>
		({
			id,
			nextActions: actions,
			assumptions: guesses.map((cardId) => ({ cardId, title: {} })),
		}) as unknown as JourneySummary;

	it('next steps: in progress first, then by date, undated last', () => {
		const steps = nextSteps([
			journey(
				'j1',
				[
					{ id: 'late', status: 'open', due: '2026-09-01' },
					{ id: 'some day', status: 'open' },
				],
				[],
			),
			journey(
				'j2',
				[
					{ id: 'busy', status: 'doing' },
					{ id: 'soon', status: 'open', due: '2026-08-01' },
				],
				[],
			),
		]);
		expect(steps.map(({ action }) => action.id)).toEqual(['busy', 'soon', 'late', 'some day']);
	});

	it('assumptions: of each journey in turn', () => {
		const list = assumptions([journey('j1', [], ['a', 'b', 'c']), journey('j2', [], ['x'])]);
		expect(list.map(({ cardId, journeyId }) => journeyId + cardId)).toEqual(['j1a', 'j2x', 'j1b', 'j1c']);
	});
});
