/**
 * What the phone shows beside the map's own state: which stage, and which sheet lies over it. Made by PhonePage;
 * components reach it with `getPhone()`.
 */
import { createContext, tick } from 'svelte';
import { m } from '$lib/i18n';
import { addStage } from '$lib/features/map/edits';
import type { MapState } from '$lib/features/map/state.svelte';
import { scrollBehavior } from './motion';
import { keepStage, keptStage } from './remember';
import { stageIdOf } from './words';

export const [getPhone, setPhone] = createContext<PhoneState>();

/** Sheets other than the details, which follow the selection. */
export type Sheet = { kind: 'more' } | { kind: 'add'; laneId?: string };

export class PhoneState {
	readonly map: MapState;
	sheet = $state.raw<Sheet | undefined>();

	#stageId = $state<string | undefined>();
	/** Where the stage stood when it was chosen, for when it is deleted. */
	#at = $state(0);

	/** Place of the stage on screen, from 0. */
	readonly index = $derived.by(() => {
		const found = this.map.stages.findIndex((stage) => stage.id === this.#stageId);
		return found >= 0 ? found : Math.max(0, Math.min(this.#at, this.map.stages.length - 1));
	});
	readonly stage = $derived.by(() => this.map.stages[this.index]);

	constructor(map: MapState) {
		this.map = map;
		const kept = keptStage(map.journey.id);
		this.#at = Math.max(
			0,
			map.stages.findIndex((stage) => stage.id === kept),
		);
		this.#stageId = map.stages[this.#at]?.id;
	}

	/** Shows a stage and tells which one it is. */
	go(index: number): void {
		const stage = this.map.stages[index];
		if (!stage || index === this.index) return;
		this.#stageId = stage.id;
		this.#at = index;
		keepStage(this.map.journey.id, stage.id);
		const all = this.map.stages.length;
		this.map.announce(m.phone_stage_at({ stage: this.map.t(stage.name), place: index + 1, all }));
	}

	/** Shows the stage in which something stands. */
	goTo(id: string): void {
		const stageId = stageIdOf(this.map.journey, id);
		const index = this.map.stages.findIndex((stage) => stage.id === stageId);
		if (index >= 0) this.go(index);
	}

	/** Adds a stage at the end, shows it and opens its details, where it gets its name. */
	addStage(): void {
		const { id, ops } = addStage(this.map.stages.length + 1, this.map.lang, m.map_new_stage());
		if (!this.map.edit(ops, m.map_did_stage_add())) return;
		this.sheet = undefined;
		this.goTo(id);
		this.map.select(id);
	}

	/** Folding on the phone is remembered apart from the desktop's, where other lanes start folded. */
	isFolded(id: string, usual: boolean): boolean {
		return this.map.isFolded(`phone|${id}`, usual);
	}

	setFolded(id: string, folded: boolean): void {
		this.map.setFolded(`phone|${id}`, folded);
	}

	/** Brings a section of the stage on screen into view, unfolded, and puts the focus on it. */
	async reveal(sectionId: string): Promise<void> {
		this.setFolded(sectionId, false);
		await tick();
		const section = document.querySelector<HTMLElement>(
			`.stage:not([inert]) [data-section="${CSS.escape(sectionId)}"]`,
		);
		section?.scrollIntoView({ block: 'start', behavior: scrollBehavior() });
		section?.focus({ preventScroll: true });
	}
}
