/** The menus of stages and lanes. */
import type { Lane, Stage } from '$lib/api';
import { stageActs } from '$lib/features/stages/acts';
import { m } from '$lib/i18n';
import {
	askDeleteStage,
	moveLane,
	newStage,
	removeLane,
	setLaneHidden,
	stageRank,
	stepStage,
} from './actions';
import { copyFrom } from './clipboard/keys';
import { STAGES_MAX } from './edits';
import { laneName } from './names';
import type { MenuItem } from './parts/Menu.svelte';
import type { MapState } from './state.svelte';

export function stageMenu(map: MapState, stage: Stage): MenuItem[] {
	const full = map.stages.length >= STAGES_MAX;
	return [
		{ label: m.map_details(), icon: 'right', run: () => map.select(stage.id) },
		{ label: m.map_rename(), icon: 'pencil', run: () => map.startEdit(stage.id) },
		{ label: m.map_edit_question(), icon: 'comment', run: () => map.startEdit(`ask|${stage.id}`) },
		{
			label: m.tac_for_stage(),
			icon: 'star',
			run: () => (map.dialog = { kind: 'tactics', stageId: stage.id }),
		},
		{
			label: m.map_stage_left(),
			icon: 'left',
			apart: true,
			disabled: stageRank(map, stage, -1) === undefined,
			run: () => stepStage(map, stage, -1),
		},
		{
			label: m.map_stage_right(),
			icon: 'right',
			disabled: stageRank(map, stage, 1) === undefined,
			run: () => stepStage(map, stage, 1),
		},
		{
			label: m.map_stage_add_before(),
			icon: 'plus',
			apart: true,
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
		{ label: m.map_copy(), icon: 'copy', apart: true, run: () => copyFrom(stage.id, 'copy') },
		{ label: m.map_delete(), icon: 'trash', run: () => askDeleteStage(map, stage) },
	];
}

export function laneMenu(map: MapState, lane: Lane, folded: boolean): MenuItem[] {
	const shown = map.shownLanes;
	const at = shown.findIndex((l) => l.id === lane.id);
	return [
		{ label: m.map_details(), icon: 'right', run: () => map.select(lane.id) },
		{ label: m.map_rename(), icon: 'pencil', run: () => map.startEdit(lane.id) },
		{
			label: m.map_lane_up(),
			icon: 'up2',
			apart: true,
			disabled: at <= 0,
			run: () => moveLane(map, lane, -1),
		},
		{
			label: m.map_lane_down(),
			icon: 'down2',
			disabled: at === shown.length - 1,
			run: () => moveLane(map, lane, 1),
		},
		{
			label: folded ? m.map_lane_unfold_short() : m.map_lane_fold_short(),
			icon: 'down',
			apart: true,
			run: () => map.setFolded(lane.id, !folded),
		},
		{ label: m.map_lane_hide(), icon: 'back', run: () => setLaneHidden(map, lane, true) },
		...map.lanes
			.filter((l) => map.shown.isHidden(l))
			.map((l): MenuItem => ({
				label: m.map_lane_show({ lane: laneName(l, map.lang) }),
				icon: 'front',
				run: () => setLaneHidden(map, l, false),
			})),
		{
			label: m.map_lane_add_below(),
			icon: 'plus',
			apart: true,
			run: () => (map.dialog = { kind: 'addLane', order: lane.order + 1 }),
		},
		{ label: m.map_copy(), icon: 'copy', apart: true, run: () => copyFrom(lane.id, 'copy') },
		{ label: m.map_delete(), icon: 'trash', run: () => removeLane(map, lane) },
	];
}
