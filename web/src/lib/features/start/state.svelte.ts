/**
 * The guided start of one journey: where somebody is, what is filled in, and the edits it makes.
 * Made by StartPage; components reach it with `getStart()`.
 */
import { goto } from '$app/navigation';
import {
	ApiError,
	api,
	type Apart,
	type Journey,
	type ScopeCheck,
	type ScopeItem,
	type StageSet,
	type Workspace,
} from '$lib/api';
import { m, pick, text, type Lang, type LText } from '$lib/i18n';
import { newId, type Op } from '$lib/ops';
import { prefs, toasts, type JourneyStore } from '$lib/state';
import { createContext } from 'svelte';
import { beginApart, joinApart, leaveApart, set as setOp } from './edits';
import { keepLeft, leftAt, type Left } from './remember';
import {
	firstOpen,
	firstStage,
	isPerStage,
	isStep,
	minutesLeft,
	neighbour,
	stagesInOrder,
	stateOf,
	STEPS,
	type Documents,
	type Place,
	type StepId,
} from './steps';
import { situationName } from './words';

export const [getStart, setStart] = createContext<Start>();

export class Start {
	readonly store: JourneyStore;
	/** Where an earlier visit stopped; undefined when this is the first, or when a step was asked for. */
	readonly left: Left | undefined;
	readonly #asked: () => URLSearchParams;
	readonly #entry: StepId;
	#stageSets = $state.raw<readonly StageSet[]>([]);
	#busy = $state(false);
	/** The stage where somebody was in a step, so that an answer given there does not lead elsewhere. */
	readonly #stageOf = new Map<StepId, string>();
	/** Which document each edit of this visit was made in, so that undo takes back the last of both. */
	#edited: ('journey' | 'workspace')[] = [];

	readonly docs: Documents = $derived.by(() => ({ journey: this.journey, workspace: this.workspace }));
	readonly place: Place = $derived.by(() => this.#placeOf(this.#asked()));
	readonly stages = $derived.by(() => stagesInOrder(this.journey));
	/** The step after this one; undefined at the last. */
	readonly next: Place | undefined = $derived.by(() => neighbour(this.place, 1, this.journey));
	readonly before: Place | undefined = $derived.by(() => neighbour(this.place, -1, this.journey));
	readonly minutes = $derived.by(() => minutesLeft(this.docs));

	/** `asked` gives the query of the address: ?step= and &stage=. The journey is open. */
	constructor(store: JourneyStore, asked: () => URLSearchParams) {
		this.store = store;
		this.#asked = asked;
		const kept = isStep(asked().get('step')) ? undefined : leftAt(this.journey.id);
		this.left = kept;
		this.#entry = kept?.step ?? firstOpen({ journey: this.journey, workspace: this.workspace });
		void api.templates().then(
			({ stageSets }) => (this.#stageSets = stageSets),
			() => undefined, // without the sets, stages are still made one by one
		);
	}

	get journey(): Journey {
		return this.store.journey!;
	}

	get workspace(): Workspace {
		return this.store.workspace!;
	}

	get lang(): Lang {
		return prefs.lang;
	}

	get step(): StepId {
		return this.place.step;
	}

	get stage() {
		return this.stages.find(({ id }) => id === this.place.stageId);
	}

	get stageSets(): readonly StageSet[] {
		return this.#stageSets;
	}

	get check(): ScopeCheck | undefined {
		return this.store.scopeCheck;
	}

	/** Something is being made on the server. */
	get busy(): boolean {
		return this.#busy;
	}

	get group() {
		return this.workspace.customerGroups.find(({ id }) => id === this.journey.customerGroupId);
	}

	get persona() {
		return this.workspace.personas.find(({ id }) => id === this.journey.personaId);
	}

	get done(): number {
		return STEPS.filter((step) => stateOf(step, this.docs) === 'done').length;
	}

	#placeOf(query: URLSearchParams): Place {
		const step = query.get('step');
		const at = isStep(step) ? step : this.#entry;
		if (!isPerStage(at)) return { step: at };
		const there = (id: string | null | undefined) => this.journey.stages.find((stage) => stage.id === id)?.id;
		const stageId = there(query.get('stage')) ?? there(this.#stageOf.get(at)) ?? firstStage(at, this.journey);
		if (stageId) this.#stageOf.set(at, stageId);
		return { step: at, stageId };
	}

	/** The address of a place; a link to it works in another tab too. */
	href({ step, stageId }: Place): string {
		const query = new URLSearchParams({ step, ...(stageId ? { stage: stageId } : {}) });
		return `/j/${this.journey.id}/start?${query}`;
	}

	go(place: Place | undefined): void {
		if (place) void goto(this.href(place));
	}

	/** Remembers where somebody is, to go on there another time. */
	keep(): void {
		keepLeft(this.journey.id, this.step);
	}

	toMap(): void {
		void goto(`/j/${this.journey.id}`);
	}

	/** The words of a text in the chosen language, or those that stand in for them. */
	t(value: LText | undefined): string {
		return text(value, this.lang);
	}

	/** The text in the chosen language only, to edit. */
	own(value: LText | undefined): string {
		const picked = pick(value, this.lang);
		return picked.fallback ? '' : picked.text;
	}

	edit(ops: Op[], label = m.start_did(), squash?: string): boolean {
		const done = this.store.edit(ops, label, { squash });
		if (done) this.#edited.push('journey');
		return done;
	}

	editWorkspace(ops: Op[], label = m.start_did(), squash?: string): boolean {
		const done = this.store.workspaceStore.edit(ops, label, { squash });
		if (done) this.#edited.push('workspace');
		return done;
	}

	/**
	 * Runs once the server has the edits of the workspace: what the journey is going to refer to must be there
	 * first, and both documents are sent on their own.
	 */
	whenKept(run: () => void): void {
		const stop = $effect.root(() => {
			$effect(() => {
				if (this.store.workspaceStore.saveState.kind !== 'saved') return;
				queueMicrotask(() => {
					stop();
					run();
				});
			});
		});
	}

	/** Takes back the last answer; quick typing in one field is one answer. */
	undo(): void {
		for (let last = this.#edited.pop(); last; last = this.#edited.pop()) {
			if (last === 'journey' ? this.store.undo() : this.store.workspaceStore.undo()) return;
		}
	}

	/** Sets one text of one language of the journey; an empty one is taken away. */
	setText(id: string, key: string, words: string): void {
		const path = `${key}.${this.lang}`;
		this.edit([setOp(id, path, words.trim() ? words : null)], m.start_did(), `${id}.${path}`);
	}

	setWorkspaceText(id: string, key: string, words: string): void {
		const path = `${key}.${this.lang}`;
		this.editWorkspace([setOp(id, path, words.trim() ? words : null)], m.start_did(), `${id}.${path}`);
	}

	/** What the journey of its own is about: "klant blijven", or the name of the persona or group. */
	apartName(apart: Apart, lang: Lang): string {
		if (apart.situation) return situationName(apart.situation);
		const persona = this.workspace.personas.find(({ id }) => id === apart.personaId);
		const group = this.workspace.customerGroups.find(({ id }) => id === apart.customerGroupId);
		const product = this.workspace.products.find(({ id }) => id === apart.productIds?.[0]);
		return (
			persona?.name ?? (text(group?.name ?? product?.name, lang) || m.start_apart_other({}, { locale: lang }))
		);
	}

	/** Makes the proposed journey of its own and takes its part out of this scope. */
	async takeApart(apart: Apart): Promise<void> {
		const words = (locale: Lang) =>
			apart.situation ? situationIn(apart.situation, locale) : this.apartName(apart, locale);
		this.#busy = true;
		try {
			const title = both((lang) =>
				m.start_apart_title({ title: text(this.journey.title, lang), part: words(lang) }, { locale: lang }),
			);
			const stageSet = this.journey.stageSet === 'custom' ? 'empty' : this.journey.stageSet;
			const { id } = await api.createJourney(this.workspace.id, stageSet, title);
			await sendOnce(id, beginApart(this.journey, this.workspace, apart, id));
			const line = both((lang) => m.start_apart_line({ part: words(lang) }, { locale: lang }));
			this.edit(leaveApart(this.journey, apart, id, line), m.start_did_apart());
			void this.store.workspaceStore.refresh(); // its list now has the new journey, which the map names
		} catch {
			toasts.show(m.create_failed(), { tone: 'bad' });
		}
		this.#busy = false;
	}

	/** Takes a journey of its own in again and puts it into the bin, where it can be taken out. */
	async joinAgain(item: ScopeItem): Promise<void> {
		if (!item.journeyId) return;
		this.#busy = true;
		try {
			const other = await journeyOrGone(item.journeyId);
			if (other) await api.deleteJourney(other.id);
			this.edit(joinApart(this.journey, other ?? { id: item.journeyId }), m.start_did_join());
		} catch {
			toasts.show(m.start_join_failed(), { tone: 'bad' });
		}
		this.#busy = false;
	}
}

const both = (say: (lang: Lang) => string): LText => ({ nl: say('nl'), en: say('en') });

function situationIn(situation: NonNullable<Apart['situation']>, locale: Lang): string {
	const words = { become: m.start_become, be: m.start_be, stay: m.start_stay }[situation];
	return words({}, { locale });
}

/** A journey; undefined when it is not there any more. */
async function journeyOrGone(id: string): Promise<Journey | undefined> {
	try {
		return (await api.journey(id)).journey;
	} catch (cause) {
		if (cause instanceof ApiError && cause.code === 'not_found') return undefined;
		throw cause;
	}
}

/** Edits a journey that is not open here. */
async function sendOnce(id: string, ops: Op[]): Promise<void> {
	if (ops.length) await api.send({ kind: 'journeys', id }, { client: newId(), n: 1, base: 0, ops });
}
