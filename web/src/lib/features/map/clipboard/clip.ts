/**
 * What is copied from a map, and how it travels over the clipboard of the computer: as plain titles for other
 * programs, and as HTML that carries everything for another map, in this tab or another one. Pure.
 */
import type { Journey, Workspace } from '$lib/api';
import type { LText } from '$lib/i18n';

/** One thing with all its properties, as the document has it. What came over the clipboard is not to be trusted. */
export type Part = { readonly id: string } & Readonly<Record<string, unknown>>;

/** `cards`: loose things of the map; `lane` and `stage`: a whole one, with what is in it. */
export type ClipKind = 'cards' | 'lane' | 'stage';

export interface Clip {
	readonly kind: ClipKind;
	readonly workspaceId: string;
	readonly journeyId: string;
	/** Stages and lanes that the copied things lie in, in order; in full when they are copied themselves. */
	readonly stages: readonly Part[];
	readonly lanes: readonly Part[];
	readonly cards: readonly Part[];
	readonly links: readonly Part[];
	readonly opportunities: readonly Part[];
	readonly actions: readonly Part[];
	readonly metrics: readonly Part[];
	/** Names of the channels, so that another workspace can find its own. */
	readonly channels: readonly Part[];
}

const LISTS = [
	'stages',
	'lanes',
	'cards',
	'links',
	'opportunities',
	'actions',
	'metrics',
	'channels',
] as const;

/** More than this is not taken from a clipboard; a journey itself holds fewer. */
const PARTS_MAX = 5000;
const TEXT_MAX = 8_000_000;

type Ranked = { id: string; order: number };
const byOrder = <T extends Ranked>(list: readonly T[]): T[] => [...list].sort((a, b) => a.order - b.order);
const part = (thing: object) => thing as unknown as Part;

interface Chosen {
	kind: ClipKind;
	stages: (id: string) => boolean;
	lanes: (id: string) => boolean;
	has: (thing: { id: string; stageId?: string; laneId?: string }) => boolean;
}

/** A copy of some cards, opportunities, actions and measures. */
export function clipOf(journey: Journey, workspace: Workspace, ids: ReadonlySet<string>): Clip {
	return take(journey, workspace, {
		kind: 'cards',
		stages: () => false,
		lanes: () => false,
		has: (thing) => ids.has(thing.id),
	});
}

/** A copy of a whole stage. */
export function clipOfStage(journey: Journey, workspace: Workspace, stageId: string): Clip {
	return take(journey, workspace, {
		kind: 'stage',
		stages: (id) => id === stageId,
		lanes: () => false,
		has: (thing) => thing.stageId === stageId,
	});
}

/** A copy of a whole lane. What a lane of opportunities, actions or measures shows stays where it is. */
export function clipOfLane(journey: Journey, workspace: Workspace, laneId: string): Clip {
	return take(journey, workspace, {
		kind: 'lane',
		stages: () => false,
		lanes: (id) => id === laneId,
		has: (thing) => thing.laneId === laneId,
	});
}

function take(journey: Journey, workspace: Workspace, chosen: Chosen): Clip {
	const stageRank = new Map(journey.stages.map((s) => [s.id, s.order]));
	const laneRank = new Map(journey.lanes.map((l) => [l.id, l.order]));
	const cards = journey.cards
		.filter(chosen.has)
		.sort(
			(a, b) =>
				(stageRank.get(a.stageId) ?? 0) - (stageRank.get(b.stageId) ?? 0) ||
				(laneRank.get(a.laneId) ?? 0) - (laneRank.get(b.laneId) ?? 0) ||
				a.order - b.order,
		);
	const others = (list: readonly { id: string; stageId?: string }[]) => list.filter(chosen.has);
	const [opportunities, actions, metrics] = [
		others(journey.opportunities),
		others(journey.actions),
		others(journey.metrics),
	];
	const inside = new Set(cards.map((card) => card.id));
	const stages = new Set([...cards, ...opportunities, ...actions, ...metrics].map((each) => each.stageId));
	const lanes = new Set(cards.map((card) => card.laneId));
	const channels = new Set([...cards, ...journey.actions].map((each) => each.channelId));
	return {
		kind: chosen.kind,
		workspaceId: workspace.id,
		journeyId: journey.id,
		stages: byOrder(journey.stages)
			.filter((s) => chosen.stages(s.id) || stages.has(s.id))
			.map((s) => part(chosen.stages(s.id) ? s : { id: s.id, name: s.name })),
		lanes: byOrder(journey.lanes)
			.filter((l) => chosen.lanes(l.id) || lanes.has(l.id))
			.map((l) => part(chosen.lanes(l.id) ? l : { id: l.id, type: l.type, name: l.name })),
		cards: cards.map(part),
		links: journey.links.filter((l) => inside.has(l.fromCardId) && inside.has(l.toCardId)).map(part),
		opportunities: opportunities.map(part),
		actions: actions.map(part),
		metrics: metrics.map(part),
		channels: workspace.channels
			.filter((c) => channels.has(c.id))
			.map((c) => part({ id: c.id, name: c.name })),
	};
}

/** Whether there is anything in it. */
export function isEmptyClip(clip: Clip): boolean {
	return LISTS.every((list) => list === 'channels' || clip[list].length === 0);
}

/** Titles for other programs: one line per thing, or the name of the stage or lane above them. */
export function plainText(clip: Clip, words: (text: LText | undefined) => string): string {
	const title = (thing: Part) => words((thing.title ?? thing.name) as LText | undefined);
	const head = clip.kind === 'stage' ? clip.stages : clip.kind === 'lane' ? clip.lanes : [];
	const rest = [...clip.cards, ...clip.opportunities, ...clip.actions, ...clip.metrics];
	return [...head, ...rest].map(title).filter(Boolean).join('\n');
}

const MARK = 'data-klantreis';
const escape = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The same as HTML: a list of titles that carries the whole copy with it. */
export function html(clip: Clip, plain: string): string {
	const items = plain
		.split('\n')
		.map((line) => `<li>${escape(line)}</li>`)
		.join('');
	return `<ul ${MARK}="${encodeURIComponent(JSON.stringify(clip))}">${items}</ul>`;
}

/** Reads a copy back; anything else, also what only looks like one, is undefined. */
export function readClip(source: string): Clip | undefined {
	if (source.length > TEXT_MAX) return undefined;
	const found = new RegExp(`${MARK}="([^"]*)"`).exec(source)?.[1];
	if (!found) return undefined;
	try {
		const value: unknown = JSON.parse(decodeURIComponent(found));
		return isClip(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

function isClip(value: unknown): value is Clip {
	if (typeof value !== 'object' || value === null) return false;
	const clip = value as Record<string, unknown>;
	const kinds: unknown[] = ['cards', 'lane', 'stage'];
	if (!kinds.includes(clip.kind)) return false;
	if (typeof clip.workspaceId !== 'string' || typeof clip.journeyId !== 'string') return false;
	return LISTS.every((name) => {
		const list = Object.hasOwn(clip, name) ? clip[name] : undefined;
		return Array.isArray(list) && list.length <= PARTS_MAX && list.every(isPart);
	});
}

function isPart(value: unknown): value is Part {
	return (
		typeof value === 'object' &&
		value !== null &&
		!Array.isArray(value) &&
		typeof (value as Record<string, unknown>).id === 'string'
	);
}
