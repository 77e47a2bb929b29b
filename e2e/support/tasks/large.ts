/** The most stages that a journey holds. */
export const stagesMax = 20;
export const lanesMax = 30;
const cardsMax = 1000;

interface Thing {
	id: string;
	[key: string]: unknown;
}
interface JourneyFile {
	journey: Thing & Record<'stages' | 'lanes' | 'cards', Thing[]>;
	[key: string]: unknown;
}

/** The file of a journey, with as many stages, lanes and cards as it should be able to hold and nothing else on them. */
export function grown(file: string): string {
	const whole = JSON.parse(file) as JourneyFile;
	const { journey } = whole;
	const text = (nl: string, en: string) => ({ nl, en });
	const rank = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
	journey.stages = rank(stagesMax).map((n) => ({
		id: `stage-${n}`,
		name: text(`Fase ${n}`, `Stage ${n}`),
		order: n,
	}));
	journey.lanes = rank(lanesMax).map((n) => ({
		id: `lane-${n}`,
		type: n === 1 ? 'touchpoint' : 'note',
		name: text(`Rij ${n}`, `Lane ${n}`),
		order: n,
	}));
	const inCell = new Map<string, number>();
	journey.cards = rank(cardsMax).map((n) => {
		const stageId = `stage-${(n % stagesMax) + 1}`;
		const lane = (Math.floor(n / stagesMax) % lanesMax) + 1;
		const cell = `${stageId} ${lane}`;
		const order = (inCell.get(cell) ?? 0) + 1;
		inCell.set(cell, order);
		const type = lane === 1 ? 'touchpoint' : 'note';
		return {
			id: `card-${n}`,
			stageId,
			laneId: `lane-${lane}`,
			type,
			title: text(`Kaartje ${n}`, `Card ${n}`),
			order,
			evidenceStatus: 'guess',
		};
	});
	const kept = new Set([
		'id',
		'workspaceId',
		'title',
		'kind',
		'status',
		'stageSet',
		'stages',
		'lanes',
		'cards',
	]);
	for (const [key, value] of Object.entries(journey))
		if (!kept.has(key)) {
			if (Array.isArray(value)) journey[key] = [];
			else delete journey[key];
		}
	return JSON.stringify(whole);
}
