/** What can be done with a stage beyond the map's own acts: an edit, its words, and where the focus goes. */
import type { CardType, Stage } from '$lib/api';
import { addCard, addLane, STAGES_MAX } from '$lib/features/map/edits';
import { laneTakes } from '$lib/features/map/kinds';
import { stageShort } from '$lib/features/map/names';
import type { MapState } from '$lib/features/map/state.svelte';
import { m } from '$lib/i18n';
import { offerUndo } from '$lib/state';
import type { MenuItem } from '$lib/ui';
import { mergeInto } from './edits';

/** Merges a stage into its neighbour, at once: undo takes it back. */
export function mergeStages(map: MapState, stage: Stage, into: Stage): void {
	const words = { stage: stageShort(stage, map.lang), into: stageShort(into, map.lang) };
	const label = m.stages_did_merge(words);
	if (!map.edit(mergeInto(map.journey, stage, into), label)) return;
	offerUndo(map.store, label);
	map.announce(label);
	map.focus(into.id);
}

/** Splitting, merging and paths: what the stage's menu offers here and on the map. */
export function stageActs(map: MapState, stage: Stage): MenuItem[] {
	const at = map.stages.findIndex((s) => s.id === stage.id);
	const neighbours = [map.stages[at - 1], map.stages[at + 1]].filter((s) => s !== undefined);
	return [
		{
			label: m.stages_split(),
			icon: 'compact',
			apart: true,
			disabled: map.stages.length >= STAGES_MAX,
			run: () => (map.dialog = { kind: 'splitStage', stageId: stage.id }),
		},
		...neighbours.map((other): MenuItem => ({
			label: m.stages_merge({ stage: stageShort(other, map.lang) }),
			icon: 'eq',
			run: () => mergeStages(map, stage, other),
		})),
		{
			label: m.stages_way_from_here(),
			icon: 'loop',
			apart: true,
			run: () => (map.dialog = { kind: 'way', fromStageId: stage.id }),
		},
	];
}

/** Adds a card of a kind to a stage, in the first lane that takes it; without one a lane is made for it. */
export function addToStage(map: MapState, stage: Stage, type: CardType, title: string, label: string): void {
	const lane = map.lanes.find((l) => !l.hidden && laneTakes(l.type, type) && l.type !== 'note');
	const made = lane ? undefined : addLane('source', map.lanes.length + 1, map.lang, undefined);
	const laneId = lane?.id ?? made?.id ?? '';
	const card = addCard(type, { stageId: stage.id, laneId }, map.lang, title);
	if (map.edit([...(made?.ops ?? []), ...card.ops], label)) map.announce(label);
}
