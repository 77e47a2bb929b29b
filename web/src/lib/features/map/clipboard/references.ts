/**
 * What copied things refer to, in the place where they are pasted: other copies become each other's, what the
 * workspace has stays, and the rest is left out and counted.
 */
import type { Journey, Workspace } from '$lib/api';
import type { Clip, Part } from './clip';

/** Finds what an old id has become; undefined when it does not exist here. */
type Find = (id: string) => string | undefined;

/** What ids in a property refer to. */
type Target = 'channel' | 'evidence' | 'process' | 'member' | 'principle' | 'inJourney' | 'elsewhere';

/** Properties that hold one id. */
const ONE: Record<string, Target> = {
	channelId: 'channel',
	authorId: 'member',
	ownerId: 'member',
	opportunityId: 'inJourney',
	metricId: 'inJourney',
	guidesToStageId: 'inJourney',
	parentStageId: 'inJourney',
	cardId: 'inJourney',
	stageId: 'inJourney',
	actionId: 'inJourney',
	principleId: 'principle',
	journeyId: 'elsewhere',
	fileId: 'elsewhere',
};

/** Properties that hold several. */
const SEVERAL: Record<string, Target> = {
	evidenceIds: 'evidence',
	processIds: 'process',
	barrierIds: 'inJourney',
	basedOn: 'inJourney',
};

/** Objects that mean nothing once this property of theirs is gone. */
const HOLLOW = new Set(['principleId']);

/** What the place where it is pasted, and the document itself, decide; a stage has one main opportunity. */
const PLACE = new Set([
	'id',
	'order',
	'stageId',
	'laneId',
	'evidenceStatus',
	'derived',
	'hidden',
	'key',
	'primary',
]);

export interface Context {
	clip: Clip;
	journey: Journey;
	workspace: Workspace;
	/** Ids of the copies, by those of the originals. */
	copies: ReadonlyMap<string, string>;
}

export class References {
	/** How many references were left out. */
	dropped = 0;
	readonly #find: Record<Target, Find>;

	constructor(context: Context) {
		this.#find = finders(context);
	}

	/** Properties for a copy: without place and rank, its references those of here. */
	props(original: Part): Record<string, unknown> {
		const own = Object.entries(original).filter(([key]) => !PLACE.has(key));
		return this.#object(Object.fromEntries(own));
	}

	/** Whether a value refers to one of these ids. */
	static mentions(value: unknown, ids: ReadonlySet<string>): boolean {
		if (typeof value === 'string') return ids.has(value);
		if (typeof value !== 'object' || value === null) return false;
		return Object.values(value).some((each) => References.mentions(each, ids));
	}

	#value(key: string, value: unknown): unknown {
		const one = Object.hasOwn(ONE, key) ? ONE[key] : undefined;
		if (one && typeof value === 'string') return this.#kept(one, value);
		const several = Object.hasOwn(SEVERAL, key) ? SEVERAL[key] : undefined;
		if (several && Array.isArray(value)) return value.flatMap((id) => this.#kept(several, String(id)) ?? []);
		if (Array.isArray(value)) return value.flatMap((each) => this.#item(each));
		return typeof value === 'object' && value !== null ? this.#object(value) : value;
	}

	/** One of a list of objects; gone when what it was about is gone. */
	#item(value: unknown): unknown[] {
		if (typeof value !== 'object' || value === null) return [value];
		const copy = this.#object(value);
		return Object.keys(value).some((key) => HOLLOW.has(key) && copy[key] === undefined) ? [] : [copy];
	}

	#object(value: object): Record<string, unknown> {
		const copy: Record<string, unknown> = {};
		for (const [key, each] of Object.entries(value)) {
			const next = key === '__proto__' ? undefined : this.#value(key, each);
			const emptied = isObject(next) && Object.keys(next).length === 0;
			if (next !== undefined && next !== null && !emptied) copy[key] = next;
		}
		return copy;
	}

	#kept(target: Target, id: string): string | undefined {
		const found = this.#find[target](id);
		if (found === undefined) this.dropped++;
		return found;
	}
}

const isObject = (value: unknown): value is object =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function finders({ clip, journey, workspace, copies }: Context): Record<Target, Find> {
	const home = clip.workspaceId === workspace.id;
	const among =
		(list: readonly { id: string }[]): Find =>
		(id) =>
			home && list.some((each) => each.id === id) ? id : undefined;
	const sameJourney = clip.journeyId === journey.id;
	const here = new Set(
		[journey.stages, journey.cards, journey.opportunities, journey.actions, journey.metrics].flatMap(
			(list: readonly { id: string }[]) => list.map(({ id }) => id),
		),
	);
	return {
		channel: channelFinder(clip, workspace, home),
		evidence: among(workspace.evidence),
		process: among(workspace.processes),
		member: among(workspace.members),
		principle: among(workspace.guidingPrinciples),
		inJourney: (id) => copies.get(id) ?? (sameJourney && here.has(id) ? id : undefined),
		elsewhere: (id) => (home ? id : undefined),
	};
}

/** In another workspace a channel is the one with the same name. */
function channelFinder(clip: Clip, workspace: Workspace, home: boolean): Find {
	const names = (channel: object) =>
		Object.values((channel as { name?: object }).name ?? {}).map((name) => String(name).toLowerCase());
	return (id) => {
		if (home && workspace.channels.some((channel) => channel.id === id)) return id;
		const wanted = clip.channels.find((channel) => channel.id === id);
		if (home || !wanted) return undefined;
		const own = names(wanted);
		return workspace.channels.find((channel) => names(channel).some((name) => own.includes(name)))?.id;
	};
}
