// The large journey of the benchmark: 20 stages, 30 lanes, 1,000 cards, the same on every run.

const stageCount = 20;
const laneCount = 30;
const cardCount = 1000;

/** The types that hold cards; lanes take them in turn, and the derived three once each. */
const laneTypes = [
	['doing', 'doing'],
	['touchpoint', 'touchpoint'],
	['decision', 'decision'],
	['source', 'source'],
	['expectation', 'expectation'],
	['need', 'need'],
	['barrier', 'barrier'],
	['frontstage', 'frontstage'],
	['backstage', 'backstage'],
	['idea', 'idea'],
	['note', 'note'],
];
const derived = ['opportunity', 'action', 'metric'];

const id = (kind, n) => `${kind}-${String(n).padStart(4, '0')}`;
const text = (nl) => ({ nl });

function stages() {
	return Array.from({ length: stageCount }, (_, i) => ({
		id: id('s', i + 1),
		order: i + 1,
		name: text(`Fase ${i + 1}`),
		situation: ['become', 'be', 'stay'][Math.floor((i * 3) / stageCount)],
		customerQuestion: text(`Wat vraag ik me af in fase ${i + 1}?`),
	}));
}

function lanes() {
	return Array.from({ length: laneCount }, (_, i) => {
		const type = i < derived.length ? derived[i] : laneTypes[(i - derived.length) % laneTypes.length][0];
		return { id: id('l', i + 1), type, order: i + 1, derived: i < derived.length, hidden: false };
	});
}

function card(n, lane, stageId, order) {
	const [, type] = laneTypes.find(([of]) => of === lane.type);
	const common = {
		id: id('c', n),
		stageId,
		laneId: lane.id,
		order,
		type,
		title: text(`Kaartje ${n}: wat er gebeurt en waarom`),
		evidenceStatus: 'guess',
		evidenceIds: [],
		tags: n % 10 === 0 ? ['prijs'] : undefined,
	};
	if (type !== 'touchpoint') return common;
	return {
		...common,
		channelId: 'ch-process',
		emotion: { valence: (n % 5) - 2 },
		rating: { expected: 1 + (n % 10), promised: 1 + ((n + 3) % 10), delivered: 1 + ((n + 6) % 10) },
	};
}

function cards(holding) {
	const inCell = new Map();
	return Array.from({ length: cardCount }, (_, i) => {
		const lane = holding[i % holding.length];
		const stageId = id('s', 1 + (Math.floor(i / holding.length) % stageCount));
		const cell = `${stageId} ${lane.id}`;
		inCell.set(cell, (inCell.get(cell) ?? 0) + 1);
		return card(i + 1, lane, stageId, inCell.get(cell));
	});
}

/** A journey file as `klantreis import` reads it. */
export function largeJourney() {
	const rows = lanes();
	const empty = ['links', 'transitions', 'scores', 'opportunities', 'actions', 'findings', 'recommendations'];
	const others = ['principleAssessments', 'returns', 'metrics', 'checklistAnswers', 'comments'];
	const people = ['products', 'customerGroups', 'personas', 'guidingPrinciples', 'proofPoints', 'studies'];
	const none = (keys) => Object.fromEntries(keys.map((key) => [key, []]));
	return {
		format: 'klantreis-journey',
		version: 1,
		journey: {
			id: 'jo-large',
			title: text('Een grote klantreis'),
			kind: 'current',
			status: 'in_progress',
			stageSet: 'custom',
			stages: stages(),
			lanes: rows,
			cards: cards(rows.filter((lane) => !lane.derived)),
			...none([...empty, ...others]),
		},
		workspace: {
			id: 'ws-large',
			name: 'Meetwerkplaats',
			organisation: { name: 'Meetwerkplaats', hasWebsite: true },
			locales: ['nl'],
			currency: 'EUR',
			members: [{ id: 'm-1', name: 'Amira', role: 'owner' }],
			channels: [
				{
					id: 'ch-process',
					name: { nl: 'Werkwijze (geen kanaal)', en: 'Way of working (no channel)' },
					kind: 'owned',
					mode: 'offline',
				},
			],
			...none([...people, 'evidence', 'processes']),
		},
	};
}
