// What kinds of things a document holds, where they stand, and how those without an id are addressed.

/** One kind of thing in a document. */
export interface Kind {
	/** `type` of an insert. */
	type: string;
	/** Property of the document that holds the list. */
	list: string;
	/** How it is ordered: not, as one row, or per stage and lane. */
	order: 'none' | 'row' | 'cell';
	/** Properties whose values say where it stands: ids of a stage or lane it lies in, or of cards it joins. */
	within?: readonly string[];
	/** For a thing without an own id: how its composite id is written and read back. */
	composite?: {
		id(entity: Entity): string;
		/** The least an entity with this id has; undefined when the parts are not an id of this kind. */
		make(parts: string[]): Entity | undefined;
	};
	/** Properties that `set` may not change. */
	fixed: readonly string[];
}

export type Entity = Record<string, unknown>;

export interface Schema {
	kinds: readonly Kind[];
}

const str = (value: unknown): string => (typeof value === 'string' ? value : '');

function kind(type: string, list: string, more: Partial<Kind> = {}): Kind {
	return { type, list, order: 'none', fixed: ['id', 'order'], ...more };
}

const score: Kind['composite'] = {
	id: (e) => `score:${str(e.stageId)}:${str(e.dimension)}:${str(e.scorerId)}`,
	make: ([stageId, dimension, scorerId, ...rest]) =>
		stageId && dimension && scorerId && rest.length === 0
			? { stageId, dimension, scorerId, value: 0, evidenceStatus: 'guess' }
			: undefined,
};

const transition: Kind['composite'] = {
	id: (e) => `transition:${str(e.fromStageId)}:${str(e.toStageId) || 'exit'}:${str(e.kind)}`,
	make: ([fromStageId, to, moves, ...rest]) => {
		if (!fromStageId || !to || !moves || rest.length > 0) return undefined;
		const entity: Entity = { fromStageId, kind: moves, status: 'guess' };
		if (to !== 'exit') entity.toStageId = to;
		return entity;
	},
};

const assessment: Kind['composite'] = {
	id: (e) => `assessment:${str(e.touchpointId) || 'journey'}:${str(e.scorerId)}`,
	make: ([target, scorerId, ...rest]) => {
		if (!target || !scorerId || rest.length > 0) return undefined;
		const entity: Entity = { scorerId, scores: Array(10).fill(null) };
		if (target !== 'journey') entity.touchpointId = target;
		return entity;
	},
};

const checklist: Kind['composite'] = {
	id: (e) => `checklist:${str(e.checklistId)}`,
	make: ([checklistId, ...rest]) =>
		checklistId && rest.length === 0 ? { checklistId, answers: [] } : undefined,
};

/** Everything under Journey. Returns have no id of their own and no order field; they are addressed by place. */
export const journeySchema: Schema = {
	kinds: [
		kind('stage', 'stages', { order: 'row' }),
		kind('lane', 'lanes', { order: 'row' }),
		kind('card', 'cards', {
			order: 'cell',
			within: ['stageId', 'laneId'],
			fixed: ['id', 'order', 'stageId', 'laneId', 'type', 'evidenceStatus'],
		}),
		kind('link', 'links', { within: ['fromCardId', 'toCardId'] }),
		kind('transition', 'transitions', { within: ['fromStageId', 'toStageId'], composite: transition }),
		kind('score', 'scores', { within: ['stageId'], composite: score }),
		kind('opportunity', 'opportunities', { within: ['stageId'] }),
		kind('action', 'actions', { within: ['stageId'] }),
		kind('finding', 'findings'),
		kind('recommendation', 'recommendations'),
		kind('assessment', 'principleAssessments', { within: ['touchpointId'], composite: assessment }),
		kind('metric', 'metrics', { within: ['stageId'] }),
		kind('checklist', 'checklistAnswers', { composite: checklist }),
		kind('comment', 'comments', { within: ['targetId'] }),
	],
};

export const workspaceSchema: Schema = {
	kinds: [
		kind('member', 'members'),
		kind('product', 'products'),
		kind('channel', 'channels'),
		kind('customerGroup', 'customerGroups'),
		kind('persona', 'personas'),
		kind('guidingPrinciple', 'guidingPrinciples', { order: 'row' }),
		kind('proofPoint', 'proofPoints'),
		kind('study', 'studies'),
		kind('evidence', 'evidence'),
		kind('process', 'processes'),
	],
};
