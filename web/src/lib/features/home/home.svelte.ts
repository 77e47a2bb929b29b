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
import { me, WorkspaceStore } from '$lib/state';

const chosenKey = 'klantreis.workspace';

export class Home {
	readonly api: Api;
	#workspaces = $state.raw<readonly WorkspaceName[]>([]);
	#stageSets = $state.raw<readonly StageSet[]>([]);
	#store = $state.raw<WorkspaceStore | undefined>();
	#failure = $state.raw<ApiError | undefined>();
	#ready = $state(false);

	constructor(api: Api = defaultApi) {
		this.api = api;
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
			const [session, templates] = await Promise.all([this.api.session(), this.api.templates()]);
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

	/** Fetches what the open workspace has now. */
	async refresh(): Promise<void> {
		await this.#store?.refresh();
	}

	/** Fetches which workspaces there are, and what the open one has. */
	async relist(): Promise<void> {
		this.#workspaces = (await this.api.session()).workspaces;
		await this.refresh();
	}

	/** Opens a workspace that was not in the list before. */
	async reopen(id: string): Promise<void> {
		this.#workspaces = (await this.api.session()).workspaces;
		await this.open(id);
	}

	/** The member at this browser; undefined when nobody said so. */
	get me(): string | undefined {
		return me.of(this.#store?.workspace)?.id;
	}

	/** Makes a journey in the open workspace. */
	async create(stageSet: StageSetId, title: LText): Promise<{ id: string }> {
		const workspace = this.#store?.workspace;
		if (!workspace) throw new ApiError('not_found', 'There is no workspace.');
		return this.api.createJourney(workspace.id, stageSet, title);
	}

	close(): void {
		this.#store?.close();
	}
}
