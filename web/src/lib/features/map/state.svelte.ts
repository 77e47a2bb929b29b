/**
 * What the map shows and does, beside the document itself: layout, zoom, folded lanes, what is being edited.
 * Made by MapPage once a journey is open; components reach it with `getMap()`.
 */
import { tick } from 'svelte';
import { createContext } from 'svelte';
import {
	api,
	type Action,
	type Card,
	type Comment,
	type Computed,
	type Journey,
	type Lane,
	type LText,
	type Stage,
	type Templates,
	type Workspace,
} from '$lib/api';
import { m, pick, text, type Lang } from '$lib/i18n';
import type { Op } from '$lib/ops';
import { me, prefs, toasts, type JourneyStore } from '$lib/state';
import { batches } from './batch';
import { stageMatches } from './filter/filter';
import { Shown } from './filter/shown.svelte';
import { orderBands } from './layout/bands';
import {
	ADD_ROOM,
	isCompact,
	keepColumns,
	LANE_RAIL_WIDTH,
	placeColumns,
	totalWidth,
	type Column,
	type LayoutChoice,
} from './layout/columns';
import { keep, remember } from './remember';
import { Picked } from './select/picked.svelte';

export const [getMap, setMap] = createContext<MapState>();

/** Something new that is being typed into a cell. */
export interface Draft {
	kind: 'card' | 'opportunity' | 'action' | 'metric';
	stageId: string;
	laneId: string;
	/** Rank among the cell's cards; missing = last. */
	order?: number;
	/** What was typed to start it. */
	seed: string;
}

/** Dialogs of the map; at most one is open. */
export type Dialog =
	| { kind: 'shortcuts' }
	| { kind: 'palette' }
	| { kind: 'deleteStage'; stageId: string }
	| { kind: 'splitStage'; stageId: string }
	| { kind: 'stageSet' }
	/** A path between stages: an existing one by its id, or a new one from a stage. */
	| { kind: 'way'; id?: string; fromStageId?: string }
	| { kind: 'tactics'; stageId?: string }
	| { kind: 'addLane'; order: number }
	| { kind: 'tags' }
	| { kind: 'views' }
	| { kind: 'rows'; rows: readonly (readonly string[])[]; at: PasteSpot }
	| PictureDialog;

/** A picture that is sent to a spot, or the one of a card or stage that is looked at. */
export type PictureDialog = { kind: 'picture'; file: File; at: PasteSpot } | { kind: 'enlarged'; id: string };

/** Where something is pasted: a cell of the map, and the card of it that has the focus; without a lane the stage. */
export interface PasteSpot {
	stageId: string;
	laneId: string;
	cardId?: string;
}

const EMPTY: readonly Card[] = [];
/** From this many cards on, lanes out of view are not laid out. */
const MANY_CARDS = 300;
export const ZOOM_MIN = 0.4;
export const ZOOM_MAX = 2;

export class MapState {
	readonly store: JourneyStore;
	/** The journey that is open; MapState lives no longer than it. */
	readonly journey: Journey = $derived.by(() => this.store.journey as Journey);
	readonly workspace: Workspace = $derived.by(() => this.store.workspace as Workspace);

	/** Width of the scrolling board in pixels, kept by Board.svelte. */
	boardWidth = $state(1200);
	editing = $state<string | undefined>();
	editSeed = $state<string | undefined>();
	draft = $state.raw<Draft | undefined>();
	dialog = $state.raw<Dialog | undefined>();
	/** What a screen reader is told. */
	announcement = $state('');
	/** Id of the card that is dragged. */
	lifted = $state<string | undefined>();
	templates = $state.raw<Templates | undefined>();
	/** The filter with its choices is open. */
	filtering = $state(false);
	/** What happens with a picture that is pasted on the map; without it pictures are not taken. */
	onpasteimage: ((picture: File, at: PasteSpot) => void) | undefined;
	/** What is on screen: filter, saved view, hidden and folded lanes. */
	readonly shown: Shown;
	/** Cards and others that are picked together. */
	readonly picked: Picked;

	#layout = $state<LayoutChoice>('auto');
	#zoom = $state(1);
	#scorer = $state<string | undefined>();

	readonly stages: readonly Stage[] = $derived.by(() => byOrder(this.journey.stages));
	readonly lanes: readonly Lane[] = $derived.by(() => byOrder(this.journey.lanes));
	/** Stages and lanes that are on screen; without filter and view all that are not hidden. */
	readonly shownStages: readonly Stage[] = $derived.by(() =>
		this.stages.filter((stage) => stageMatches(this.shown.filter, stage)),
	);
	readonly shownLanes: readonly Lane[] = $derived.by(() =>
		this.lanes.filter((lane) => !this.shown.isHidden(lane)),
	);
	readonly bands = $derived.by(() => orderBands(this.shownLanes, () => true));
	readonly cardById = $derived.by(() => new Map(this.journey.cards.map((c) => [c.id, c])));
	readonly many = $derived.by(() => this.journey.cards.length > MANY_CARDS);
	readonly compact = $derived.by(() => isCompact(this.#layout, this.shownStages.length));

	#cellCache = new Map<string, readonly Card[]>();
	readonly #fullCells = $derived.by(
		() => (this.#cellCache = groupCells(this.journey.cards, this.#cellCache)),
	);
	readonly #cells = $derived.by(() =>
		this.shown.filtered ? groupCells(this.shown.cards, this.#fullCells) : this.#fullCells,
	);
	readonly #passing = $derived.by(
		() => this.shown.filtered && new Set(this.shown.cards.map((card) => card.id)),
	);

	/** Contact moments per stage, through all lanes that hold them. */
	readonly moments = $derived.by(() => momentsByStage(this.shownStages, this.shownLanes, this.shown.cards));
	/** Changes only when columns do, so that editing a text moves nothing. */
	readonly #shape = $derived.by(() =>
		JSON.stringify(
			this.shownStages.map((s) => ({
				id: s.id,
				momentIds: (this.moments.get(s.id) ?? EMPTY).map((c) => c.id),
			})),
		),
	);
	#columnsBefore: readonly Column[] = [];
	readonly columns = $derived.by(() => {
		const room = this.boardWidth / this.#zoom - LANE_RAIL_WIDTH;
		const columns = placeColumns(JSON.parse(this.#shape), this.compact, room);
		return (this.#columnsBefore = keepColumns(this.#columnsBefore, columns));
	});
	readonly width = $derived.by(() => totalWidth(this.columns));
	readonly momentPlaces = $derived.by(
		() => new Map(this.columns.flatMap((c) => c.moments.map((p) => [p.id, p]))),
	);

	/** The moments that work on the selected one, or that it works on. */
	readonly linked: ReadonlySet<string> = $derived.by(() => {
		const id = this.selected;
		const links = this.journey.links.filter((l) => id && (l.fromCardId === id || l.toCardId === id));
		return new Set(links.map((l) => (l.fromCardId === id ? l.toCardId : l.fromCardId)));
	});

	/** The moments that are remembered: the strongest feeling (the first of equals, as the server takes it) and the last. */
	readonly peakAndEnd: { peak?: string; end?: string } = $derived.by(() => {
		const all = this.shown.filtered
			? momentsByStage(this.stages, this.shownLanes, this.journey.cards)
			: this.moments;
		const felt = [...all.values()].flat().filter((c) => c.emotion?.valence !== undefined);
		const peak = this.computed?.emotion?.peak;
		return { peak: felt.findLast((c) => c.emotion?.valence === peak)?.id, end: felt.at(-1)?.id };
	});

	/** What was said and not yet dealt with, by what it is about; oldest first. */
	readonly comments: ReadonlyMap<string, readonly Comment[]> = $derived.by(() => {
		const open = new Map<string, Comment[]>();

		for (const c of this.journey.comments) {
			if (!c.resolved) open.set(c.targetId, [...(open.get(c.targetId) ?? []), c]);
		}

		return open;
	});

	/** The opportunity with the highest score. */
	readonly bestOpportunity: string | undefined = $derived.by(() => {
		const scores = Object.entries(this.computed?.opportunityScores ?? {});
		return scores.reduce<[string, number] | undefined>(
			(best, s) => (best && best[1] >= s[1] ? best : s),
			undefined,
		)?.[0];
	});

	/** Ids of what can be picked now. */
	readonly #pickable = $derived.by(() => {
		const stages = new Set(this.shownStages.map((stage) => stage.id));
		const { opportunities, actions, metrics } = this.journey;
		const others = [...opportunities, ...actions, ...metrics].filter((e) => stages.has(e.stageId ?? ''));
		return new Set([...this.shown.cards, ...others].map((thing) => thing.id));
	});

	readonly #actions = $derived.by(() => {
		const score = (id: string) => this.computed?.riceScores[id] ?? -1;
		const sorted = [...this.journey.actions].sort((a, b) => score(b.id) - score(a.id));
		return new Map(this.stages.map((s) => [s.id, sorted.filter((a) => a.stageId === s.id)]));
	});

	constructor(store: JourneyStore, journeyId: string) {
		this.store = store;
		this.shown = new Shown(journeyId, () => this.journey);
		this.picked = new Picked((id) => this.#pickable.has(id));
		const kept = remember(journeyId);
		this.#layout = kept.layout ?? 'auto';
		this.#scorer = kept.scorer;
		this.#zoom = kept.zoom ?? 1;
		void api
			.templates()
			.then((t) => (this.templates = t))
			.catch(() => undefined);
	}

	get computed(): Computed | undefined {
		return this.store.computed;
	}
	get lang(): Lang {
		return prefs.lang;
	}
	get selected(): string | undefined {
		return this.store.selected;
	}
	get zoom(): number {
		return this.#zoom;
	}
	get layout(): LayoutChoice {
		return this.#layout;
	}

	/** Words of a text of the document, in the language of the screen. */
	t = (value: LText | undefined): string => text(value, prefs.lang);
	/** The same, with the language it is really in. */
	pick = (value: LText | undefined) => pick(value, prefs.lang);

	/** Cards of a cell that pass the filter, in order. */
	cell(stageId: string, laneId: string): readonly Card[] {
		return this.#cells.get(`${stageId}|${laneId}`) ?? EMPTY;
	}

	/** Cards of a cell whatever the filter says: those that do not pass stay, out of sight, so that a filter comes and goes quickly. */
	fullCell(stageId: string, laneId: string): readonly Card[] {
		return this.#fullCells.get(`${stageId}|${laneId}`) ?? EMPTY;
	}

	/** Whether a card passes the filter. */
	passes(id: string): boolean {
		return !this.#passing || this.#passing.has(id);
	}

	/** Actions of a stage by effect. */
	actionsOf(stageId: string): readonly Action[] {
		return this.#actions.get(stageId) ?? [];
	}

	stageOf(id: string): Stage | undefined {
		return this.stages.find((s) => s.id === id);
	}

	laneOf(id: string): Lane | undefined {
		return this.lanes.find((l) => l.id === id);
	}

	/** Makes an edit; see JourneyStore. */
	edit(ops: Op[] | undefined, label: string, squash?: string): boolean {
		return ops !== undefined && this.store.edit(ops, label, squash ? { squash } : {});
	}

	/**
	 * Makes an edit of very many things. It is one transaction, so one step back, as long as the server takes it in
	 * one; else as few as it takes, and a message says so. Answers whether anything was done.
	 */
	editMany(ops: Op[], label: string): boolean {
		const parts = batches(ops);
		const done = parts.filter((part) => this.edit(part, label)).length;
		if (done > 1) toasts.show(m.map_said_batches({ n: done }));
		return done > 0;
	}

	/** Takes the last edit back, and says which. */
	undo(): void {
		const what = this.store.undoLabel;
		if (what !== undefined && this.store.undo()) this.announce(m.map_said_undone({ what }));
	}

	redo(): void {
		const what = this.store.redoLabel;
		if (what !== undefined && this.store.redo()) this.announce(m.map_said_redone({ what }));
	}

	/** Deletes something and offers to take that back. */
	remove(ids: readonly string[], label: string, ops?: Op[]): void {
		const next = this.stopAfter(ids[0], ids);
		if (!this.editMany(ops ?? ids.map((id) => ({ op: 'delete', id })), label)) return;
		if (this.selected && ids.includes(this.selected)) this.select(undefined);
		toasts.show(label, { action: { label: m.map_undo(), run: () => this.undo() } });
		this.announce(label);
		if (next) this.focus(next);
	}

	select(id: string | undefined): void {
		this.store.select(id);
	}

	announce(words: string): void {
		// The same words twice in a row are only read again when they differ.
		this.announcement = this.announcement === words ? `${words}\u00a0` : words;
	}

	startEdit(id: string, seed?: string): void {
		this.draft = undefined;
		this.editSeed = seed;
		this.editing = id;
	}

	stopEdit(): void {
		this.editing = undefined;
		this.editSeed = undefined;
	}

	startDraft(draft: Omit<Draft, 'seed'>, seed = ''): void {
		this.stopEdit();
		this.draft = { ...draft, seed };
	}

	setLayout(layout: LayoutChoice): void {
		this.#layout = layout;
		keep(this.journey.id, { layout });
	}

	toggleCompact(): void {
		this.setLayout(this.compact ? 'standard' : 'compact');
	}

	setZoom(zoom: number): void {
		this.#zoom = Math.round(Math.max(ZOOM_MIN, Math.min(ZOOM_MAX, zoom)) * 100) / 100;
		keep(this.journey.id, { zoom: this.#zoom });
	}

	/** The zoom at which every stage is in view. */
	zoomToFit(): void {
		const natural = placeColumns(JSON.parse(this.#shape), this.compact, 0);
		const fit = this.boardWidth / (LANE_RAIL_WIDTH + totalWidth(natural) + ADD_ROOM);
		this.setZoom(Math.min(1, Math.floor(fit * 100) / 100));
	}

	/** Whether a lane is folded; `usual` holds until somebody folds or unfolds it. */
	isFolded(id: string, usual: boolean): boolean {
		return this.shown.isFolded(id, usual);
	}

	setFolded(id: string, folded: boolean): void {
		this.shown.setFolded([id], folded);
	}

	/** Who gives scores at this screen: as chosen on this map, else the person at this browser, else the first scorer. */
	get scorer(): string | undefined {
		const members = this.workspace.members;
		const has = (id: string | undefined) => members.some((member) => member.id === id);
		if (has(this.#scorer)) return this.#scorer;
		const own = me.of(this.workspace);
		if (own) return own.id;
		return this.journey.scores.find((s) => has(s.scorerId))?.scorerId ?? members[0]?.id;
	}

	setScorer(id: string): void {
		this.#scorer = id;
		keep(this.journey.id, { scorer: id });
	}

	/** Puts the keyboard focus on a stop of the map, once it is drawn. */
	focus(stop: string): void {
		void tick().then(() => stopElement(stop)?.focus());
	}

	/** A face that is being dragged, with the value under the pointer. */
	dragged = $state.raw<{ id: string; valence: number } | undefined>();

	/** How a contact moment feels, also while its face is dragged. */
	valenceOf(card: Card): number | undefined {
		return this.dragged?.id === card.id ? this.dragged.valence : card.emotion?.valence;
	}

	/** As Tab in a sheet: the next cell. Set by Board.svelte, which knows the rows. */
	goNext: (stop: string) => void = () => undefined;

	/** The word for an emotion: of the list, or somebody's own. */
	word(word: string | undefined): string {
		const known = this.templates?.emotionWords.find((w) => w.key === word);
		return known ? this.t(known.name) : (word ?? '');
	}

	/** The stop that takes the focus when this one disappears, with `gone`. */
	stopAfter(id: string | undefined, gone: readonly string[] = []): string | undefined {
		const own = id ? stopElement(id) : undefined;
		const cell = own?.closest('[data-col]')?.querySelectorAll<HTMLElement>('[data-stop]') ?? [];
		const stays = (stop: HTMLElement) => stop === own || !gone.includes(stop.dataset.stop ?? '');
		const stops = [...cell].filter(stays);
		const at = stops.indexOf(own as HTMLElement);
		return (stops[at + 1] ?? stops[at - 1])?.dataset.stop;
	}
}

function stopElement(id: string): HTMLElement | null {
	return document.querySelector<HTMLElement>(`[data-stop="${CSS.escape(id)}"]`);
}

function byOrder<T extends { order: number }>(list: readonly T[]): T[] {
	return [...list].sort((a, b) => a.order - b.order);
}

/** Cards per cell, in order. A cell whose cards stayed the same keeps its array, so that it is not drawn again. */
function groupCells(
	cards: readonly Card[],
	before: ReadonlyMap<string, readonly Card[]>,
): Map<string, readonly Card[]> {
	const cells = new Map<string, Card[]>();
	for (const card of cards) {
		const key = `${card.stageId}|${card.laneId}`;
		const cell = cells.get(key);
		if (cell) cell.push(card);
		else cells.set(key, [card]);
	}
	const stable = new Map<string, readonly Card[]>();
	for (const [key, cell] of cells) {
		cell.sort((a, b) => a.order - b.order);
		const old = before.get(key);
		const same = old?.length === cell.length && cell.every((card, i) => card === old[i]);
		stable.set(key, same ? (old as readonly Card[]) : cell);
	}
	return stable;
}

function momentsByStage(
	stages: readonly Stage[],
	lanes: readonly Lane[],
	cards: readonly Card[],
): Map<string, Card[]> {
	const rank = new Map(lanes.map((l) => [l.id, l.order]));
	const result = new Map<string, Card[]>(stages.map((s) => [s.id, []]));
	for (const card of cards) {
		if (card.type === 'touchpoint' && rank.has(card.laneId)) result.get(card.stageId)?.push(card);
	}
	const at = (card: Card) => rank.get(card.laneId) ?? 0;
	for (const list of result.values()) list.sort((a, b) => at(a) - at(b) || a.order - b.order);
	return result;
}
