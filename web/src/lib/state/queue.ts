// Sends the edits of one document, one at a time and in order, until each is acknowledged or refused.
// Pure TypeScript: the document store listens, tests drive it with a fake API and clock.
import { ApiError, type Api, type DocumentRef, type TransactionAnswer } from '$lib/api';
import type { Pending, PendingStorage } from './pending';

export interface QueueEvents {
	/** The server has it, durably. */
	acknowledged(pending: Pending, answer: TransactionAnswer): void;
	/** The server will never take it; it is out of the queue. */
	refused(pending: Pending, error: ApiError): void;
	/** The list or the connection changed. */
	changed(): void;
}

export interface Clock {
	wait(ms: number): Promise<void>;
	random(): number;
}

const browserClock: Clock = {
	wait: (ms) =>
		new Promise((resolve) => {
			const timer = setTimeout(done, ms);
			globalThis.addEventListener?.('online', done);
			function done() {
				clearTimeout(timer);
				globalThis.removeEventListener?.('online', done);
				resolve();
			}
		}),
	random: Math.random,
};

/** First and longest pause between attempts, in ms; each pause doubles and is shortened at random by up to half. */
const pauseFirst = 500;
const pauseMax = 30_000;

export function pause(attempt: number, random: number): number {
	const full = Math.min(pauseMax, pauseFirst * 2 ** attempt);
	return full * (1 - random / 2);
}

export class SendQueue {
	readonly #api: Pick<Api, 'send'>;
	readonly #doc: DocumentRef;
	readonly #storage: PendingStorage;
	readonly #events: QueueEvents;
	readonly #clock: Clock;
	#list: Pending[] = [];
	#sending = false;
	#inFlight: Pending | undefined;
	#trouble: ApiError | undefined;
	#closed = false;
	#writes: Promise<unknown> = Promise.resolve();

	constructor(
		api: Pick<Api, 'send'>,
		doc: DocumentRef,
		storage: PendingStorage,
		events: QueueEvents,
		clock = browserClock,
	) {
		this.#api = api;
		this.#doc = doc;
		this.#storage = storage;
		this.#events = events;
		this.#clock = clock;
	}

	/** What is not acknowledged yet, oldest first. */
	get list(): readonly Pending[] {
		return this.#list;
	}

	/** Why the last attempt failed; undefined while all goes well. */
	get trouble(): ApiError | undefined {
		return this.#trouble;
	}

	/** Takes in edits that an earlier page left behind. */
	adopt(left: Pending[]): void {
		this.#list.push(...left);
		void this.#drain();
	}

	add(pending: Pending): void {
		this.#list.push(pending);
		this.#keep(pending);
		void this.#drain();
	}

	/** The newest edit, when it has not been sent and may still be changed by `replaceLast`. */
	get open(): Pending | undefined {
		const last = this.#list.at(-1);
		return last === this.#inFlight ? undefined : last;
	}

	replaceLast(pending: Pending): void {
		this.#list[this.#list.length - 1] = pending;
		this.#keep(pending);
	}

	/** No more attempts; what is left stays in storage. */
	close(): void {
		this.#closed = true;
	}

	/** Tries again at once, for instance after a new session was opened. */
	retry(): void {
		void this.#drain();
	}

	/** Writes go one after the other; an edit is sent only after all writes before it are done. */
	#keep(pending: Pending): void {
		this.#writes = this.#writes
			.then(() => this.#storage.put(storageKey(this.#doc), pending))
			.catch(() => undefined);
	}

	#drop(pending: Pending): void {
		this.#list = this.#list.filter((each) => each !== pending);
		this.#writes = this.#writes
			.then(() => this.#storage.remove(storageKey(this.#doc), pending.tx))
			.catch(() => undefined);
	}

	async #drain(): Promise<void> {
		if (this.#sending) return;
		this.#sending = true;
		for (let attempt = 0; this.#list.length > 0 && !this.#closed;) {
			const error = await this.#sendFirst();
			if (!error) {
				attempt = 0;
			} else if (error.passing) {
				await this.#clock.wait(pause(attempt++, this.#clock.random()));
			} else {
				break; // no session: waits for retry()
			}
		}
		this.#sending = false;
	}

	/** Waits until every edit is kept, also those made meanwhile. */
	async #written(): Promise<void> {
		for (let writes; writes !== this.#writes;) await (writes = this.#writes);
	}

	/** Sends the oldest edit; answers an error only when it must be sent again. */
	async #sendFirst(): Promise<ApiError | undefined> {
		await this.#written();
		const pending = (this.#inFlight = this.#list[0]!);
		try {
			const answer = await this.#api.send(this.#doc, pending.tx);
			this.#settle(undefined);
			this.#drop(pending);
			this.#events.acknowledged(pending, answer);
		} catch (cause) {
			const error = cause instanceof ApiError ? cause : new ApiError('internal', String(cause));
			if (error.passing || error.code === 'unauthenticated') {
				this.#settle(error);
				return error;
			}
			this.#settle(undefined);
			if (error.code === 'gap') this.#renumber(pending.tx.client, error.last ?? 0);
			else this.#refuse(pending, error);
		}
		return undefined;
	}

	#settle(trouble: ApiError | undefined): void {
		this.#inFlight = undefined;
		this.#trouble = trouble;
		this.#events.changed();
	}

	/** The server never saw the refused number, so what follows moves up one. */
	#refuse(pending: Pending, error: ApiError): void {
		this.#drop(pending);
		this.#renumber(pending.tx.client, pending.tx.n - 1);
		this.#events.refused(pending, error);
	}

	/** Numbers the edits of one client from `last` + 1 on: the server knows none of them. */
	#renumber(client: string, last: number): void {
		let n = last;
		this.#list = this.#list.map((pending) => {
			if (pending.tx.client !== client || pending.tx.n === ++n) return pending;
			const moved = { ...pending, tx: { ...pending.tx, n } };
			this.#writes = this.#writes
				.then(() => this.#storage.remove(storageKey(this.#doc), pending.tx))
				.then(() => this.#storage.put(storageKey(this.#doc), moved))
				.catch(() => undefined);
			return moved;
		});
	}

	/** The number the next edit of `client` gets, given the last one that was acknowledged. */
	next(client: string, acknowledged: number): number {
		return this.#list.reduce((n, { tx }) => (tx.client === client ? Math.max(n, tx.n) : n), acknowledged) + 1;
	}
}

export function storageKey(doc: DocumentRef): string {
	return `${doc.kind}/${doc.id}`;
}
