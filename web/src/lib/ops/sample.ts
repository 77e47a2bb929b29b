// A small journey for tests: two stages, three lanes (one derived), four cards.
import type { Journey } from '$lib/api/types';

export function sample(): Journey {
	const card = (id: string, stageId: string, laneId: string, order: number) =>
		({
			id,
			stageId,
			laneId,
			order,
			type: 'doing',
			title: { nl: id },
			evidenceStatus: 'guess',
			evidenceIds: [],
		}) as const;
	return {
		id: 'jo',
		title: { nl: 'Reis', en: 'Trip' },
		kind: 'current',
		status: 'draft',
		stageSet: 'custom',
		stages: [
			{ id: 's1', order: 1, name: { nl: 'Een' } },
			{ id: 's2', order: 2, name: { nl: 'Twee' } },
		],
		lanes: [
			{ id: 'l1', type: 'doing', order: 1, derived: false, hidden: false },
			{ id: 'l2', type: 'touchpoint', order: 2, derived: false, hidden: false },
			{ id: 'l3', type: 'action', order: 3, derived: true, hidden: false },
		],
		cards: [
			card('a', 's1', 'l1', 1),
			card('b', 's1', 'l1', 2),
			card('c', 's1', 'l1', 3),
			card('d', 's2', 'l1', 1),
		].map((each) => ({ ...each, evidenceIds: [] })),
		links: [{ id: 'ln', kind: 'related', fromCardId: 'a', toCardId: 'd' }],
		transitions: [],
		scores: [{ stageId: 's1', dimension: 'relevance', scorerId: 'm1', value: 60, evidenceStatus: 'guess' }],
		opportunities: [],
		actions: [],
		findings: [],
		recommendations: [],
		principleAssessments: [],
		returns: [],
		metrics: [],
		checklistAnswers: [],
		comments: [],
	};
}

/** Ids of the cards of a cell, in order. */
export function cell(journey: Journey, stageId: string, laneId = 'l1'): string {
	return journey.cards
		.filter((card) => card.stageId === stageId && card.laneId === laneId)
		.sort((one, two) => one.order - two.order)
		.map((card) => `${card.id}${card.order}`)
		.join(' ');
}
