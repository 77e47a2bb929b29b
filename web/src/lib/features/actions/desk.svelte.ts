// The journeys whose actions are on the screen: one, or all of a workspace. Every journey has its own document; the
// desk edits the right one, and takes back what was done last, wherever that was.
import {
	ApiError,
	type Action,
	type Computed,
	type Journey,
	type JourneySummary,
	type Workspace,
} from '$lib/api';
import { newId, type Op } from '$lib/ops';
import { JourneyStore, offerUndo, type SaveState, type WorkspaceStore } from '$lib/state';
import type { LText } from '$lib/i18n';
import { rowsOf, type Row } from './list';

export class ActionDesk {
	readonly #workspaceStore: WorkspaceStore;
	#stores = $state.raw<readonly JourneyStore[]>([]);
	/** The journeys that were edited, last one last; the other list is what was taken back. */
	#done = $state.raw<readonly JourneyStore[]>([]);
	#undone = $state.raw<readonly JourneyStore[]>([]);
	#failure = $state.raw<ApiError | undefined>();
	#ready = $state(false);
	#own: JourneyStore[] = [];

	readonly rows: readonly Row[] = $derived.by(() => {
		const workspace = this.workspace;
		if (!workspace) return [];
		return this.journeys.flatMap((journey) => rowsOf(journey, workspace));
	});

	constructor(workspaceStore: WorkspaceStore, store?: JourneyStore) {
		this.#workspaceStore = workspaceStore;
		if (!store) return;
		this.#stores = [store];
		this.#ready = true;
	}

	/** Opens the journeys of these summaries; `failure` says why one could not be opened. */
	async open(summaries: readonly JourneySummary[]): Promise<void> {
		this.#failure = undefined;
		const stores = summaries.map(() => new JourneyStore({ workspaceStore: this.#workspaceStore }));
		this.#own = stores;
		await Promise.all(stores.map((store, i) => store.load(summaries[i]!.id)));
		this.#failure = stores.find((store) => store.failure)?.failure;
		this.#stores = stores.filter((store) => store.journey);
		this.#ready = true;
	}

	close(): void {
		for (const store of this.#own) store.close();
	}

	/** Others may have worked on them meanwhile. */
	refresh(): void {
		for (const store of this.#own) {
			store.retry();
			void store.refresh();
		}
	}

	get ready(): boolean {
		return this.#ready;
	}

	get failure(): ApiError | undefined {
		return this.#failure;
	}

	get workspace(): Workspace | undefined {
		return this.#workspaceStore.workspace;
	}

	get journeys(): Journey[] {
		return this.#stores.flatMap(({ journey }) => journey ?? []);
	}

	computed(journeyId: string): Computed | undefined {
		return this.#store(journeyId)?.computed;
	}

	edit(journeyId: string, ops: Op[], label: string): boolean {
		const store = this.#store(journeyId);
		if (!store?.edit(ops, label)) return false;
		this.#done = [...this.#done, store];
		this.#undone = [];
		return true;
	}

	/** Sets one property of an action; undefined takes it away. */
	set(
		{ journey, action }: Pick<Row, 'journey' | 'action'>,
		key: string,
		value: unknown,
		label: string,
	): boolean {
		return this.edit(journey.id, [{ op: 'set', id: action.id, key, value: value ?? null }], label);
	}

	/** Adds an action; answers its id, or undefined when it was refused. */
	add(journeyId: string, props: Partial<Action> & { title: LText }, label: string): string | undefined {
		const id = newId();
		const fresh = { status: 'open', aim: 'experience', ...props };
		return this.edit(journeyId, [{ op: 'insert', id, type: 'action', props: fresh }], label) ? id : undefined;
	}

	remove({ journey, action }: Pick<Row, 'journey' | 'action'>, label: string): void {
		if (this.edit(journey.id, [{ op: 'delete', id: action.id }], label)) offerUndo(this, label);
	}

	get undoLabel(): string | undefined {
		return this.#last('undo')?.undoLabel;
	}

	get redoLabel(): string | undefined {
		return this.#last('redo')?.redoLabel;
	}

	undo(): boolean {
		const store = this.#last('undo');
		if (!store?.undo()) return false;
		this.#done = without(this.#done, store);
		this.#undone = [...this.#undone, store];
		return true;
	}

	redo(): boolean {
		const store = this.#last('redo');
		if (!store?.redo()) return false;
		this.#undone = without(this.#undone, store);
		this.#done = [...this.#done, store];
		return true;
	}

	/** Saved when nothing of any of them waits. */
	get saveState(): SaveState {
		const states = this.#stores.map((store) => store.saveState);
		const waiting = states.filter((state) => state.kind === 'waiting');
		if (waiting.length > 0)
			return {
				kind: 'waiting',
				count: waiting.reduce((sum, { count }) => sum + count, 0),
				trouble: waiting.find(({ trouble }) => trouble !== 'none')?.trouble ?? 'none',
			};
		const times = states.flatMap((state) => (state.kind === 'saved' && state.at ? [state.at] : []));
		return { kind: 'saved', at: times.sort().at(-1) };
	}

	#store(journeyId: string): JourneyStore | undefined {
		return this.#stores.find(({ journey }) => journey?.id === journeyId);
	}

	/** The journey whose last step is the last of all; a journey by itself remembers what was done on its other pages. */
	#last(way: 'undo' | 'redo'): JourneyStore | undefined {
		if (this.#stores.length === 1) return this.#stores[0];
		const order = way === 'undo' ? this.#done : this.#undone;
		return order.findLast((store) => (way === 'undo' ? store.undoLabel : store.redoLabel) !== undefined);
	}
}

function without(order: readonly JourneyStore[], store: JourneyStore): JourneyStore[] {
	const at = order.lastIndexOf(store);
	return order.filter((_, i) => i !== at);
}
