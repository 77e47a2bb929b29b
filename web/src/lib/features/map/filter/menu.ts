/** The menu of what is on screen: saved views, lanes, full screen. */
import { m } from '$lib/i18n';
import type { MenuItem } from '$lib/ui';
import { setLaneHidden } from '../actions';
import { foldAll, fullScreen } from '../screen';
import { laneName } from '../names';
import type { MapState } from '../state.svelte';
import { chooseView, leaveView } from './views';

export function viewItems(map: MapState): MenuItem[] {
	const { shown } = map;
	const views = shown.views.map((view): MenuItem => ({
		label: map.t(view.name),
		checked: shown.view?.id === view.id,
		run: () => chooseView(map, view),
	}));
	const all: MenuItem = {
		label: m.map_view_all(),
		checked: !shown.view,
		run: () => leaveView(map),
	};
	const hidden = map.lanes
		.filter((lane) => shown.isHidden(lane))
		.map((lane, i): MenuItem => ({
			label: m.map_lane_show({ lane: laneName(lane, map.lang) }),
			icon: 'front',
			apart: i === 0,
			run: () => setLaneHidden(map, lane, false),
		}));
	return [
		...(views.length ? [all, ...views] : []),
		{ label: m.map_views_save(), apart: views.length > 0, run: () => (map.dialog = { kind: 'views' }) },
		{ label: m.map_fold_all(), icon: 'up2', apart: true, run: () => foldAll(map, true) },
		{ label: m.map_unfold_all(), icon: 'down2', run: () => foldAll(map, false) },
		...hidden,
		{ label: m.map_full(), icon: 'full', apart: true, run: () => fullScreen(map) },
	];
}
