// What the start page shows: the workspaces of this session, the one that is open, and the templates.
import {
	ApiError,
	api as defaultApi,
	type Api,
	type StageSet,
	type StageSetId,
	type WorkspaceName,
} from '$lib/api';
import type { LText } from '$lib/i18n';
import { WorkspaceStore } from '$lib/state';

const chosenKey = 'klantreis.workspace';

export class Home {
	readonly #api: Api;
	#workspaces = $state.raw<readonly WorkspaceName[]>([]);
	#stageSets = $state.raw<readonly StageSet[]>([]);
	#store = $state.raw<WorkspaceStore | undefined>();
	#failure = $state.raw<ApiError | undefined>();
	#ready = $state(false);

	constructor(api: Api = defaultApi) {
		this.#api = api;
	}

	get workspaces(): readonly WorkspaceName[] {
		return this.#workspaces;
	}

	get stageSets(): readonly StageSet[] {
		return this.#stageSets;
	}

	/** The open workspace; undefined when there is none. */
	get store(): WorkspaceStore | undefined {
		return this.#store;
	}

	get failure(): ApiError | undefined {
		return this.#failure ?? this.#store?.failure;
	}

	get ready(): boolean {
		return this.#ready;
	}

	async load(): Promise<void> {
		this.#failure = undefined;
		try {
			const [session, templates] = await Promise.all([this.#api.session(), this.#api.templates()]);
			this.#workspaces = session.workspaces;
			this.#stageSets = templates.stageSets;
			const chosen = localStorage.getItem(chosenKey);
			const open = session.workspaces.find(({ id }) => id === chosen) ?? session.workspaces[0];
			if (open) await this.open(open.id);
			this.#ready = true;
		} catch (cause) {
			this.#failure = cause instanceof ApiError ? cause : new ApiError('internal', String(cause));
		}
	}

	/** Shows another workspace, also the next time. */
	async open(id: string): Promise<void> {
		localStorage.setItem(chosenKey, id);
		const store = new WorkspaceStore();
		await store.load(id);
		this.#store?.close();
		this.#store = store;
	}

	/** Makes a journey in the open workspace; answers its id. */
	async create(stageSet: StageSetId, title: LText): Promise<string> {
		const workspace = this.#store?.workspace;
		if (!workspace) throw new ApiError('not_found', 'There is no workspace.');
		return (await this.#api.createJourney(workspace.id, stageSet, title)).id;
	}

	close(): void {
		this.#store?.close();
	}
}
