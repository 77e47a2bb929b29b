// One document in the browser: what the server confirmed, plus the edits it has not acknowledged yet.
// An edit is on screen at once; JourneyStore and WorkspaceStore build on this.
import { ApiError, api as defaultApi, type Api, type DocumentRef, type TransactionAnswer } from '$lib/api';
import {
	applyOps,
	forgotten,
	joins,
	noHistory,
	openDoc,
	recorded,
	remember,
	squashSets,
	turned,
	viewOf,
	type Doc,
	type History,
	type Op,
	type Outcome,
	type Schema,
} from '$lib/ops';
import { m } from '$lib/i18n';
import { claimClient, leftBehind } from './clients';
import { reasonFor, refusal } from './messages';
import { browserStorage, type Pending, type PendingStorage } from './pending';
import { SendQueue, storageKey, type Clock } from './queue';
import { toasts } from './toasts.svelte';

export interface StoreParts {
	api?: Api;
	storage?: PendingStorage;
	clock?: Clock;
	/** Milliseconds since 1970, for squashing quick edits. */
	now?: () => number;
}

/** Saved with its time, or how many edits wait and why. */
export type SaveState =
	| { kind: 'saved'; at: string | undefined }
	| { kind: 'waiting'; count: number; trouble: 'none' | 'offline' | 'no_session' };

export interface EditOptions {
	/** Quick edits with the same key become one undo step and, while unsent, one transaction. */
	squash?: string;
}

export abstract class DocumentStore<T extends { id: string }> {
	protected readonly api: Api;
	readonly #storage: PendingStorage;
	readonly #clock: Clock | undefined;
	readonly #now: () => number;
	readonly #schema: Schema;

	#confirmed = $state.raw<Doc<T> | undefined>();
	#pending = $state.raw<readonly Pending[]>([]);
	#trouble = $state.raw<ApiError | undefined>();
	#failure = $state.raw<ApiError | undefined>();
	#history = $state.raw<History>(noHistory);
	#seq = $state(0);
	#savedAt = $state<string | undefined>();

	#client = '';
	#acknowledged = 0;
	/** Somebody else edits it too. */
	#shared = false;
	#queue: SendQueue | undefined;
	#release: () => void = () => undefined;
	#squash: { squash?: string; at: number } = { at: 0 };
	readonly #applied = new WeakMap<readonly Op[], { before: Doc<T>; outcome: Outcome<T> }>();

	#local = $derived.by(() => {
		let doc = this.#confirmed;
		if (doc) for (const { tx } of this.#pending) doc = this.#apply(doc, tx.ops).doc;
		return doc;
	});
	#view = $derived.by(() => this.#local && this.derive(viewOf(this.#schema, this.#local)));

	constructor(schema: Schema, parts: StoreParts = {}) {
		this.#schema = schema;
		this.api = parts.api ?? defaultApi;
		this.#storage = parts.storage ?? browserStorage();
		this.#clock = parts.clock;
		this.#now = parts.now ?? Date.now;
	}

	/** The document with all edits, as the screen shows it; undefined until it is loaded. */
	get view(): T | undefined {
		return this.#view;
	}

	/** Number of the last confirmed change. */
	get seq(): number {
		return this.#seq;
	}

	/** Why loading failed; undefined while loading and when all is well. */
	get failure(): ApiError | undefined {
		return this.#failure;
	}

	get saveState(): SaveState {
		const count = this.#pending.length;
		if (count === 0) return { kind: 'saved', at: this.#savedAt };
		const code = this.#trouble?.code;
		const trouble = code === undefined ? 'none' : code === 'unauthenticated' ? 'no_session' : 'offline';
		return { kind: 'waiting', count, trouble };
	}

	/** Words of what undo would take back; undefined when there is nothing. */
	get undoLabel(): string | undefined {
		return this.#history.undo.at(-1)?.label;
	}

	get redoLabel(): string | undefined {
		return this.#history.redo.at(-1)?.label;
	}

	/** Last touch on what is shown: what follows from the document but is not an edit. */
	protected derive(value: T): T {
		return value;
	}

	/** Gets the document from the server. */
	protected abstract fetchDocument(): Promise<{ seq: number; savedAt?: string; value: T }>;

	/** The server's answer to an edit brought more than a number. */
	protected answered(_answer: TransactionAnswer): void {}

	/** Opens the document `ref`, with edits that an earlier page could not send. */
	protected async open(ref: DocumentRef): Promise<void> {
		if (!(await this.refresh())) return;
		const left = await leftBehind(this.#storage, storageKey(ref));
		const { client, release } = await claimClient();
		this.#client = client;
		this.#release = release;
		this.#queue = new SendQueue(
			this.api,
			ref,
			this.#storage,
			{
				acknowledged: (pending, answer) => this.#acknowledge(pending, answer),
				refused: (pending, error) => this.#refuse(pending, error),
				changed: () => this.#sync(),
			},
			this.#clock,
		);
		this.#queue.adopt(left);
		this.#sync();
	}

	/** Fetches the confirmed document again; false (and `failure`) when that went wrong. */
	async refresh(): Promise<boolean> {
		try {
			const { seq, savedAt, value } = await this.fetchDocument();
			if (seq >= this.#seq || !this.#confirmed) {
				// Things deleted in this tab stay known, so that undo can bring them back.
				this.#confirmed = this.#confirmed
					? remember(this.#schema, openDoc(value), this.#confirmed)
					: openDoc(value);
				this.#seq = seq;
				this.#savedAt = savedAt;
			}
			this.#failure = undefined;
			return true;
		} catch (cause) {
			const error = cause instanceof ApiError ? cause : new ApiError('internal', String(cause));
			if (!this.#confirmed) this.#failure = error;
			return false;
		}
	}

	/** Stops sending; unsent edits stay in this browser and go out when the document is opened again. */
	close(): void {
		this.#queue?.close();
		this.#release();
	}

	/** Tries to send again at once. */
	retry(): void {
		this.#queue?.retry();
	}

	/**
	 * Makes an edit: on screen at once, kept in this browser, sent to the server. `label` says in words what it is.
	 * Answers false, with the reason in a message, when nothing of it can be done.
	 */
	edit(ops: Op[], label: string, options: EditOptions = {}): boolean {
		const doc = this.#local;
		const queue = this.#queue;
		if (!doc || !queue || ops.length === 0) return false;
		const { inverse, results } = this.#apply(doc, ops);
		if (inverse.length === 0) {
			const refused = results.find((result) => !result.applied);
			if (refused && !refused.applied) toasts.show(reasonFor(refused.code), { tone: 'bad' });
			return false;
		}
		const at = this.#now();
		const n = this.#enqueue(queue, ops, label, { squash: options.squash, at });
		this.#history = recorded(this.#history, { label, inverse, n, squash: options.squash, at });
		return true;
	}

	/** Adds to the unsent transaction of the same quick edit, or makes a new one. Answers its number. */
	#enqueue(
		queue: SendQueue,
		ops: Op[],
		label: string,
		quick: { squash?: string; at: number },
		undoOf?: number,
	): number {
		const open = queue.open;
		if (open && open.tx.client === this.#client && joins(this.#squash, quick)) {
			queue.replaceLast({ ...open, tx: { ...open.tx, ops: squashSets([...open.tx.ops, ...ops]) } });
			this.#squash = quick;
			this.#sync();
			return open.tx.n;
		}
		const n = queue.next(this.#client, this.#acknowledged);
		const tx = { client: this.#client, n, base: this.#seq, ops, ...(undoOf === undefined ? {} : { undoOf }) };
		this.#squash = quick;
		queue.add({ tx, label });
		this.#sync();
		return n;
	}

	/**
	 * Applies ops once: what was worked out to make an edit is what is shown of it, and what stands when the server has
	 * confirmed it. So a confirmation changes nothing on screen, unless somebody else came in between.
	 */
	#apply(doc: Doc<T>, ops: readonly Op[]): Outcome<T> {
		const known = this.#applied.get(ops);
		if (known?.before === doc) return known.outcome;
		const outcome = applyOps(this.#schema, doc, ops);
		this.#applied.set(ops, { before: doc, outcome });
		return outcome;
	}

	undo(): boolean {
		return this.#turn('undo');
	}

	redo(): boolean {
		return this.#turn('redo');
	}

	#turn(from: 'undo' | 'redo'): boolean {
		const entry = this.#history[from].at(-1);
		const doc = this.#local;
		if (!entry || !doc || !this.#queue) return false;
		const { inverse } = this.#apply(doc, entry.inverse);
		const at = this.#now();
		const n = this.#enqueue(this.#queue, entry.inverse, entry.label, { at }, entry.n);
		this.#history = turned(this.#history, from, { label: entry.label, inverse, n, at });
		return true;
	}

	#sync(): void {
		const before = this.#trouble?.code;
		this.#pending = [...(this.#queue?.list ?? [])];
		this.#trouble = this.#queue?.trouble;
		const out = this.#trouble?.code === 'unauthenticated' && before !== 'unauthenticated';
		if (out) toasts.show(m.waiting_session(), { tone: 'bad' });
	}

	#acknowledge(pending: Pending, answer: TransactionAnswer): void {
		if (pending.tx.client === this.#client) {
			this.#acknowledged = pending.tx.n;
			const nothing = answer.results.every(({ applied }) => !applied);
			if (nothing) this.#history = forgotten(this.#history, pending.tx.n);
		}
		const missed = answer.seq > this.#seq + 1;
		if (answer.seq > this.#seq && this.#confirmed) {
			const { ops } = pending.tx;
			const taken = ops.filter((_, i) => answer.results[i]?.applied !== false);
			this.#confirmed = this.#apply(this.#confirmed, taken.length < ops.length ? taken : ops).doc;
			this.#seq = answer.seq;
		}
		this.#savedAt = answer.savedAt ?? this.#savedAt;
		this.#sync();
		this.answered(answer);
		for (const result of answer.results) {
			if (!result.applied) toasts.show(reasonFor(result.code ?? '', result.reason), { tone: 'bad' });
		}
		this.#shared ||= missed;
		// Somebody else changed it in between: take theirs over. What comes back may have been changed too.
		const back = this.#shared && pending.tx.ops.some(({ op }) => op === 'restore');
		if (missed || back) void this.refresh();
	}

	#refuse(pending: Pending, error: ApiError): void {
		this.#history = noHistory; // the steps after it no longer fit what the server has
		this.#sync();
		toasts.show(refusal(pending.label, error), { tone: 'bad' });
	}
}
