// The whole journeys of a persona, for what their summaries leave out: the channels of the contact moments.
import { ApiError, api as defaultApi, type Api, type Journey, type JourneySummary } from '$lib/api';

export class PersonaJourneys {
	readonly #api: Pick<Api, 'journey'>;
	#list = $state.raw<readonly Journey[]>();
	#failure = $state.raw<ApiError>();
	#asked = '';

	constructor(api: Pick<Api, 'journey'> = defaultApi) {
		this.#api = api;
	}

	/** Undefined until they are here. */
	get list(): readonly Journey[] | undefined {
		return this.#list;
	}

	get failure(): ApiError | undefined {
		return this.#failure;
	}

	/** Gets the journeys again when one of them changed, or others are asked for. */
	async load(summaries: readonly JourneySummary[]): Promise<void> {
		const asked = summaries.map(({ id, updatedAt }) => `${id} ${updatedAt ?? ''}`).join('\n');
		if (asked === this.#asked) return;
		this.#asked = asked;
		try {
			const answers = await Promise.all(summaries.map(({ id }) => this.#api.journey(id)));
			if (asked !== this.#asked) return; // others were asked for meanwhile
			this.#list = answers.map(({ journey }) => journey);
			this.#failure = undefined;
		} catch (cause) {
			this.#asked = '';
			this.#failure = cause instanceof ApiError ? cause : new ApiError('internal', String(cause));
		}
	}
}
