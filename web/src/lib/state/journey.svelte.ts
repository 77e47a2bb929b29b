// The journey that is open, with what the server computed over it, its workspace, and what is selected.
import type { Computed, Journey, ScopeCheck, TransactionAnswer, Workspace } from '$lib/api';
import { journeySchema, withEvidence } from '$lib/ops';
import { DocumentStore, type SaveState, type StoreParts } from './document.svelte';
import { WorkspaceStore } from './workspace.svelte';

export interface JourneyParts extends StoreParts {
	/** A workspace that is open already; whoever opened it closes it. */
	workspaceStore?: WorkspaceStore;
}

export class JourneyStore extends DocumentStore<Journey> {
	/** The workspace the journey belongs to: members, channels, personas, evidence. Edit it through this store. */
	readonly workspaceStore: WorkspaceStore;
	readonly #lent: boolean;
	#id = '';
	#workspaceId = '';
	#computed = $state.raw<Computed | undefined>();
	#scopeCheck = $state.raw<ScopeCheck | undefined>();
	#selected = $state<string | undefined>();

	constructor(parts: JourneyParts = {}) {
		super(journeySchema, parts);
		this.#lent = parts.workspaceStore !== undefined;
		this.workspaceStore = parts.workspaceStore ?? new WorkspaceStore(parts);
		if (this.#lent) return;
		// What is known and what the figures rest on may follow from evidence in the workspace.
		this.workspaceStore.onsaved = () => void this.refresh();
	}

	/** Opens a journey and its workspace. When it fails, `failure` says why. */
	async load(id: string): Promise<void> {
		this.#id = id;
		await this.open({ kind: 'journeys', id });
	}

	get journey(): Journey | undefined {
		return this.view;
	}

	get workspace(): Workspace | undefined {
		return this.workspaceStore.workspace;
	}

	/** Everything the server calculated, over the last acknowledged state. */
	get computed(): Computed | undefined {
		return this.#computed;
	}

	/** Whether the scope is too broad, over the last acknowledged state. */
	get scopeCheck(): ScopeCheck | undefined {
		return this.#scopeCheck;
	}

	/** Id of the selected card, stage, lane, opportunity or action. */
	get selected(): string | undefined {
		return this.#selected;
	}

	select(id: string | undefined): void {
		this.#selected = id;
	}

	/** Of both documents: saved only when nothing of either waits. */
	override get saveState(): SaveState {
		const own = super.saveState;
		const other = this.workspaceStore.saveState;
		if (other.kind === 'saved') return own;
		return own.kind === 'saved' ? other : { ...own, count: own.count + other.count };
	}

	override retry(): void {
		super.retry();
		this.workspaceStore.retry();
	}

	override close(): void {
		super.close();
		if (!this.#lent) this.workspaceStore.close();
	}

	protected override derive(journey: Journey): Journey {
		return this.workspace ? withEvidence(journey, this.workspaceStore.strong) : journey;
	}

	protected override answered(answer: TransactionAnswer): void {
		if (answer.computed) this.#computed = answer.computed;
		if (answer.scopeCheck) this.#scopeCheck = answer.scopeCheck;
	}

	protected override async fetchDocument() {
		const answer = await this.api.journey(this.#id);
		if (!this.#lent && this.#workspaceId !== answer.workspaceId) {
			this.#workspaceId = answer.workspaceId;
			await this.workspaceStore.load(answer.workspaceId);
			if (this.workspaceStore.failure) throw this.workspaceStore.failure;
		}
		this.#computed = answer.computed;
		this.#scopeCheck = answer.scopeCheck;
		return { seq: answer.seq, savedAt: answer.savedAt, value: answer.journey };
	}
}
