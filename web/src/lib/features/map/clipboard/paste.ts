/** What pasting a copy is in ops: new ids, the same order, in the place that was asked for. Pure. */
import type { Journey, Lane, Workspace } from '$lib/api';
import { newId, type Op, type Pos } from '$lib/ops';
import { cellCards, STAGES_MAX } from '../edits';
import { holdsCards, LANE_TYPES, laneTakes } from '../kinds';
import type { Clip, Part } from './clip';
import { References } from './references';

/** Where the focus is: a cell, one of its cards, or the head of a stage or lane. */
export interface Spot {
	stageId?: string;
	laneId?: string;
	cardId?: string;
}

export interface Pasted {
	ops: Op[];
	/** Ids of the new cards and others, in order; of the new stage or lane when that was pasted. */
	ids: string[];
	/** Cards for which this journey has no lane. */
	homeless: number;
	/** References to what does not exist here. */
	dropped: number;
	/** Why nothing can be pasted at all. */
	refused?: 'stages';
}

/** What is pasted, and into what. */
interface Work {
	clip: Clip;
	journey: Journey;
	copies: Map<string, string>;
	references: References;
	/** Stage and lane of here for those the originals lie in. */
	stages: Map<string, string>;
	lanes: Map<string, string>;
	ops: Op[];
	/** What refers to a copy that is made after it is set at the end. */
	later: Op[];
	/** Copies that are still to be made. */
	waiting: Set<string>;
	ids: string[];
}

const ordered = <T extends { order: number }>(list: readonly T[]) =>
	[...list].sort((a, b) => a.order - b.order);

export function paste(clip: Clip, journey: Journey, workspace: Workspace, spot: Spot): Pasted {
	if (clip.kind === 'stage' && journey.stages.length + clip.stages.length > STAGES_MAX)
		return { ops: [], ids: [], homeless: 0, dropped: 0, refused: 'stages' };
	const copies = new Map<string, string>();
	const own = [clip.cards, clip.opportunities, clip.actions, clip.metrics];
	const whole = clip.kind === 'stage' ? [clip.stages] : clip.kind === 'lane' ? [clip.lanes] : [];
	for (const thing of [...own, ...whole].flat()) copies.set(thing.id, newId());
	const work: Work = {
		clip,
		journey,
		copies,
		references: new References({ clip, journey, workspace, copies }),
		stages: new Map(),
		lanes: new Map(),
		ops: [],
		later: [],
		waiting: new Set(copies.values()),
		ids: [],
	};
	placeStages(work, spot);
	placeLanes(work, spot);
	const homeless = leaveOutHomeless(work);
	insertCards(work, spot);
	insertOthers(work);
	insertLinks(work);
	work.ops.push(...work.later);
	const made = whole.flat().map((thing) => copies.get(thing.id) as string);
	return { ops: work.ops, ids: made.length ? made : work.ids, homeless, dropped: work.references.dropped };
}

/** A copied stage becomes a new one after the spot; else the first stage falls on the spot, the rest beside it. */
function placeStages(work: Work, spot: Spot): void {
	const here = ordered(work.journey.stages);
	const at = here.findIndex((stage) => stage.id === spot.stageId);
	if (work.clip.kind === 'stage') {
		work.clip.stages.forEach((stage, i) => {
			const id = work.copies.get(stage.id) as string;
			work.stages.set(stage.id, id);
			const order = at < 0 ? undefined : at + 2 + i;
			insert(work, id, 'stage', work.references.props(stage), { order });
		});
		return;
	}
	work.clip.stages.forEach((stage, i) => {
		const same = work.clip.kind === 'lane' ? sameStage(here, stage) : undefined;
		const beside = here[Math.min((at < 0 ? 0 : at) + i, here.length - 1)];
		work.stages.set(stage.id, (same ?? beside)?.id ?? '');
	});
}

/** A lane that is pasted keeps its cards in their stages, known by id or by name. */
function sameStage(here: Journey['stages'], stage: Part) {
	const names = Object.values((stage.name ?? {}) as Record<string, string>);
	const named = (name: Record<string, string | undefined>) =>
		Object.values(name).some((word) => word !== undefined && names.includes(word));
	return here.find((each) => each.id === stage.id) ?? here.find((each) => named({ ...each.name }));
}

function placeLanes(work: Work, spot: Spot): void {
	const { clip, journey } = work;
	const here = ordered(journey.lanes);
	if (clip.kind === 'lane') {
		const at = here.findIndex((lane) => lane.id === spot.laneId);
		clip.lanes.forEach((lane, i) => {
			const id = work.copies.get(lane.id) as string;
			const type = LANE_TYPES.find((each) => each === lane.type) ?? 'note';
			work.lanes.set(lane.id, id);
			const order = at < 0 ? undefined : at + 2 + i;
			const props = { ...work.references.props(lane), type };
			insert(work, id, 'lane', props, { order });
		});
		return;
	}
	const only = clip.kind === 'cards' && clip.lanes.length === 1;
	for (const lane of clip.lanes) {
		const types = new Set(
			clip.cards.filter((card) => card.laneId === lane.id).map((card) => String(card.type)),
		);
		const fits = (each: Lane) => [...types].every((type) => laneTakes(each.type, type));
		const spotLane = only ? here.find((each) => each.id === spot.laneId) : undefined;
		const candidates = [
			spotLane,
			here.find((each) => each.id === lane.id),
			here.find((each) => each.type === lane.type && sameName(each, lane)),
			here.find((each) => each.type === lane.type),
			here.find((each) => holdsCards(each.type) && fits(each)),
		];
		const found = candidates.find((each) => each && fits(each));
		if (found) work.lanes.set(lane.id, found.id);
	}
}

const sameName = (lane: Lane, part: Part) =>
	JSON.stringify(lane.name ?? {}) === JSON.stringify(part.name ?? {});

/** Cards for which there is no lane here are nobody's reference either. Answers how many. */
function leaveOutHomeless(work: Work): number {
	const homeless = work.clip.cards.filter(
		(card) => !work.stages.get(String(card.stageId)) || !work.lanes.get(String(card.laneId)),
	);
	for (const card of homeless) work.copies.delete(card.id);
	return homeless.length;
}

/** In the cell with the focus they stand after the card that has it. */
function insertCards(work: Work, spot: Spot): void {
	const after = work.journey.cards.find((card) => card.id === spot.cardId);
	const inserted = new Map<string, number>();
	for (const card of work.clip.cards) {
		const id = work.copies.get(card.id);
		const stageId = work.stages.get(String(card.stageId));
		const laneId = work.lanes.get(String(card.laneId));
		if (!id || !stageId || !laneId) continue;
		const cell = `${stageId}|${laneId}`;
		const before = inserted.get(cell) ?? 0;
		const beside = after?.stageId === stageId && after.laneId === laneId;
		const base = beside ? after.order : cellCards(work.journey, stageId, laneId).length;
		inserted.set(cell, before + 1);
		insert(work, id, 'card', work.references.props(card), { stageId, laneId, order: base + before + 1 });
		work.ids.push(id);
	}
}

/** What refers to something that does not exist yet waits until it does. */
function insert(work: Work, id: string, type: string, props: Record<string, unknown>, pos?: Pos): void {
	work.waiting.delete(id);
	const now: Record<string, unknown> = {};
	for (const [key, value] of Object.entries(props)) {
		if (References.mentions(value, work.waiting)) work.later.push({ op: 'set', id, key, value });
		else now[key] = value;
	}
	work.ops.push({ op: 'insert', id, type, ...(pos ? { pos } : {}), props: now });
}

function insertOthers(work: Work): void {
	const lists = [
		['opportunity', work.clip.opportunities],
		['metric', work.clip.metrics],
		['action', work.clip.actions],
	] as const;
	for (const [type, list] of lists) {
		for (const thing of list) {
			const stageId = work.stages.get(String(thing.stageId));
			if (!stageId) continue;
			const id = work.copies.get(thing.id) as string;
			insert(work, id, type, { ...work.references.props(thing), stageId });
			work.ids.push(id);
		}
	}
}

function insertLinks(work: Work): void {
	const there = new Set(work.ids);
	for (const link of work.clip.links) {
		const from = work.copies.get(String(link.fromCardId));
		const to = work.copies.get(String(link.toCardId));
		if (!from || !to || !there.has(from) || !there.has(to)) continue;
		const props = { ...work.references.props(link), fromCardId: from, toCardId: to };
		work.ops.push({ op: 'insert', id: newId(), type: 'link', props });
	}
}
