/** Menu and keys in the head of a stage on the page of stages. */
import type { Stage } from '$lib/api';
import { askDeleteStage, moveStage, newStage } from '$lib/features/map/actions';
import { STAGES_MAX } from '$lib/features/map/edits';
import type { MapState } from '$lib/features/map/state.svelte';
import { m } from '$lib/i18n';
import type { MenuItem } from '$lib/ui';
import { stageActs } from './acts';

/** Everything the head of a stage offers on this page. */
export function sectionMenu(map: MapState, stage: Stage): MenuItem[] {
	const full = map.stages.length >= STAGES_MAX;
	return [
		{
			label: m.map_stage_add_before(),
			icon: 'plus',
			disabled: full,
			run: () => newStage(map, stage.order),
		},
		{
			label: m.map_stage_add_after(),
			icon: 'plus',
			disabled: full,
			run: () => newStage(map, stage.order + 1),
		},
		...stageActs(map, stage),
		{ label: m.map_delete(), icon: 'trash', apart: true, run: () => askDeleteStage(map, stage) },
	];
}

/** Alt with an arrow moves the stage that has the focus. */
export function stageKeys(map: MapState, stage: Stage, event: KeyboardEvent): void {
	const way = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key];
	if (!event.altKey || !way || event.ctrlKey || event.metaKey) return;
	event.preventDefault();
	moveStage(map, stage, stage.order + way);
}
