// What kinds of things a document holds, where they stand, and how those without an id are addressed.

export type Entity = Record<string, unknown>;

/** One kind of thing in a document. */
export interface Kind {
	/** `type` of an insert. */
	type: string;
	/** Property of the document that holds the list. */
	list: string;
	/** Cards stand in a cell of stage and lane; everything else among its like. */
	inCell: boolean;
	/** The rank is written into the thing as `order`; otherwise the place in the list is the rank. */
	ranked: boolean;
	/** Ids of what it cannot be shown without: the stage it lies in, the cards it joins. */
	within: readonly string[];
	/** Properties that `set` may not change; `once` may be given in an insert. */
	fixed: readonly string[];
	once: readonly string[];
	/** What a new one has before its own properties. */
	fresh: () => Entity;
	composite?: Composite;
}

/** For a thing without an own id: how its id is written and read back. */
export interface Composite {
	id(entity: Entity): string;
	/** Several share what `id` gives; ":1", ":2" … in the order of the list follows it. */
	numbered?: boolean;
	/** What the id says, number and type taken off; undefined when these parts are not an id of this kind. */
	make(parts: string[]): Entity | undefined;
}

export interface Schema {
	kinds: readonly Kind[];
}

const str = (value: unknown): string => (typeof value === 'string' ? value : '');

function kind(type: string, list: string, more: Partial<Kind> = {}): Kind {
	const { fixed = ['id'], once = [], within = [], inCell = false, ranked = false, fresh = () => ({}) } = more;
	return { type, list, inCell, ranked, within, fixed, once, fresh, composite: more.composite };
}

const score: Composite = {
	id: (e) => `score:${str(e.stageId)}:${str(e.dimension)}:${str(e.scorerId)}`,
	make: ([stageId, dimension, scorerId, ...rest]) =>
		stageId && dimension && scorerId && rest.length === 0 ? { stageId, dimension, scorerId } : undefined,
};

const transition: Composite = {
	id: (e) => `transition:${str(e.fromStageId)}:${str(e.toStageId) || 'exit'}:${str(e.kind)}`,
	make: ([fromStageId, to, moves, ...rest]) => {
		if (!fromStageId || !to || !moves || rest.length > 0) return undefined;
		return to === 'exit' ? { fromStageId, kind: moves } : { fromStageId, toStageId: to, kind: moves };
	},
};

const assessment: Composite = {
	id: (e) => `assessment:${str(e.touchpointId) || 'journey'}:${str(e.scorerId)}`,
	make: ([target, scorerId, ...rest]) => {
		if (!target || !scorerId || rest.length > 0) return undefined;
		return target === 'journey' ? { scorerId } : { touchpointId: target, scorerId };
	},
};

const returns: Composite = {
	id: (e) => `return:${str(e.kind)}:${str(e.beneficiary)}`,
	numbered: true,
	make: ([moves, beneficiary, number, ...rest]) =>
		moves && beneficiary && /^[1-9]\d*$/.test(number ?? '') && rest.length === 0
			? { kind: moves, beneficiary }
			: undefined,
};

const checklist: Composite = {
	id: (e) => `checklist:${str(e.checklistId)}`,
	make: ([checklistId, ...rest]) => (checklistId && rest.length === 0 ? { checklistId } : undefined),
};

/** How many principles an assessment scores. */
const principles = 10;

const guess = { status: 'guess' };
const inStage = ['stageId'];

/** Everything under Journey. */
export const journeySchema: Schema = {
	kinds: [
		kind('stage', 'stages', { ranked: true, fixed: ['id', 'order'] }),
		kind('lane', 'lanes', {
			ranked: true,
			fixed: ['id', 'order', 'derived'],
			once: ['type'],
			fresh: () => ({ derived: false, hidden: false }),
		}),
		kind('card', 'cards', {
			inCell: true,
			ranked: true,
			within: ['stageId', 'laneId'],
			fixed: ['id', 'order', 'stageId', 'laneId'],
			once: ['type'],
			fresh: () => ({ evidenceStatus: 'guess', evidenceIds: [] }),
		}),
		kind('link', 'links', { within: ['fromCardId', 'toCardId'] }),
		kind('transition', 'transitions', {
			within: ['fromStageId', 'toStageId'],
			once: ['fromStageId', 'toStageId', 'kind'],
			fresh: () => ({ ...guess }),
			composite: transition,
		}),
		kind('score', 'scores', {
			within: inStage,
			once: ['stageId', 'dimension', 'scorerId'],
			fresh: () => ({ evidenceStatus: 'guess' }),
			composite: score,
		}),
		kind('opportunity', 'opportunities', {
			within: inStage,
			fresh: () => ({ type: 'experience', status: 'idea', basedOn: [] }),
		}),
		kind('action', 'actions', {
			within: inStage,
			fresh: () => ({ channelId: 'ch-process', aim: 'experience', status: 'open' }),
		}),
		kind('finding', 'findings', { fresh: () => ({ severity: 3, evidenceIds: [] }) }),
		kind('recommendation', 'recommendations', {
			fresh: () => ({ priority: 2, findingIds: [], actionIds: [] }),
		}),
		kind('assessment', 'principleAssessments', {
			within: ['touchpointId'],
			once: ['touchpointId', 'scorerId'],
			fresh: () => ({ scores: Array(principles).fill(null) }),
			composite: assessment,
		}),
		kind('return', 'returns', {
			once: ['kind', 'beneficiary'],
			fresh: () => ({ ...guess }),
			composite: returns,
		}),
		kind('metric', 'metrics', { within: inStage }),
		kind('checklist', 'checklistAnswers', {
			once: ['checklistId'],
			fresh: () => ({ answers: [] }),
			composite: checklist,
		}),
		kind('comment', 'comments', { within: ['targetId'], once: ['targetId', 'authorId', 'at'] }),
		kind('view', 'views', { fresh: () => ({ audience: 'own', hideGuesses: false }) }),
	],
};

export const workspaceSchema: Schema = {
	kinds: [
		kind('member', 'members'),
		kind('product', 'products'),
		kind('channel', 'channels'),
		kind('customerGroup', 'customerGroups'),
		kind('persona', 'personas'),
		kind('guidingPrinciple', 'guidingPrinciples', { ranked: true, fixed: ['id', 'order'] }),
		kind('proofPoint', 'proofPoints'),
		kind('study', 'studies'),
		kind('evidence', 'evidence'),
		kind('process', 'processes'),
	],
};

/** Lanes of these types show things of the journey and hold no cards. */
export const derivedLanes: ReadonlySet<unknown> = new Set(['opportunity', 'action', 'metric']);
