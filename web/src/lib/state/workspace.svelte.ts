// The workspace document, with summaries of its journeys.
import type { JourneySummary, TransactionAnswer, Workspace } from '$lib/api';
import { strongEvidence, withStatements, workspaceSchema } from '$lib/ops';
import { DocumentStore, type StoreParts } from './document.svelte';

const none: readonly JourneySummary[] = [];

export class WorkspaceStore extends DocumentStore<Workspace> {
	/** Called when the server has taken an edit of the workspace. */
	onsaved: () => void = () => undefined;
	#id = '';
	#journeys = $state.raw<readonly JourneySummary[]>(none);
	#strong = $derived(strongEvidence(this.view?.evidence ?? []));

	constructor(parts: StoreParts = {}) {
		super(workspaceSchema, parts);
	}

	async load(id: string): Promise<void> {
		this.#id = id;
		await this.open({ kind: 'workspaces', id });
	}

	get workspace(): Workspace | undefined {
		return this.view;
	}

	get journeys(): readonly JourneySummary[] {
		return this.#journeys;
	}

	/** Ids of evidence that makes a card known. */
	get strong(): ReadonlySet<string> {
		return this.#strong;
	}

	protected override derive(workspace: Workspace): Workspace {
		return withStatements(workspace);
	}

	protected override async fetchDocument() {
		const { seq, savedAt, workspace, journeys } = await this.api.workspace(this.#id);
		this.#journeys = journeys;
		return { seq, savedAt, value: workspace };
	}

	protected override answered(_answer: TransactionAnswer): void {
		this.onsaved();
	}
}
