/** Searching a workspace while somebody types: what was asked last counts, whatever answers first. */
import { api as defaultApi, ApiError, type Api, type Found } from '$lib/api';
import type { Lang } from '$lib/i18n';

/** Between the last letter and the question. */
const WAIT_MILLIS = 160;

export class Search {
	readonly #api: Pick<Api, 'search'>;
	#query = $state('');
	#asked = $state('');
	#found = $state.raw<Found | undefined>();
	#failed = $state.raw<ApiError | undefined>();
	#busy = $state(false);
	#timer: ReturnType<typeof setTimeout> | undefined;
	#turn = 0;

	constructor(api: Pick<Api, 'search'> = defaultApi) {
		this.#api = api;
	}

	/** What is in the field. */
	get query(): string {
		return this.#query;
	}

	/** What `found` answers. */
	get asked(): string {
		return this.#asked;
	}

	/** The last answer; undefined as long as nothing was asked. */
	get found(): Found | undefined {
		return this.#found;
	}

	get failed(): ApiError | undefined {
		return this.#failed;
	}

	get busy(): boolean {
		return this.#busy;
	}

	/** Searches soon, when no other letter follows. */
	type(query: string, workspaceId: string, lang: Lang): void {
		this.#query = query;
		clearTimeout(this.#timer);
		if (query.trim() === '') return this.#clear();
		this.#busy = true;
		this.#timer = setTimeout(() => void this.ask(workspaceId, lang), WAIT_MILLIS);
	}

	/** Searches now. */
	async ask(workspaceId: string, lang: Lang, query = this.#query): Promise<void> {
		clearTimeout(this.#timer);
		this.#query = query;
		if (query.trim() === '') return this.#clear();
		const turn = ++this.#turn;
		this.#busy = true;
		try {
			const found = await this.#api.search(workspaceId, query, lang);
			if (turn !== this.#turn) return;
			this.#found = found;
			this.#asked = query;
			this.#failed = undefined;
		} catch (cause) {
			if (turn !== this.#turn) return;
			this.#failed = cause instanceof ApiError ? cause : new ApiError('internal', String(cause));
		}
		this.#busy = false;
	}

	#clear(): void {
		this.#turn++;
		this.#busy = false;
		this.#asked = '';
		this.#found = undefined;
		this.#failed = undefined;
	}
}
