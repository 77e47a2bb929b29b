/** Everything that the palette can do: acts of the map with their keys, pages, views, adding, and going to a card. */
import { goto } from '$app/navigation';
import { quick } from '$lib/features/search/quick.svelte';
import { places } from '$lib/features/shell/places';
import { m } from '$lib/i18n';
import type { IconName } from '$lib/icons';
import { prefs } from '$lib/state';
import { newStage, setLaneHidden } from '../actions';
import { copyPicked } from '../clipboard/keys';
import { leaveView, chooseView } from '../filter/views';
import { cardIcon, holdsCards, laneKind } from '../kinds';
import { cardTypeName, laneName, stageShort } from '../names';
import { foldAll, fullScreen, zoomBy } from '../screen';
import { clearPicked } from '../select/acts';
import type { MapState } from '../state.svelte';
import { folded } from './fuzzy';

export interface Command {
	/** Two commands may read the same. */
	id: string;
	label: string;
	icon: IconName;
	run: () => void;
	/** Keys that do the same. */
	keys?: string;
	/** Where a card stands. */
	hint?: string;
	/** What is searched in. */
	key: string;
}

type Draft = Omit<Command, 'id' | 'key'>;

/** All commands but the cards. */
export function commandsOf(map: MapState): Command[] {
	const groups: [string, Draft[]][] = [
		['act', acts(map)],
		['screen', screen(map)],
		['page', pages(map)],
		['lane', lanes(map)],
		['add', adds(map)],
	];
	return groups.flatMap(([group, list]) =>
		list.map((draft, i) => ({ ...draft, id: `${group}${i}`, key: folded(draft.label) })),
	);
}

/** Every card, opportunity, action and measure, to go to. */
export function cardsOf(map: MapState): Command[] {
	const { opportunities, actions, metrics } = map.journey;
	const stage = (id: string | undefined) => stageShort(map.stageOf(id ?? ''), map.lang);
	const entry = (id: string, label: string, type: string, stageId?: string): Command => ({
		id,
		label,
		icon: type in ENTITY_ICONS ? (ENTITY_ICONS[type] as IconName) : cardIcon(type),
		hint: [cardTypeName(type), stage(stageId)].filter(Boolean).join(' · '),
		key: folded(label),
		run: () => goToCard(map, id),
	});
	return [
		...map.journey.cards.map((card) => entry(card.id, map.t(card.title), card.type, card.stageId)),
		...opportunities.map((each) => entry(each.id, map.t(each.title), 'opportunity', each.stageId)),
		...actions.map((each) => entry(each.id, map.t(each.title), 'action', each.stageId)),
		...metrics.map((each) => entry(each.id, map.t(each.name), 'metric', each.stageId)),
	];
}

const ENTITY_ICONS: Record<string, IconName> = { opportunity: 'oppo', action: 'action', metric: 'metric' };

/** Shows a card, also when a filter, a view or a folded lane keeps it away. */
function goToCard(map: MapState, id: string): void {
	const card = map.cardById.get(id);
	const lane = card && map.laneOf(card.laneId);
	if (map.shown.filtered && card && !map.shown.cards.includes(card)) map.shown.clear();
	if (lane && map.shown.isHidden(lane)) setLaneHidden(map, lane, false);
	if (lane) map.setFolded(lane.id, false);
	map.select(id);
	map.focus(id);
}

function acts(map: MapState): Draft[] {
	const { store } = map;
	const undo = store.undoLabel;
	const redo = store.redoLabel;
	const picked: Draft[] = map.picked.size
		? [
				{ label: m.map_copy(), icon: 'copy', keys: 'Ctrl+C', run: () => copyPicked('copy') },
				{ label: m.map_cut(), icon: 'copy', keys: 'Ctrl+X', run: () => copyPicked('cut') },
				{ label: m.map_tags(), icon: 'tag', run: () => (map.dialog = { kind: 'tags' }) },
				{ label: m.map_picked_clear(), icon: 'x', keys: 'Esc', run: () => clearPicked(map) },
			]
		: [];
	return [
		...picked,
		{ label: m.map_stage_add(), icon: 'plus', run: () => newStage(map, map.stages.length + 1) },
		{
			label: m.map_lane_add(),
			icon: 'plus',
			run: () => (map.dialog = { kind: 'addLane', order: map.lanes.length + 1 }),
		},
		{
			label: undo ? m.map_undo_what({ what: undo }) : m.map_undo(),
			icon: 'undo',
			keys: 'Ctrl+Z',
			run: () => map.undo(),
		},
		{
			label: redo ? m.map_redo_what({ what: redo }) : m.map_redo(),
			icon: 'redo',
			keys: 'Ctrl+Y',
			run: () => map.redo(),
		},
		{
			label: m.map_shortcuts(),
			icon: 'keyboard',
			keys: '?',
			run: () => (map.dialog = { kind: 'shortcuts' }),
		},
		{ label: m.search_everywhere(), icon: 'search', keys: '/', run: () => (quick.open = true) },
		{ label: m.insp_assumptions(), icon: 'research', run: () => map.select('assumptions') },
	];
}

function screen(map: MapState): Draft[] {
	return [
		{ label: m.map_filter(), icon: 'filter', run: () => (map.filtering = true) },
		...(map.shown.filtered
			? [{ label: m.map_filter_clear(), icon: 'filter', run: () => map.shown.clear() } as const]
			: []),
		{ label: m.map_views_save(), icon: 'front', run: () => (map.dialog = { kind: 'views' }) },
		...map.shown.views.map((view): Draft => ({
			label: m.map_view_choose({ view: map.t(view.name) }),
			icon: 'front',
			run: () => chooseView(map, view),
		})),
		...(map.shown.view
			? [{ label: m.map_view_leave(), icon: 'front', run: () => leaveView(map) } as const]
			: []),
		{ label: m.map_compact_short(), icon: 'compact', run: () => map.toggleCompact() },
		{ label: m.map_zoom_in(), icon: 'plus', keys: 'Alt++', run: () => zoomBy(map, 1) },
		{ label: m.map_zoom_out(), icon: 'minus', keys: 'Alt+−', run: () => zoomBy(map, -1) },
		{ label: m.map_zoom_reset(), icon: 'search', keys: 'Alt+0', run: () => map.setZoom(1) },
		{ label: m.map_zoom_fit(), icon: 'fit', keys: 'Alt+Z', run: () => map.zoomToFit() },
		{ label: m.map_full(), icon: 'full', run: () => void fullScreen(map) },
		{ label: m.map_fold_all(), icon: 'up2', run: () => foldAll(map, true) },
		{ label: m.map_unfold_all(), icon: 'down2', run: () => foldAll(map, false) },
		{
			label: m.language_switch(),
			icon: 'messaging',
			run: () => prefs.setLang(prefs.lang === 'nl' ? 'en' : 'nl'),
		},
		{
			label: prefs.theme === 'dark' ? m.theme_to_light() : m.theme_to_dark(),
			icon: prefs.theme === 'dark' ? 'sun' : 'moon',
			run: () => prefs.setTheme(prefs.theme === 'dark' ? 'light' : 'dark'),
		},
	];
}

function pages(map: MapState): Draft[] {
	const of = (path: string) => () => void goto(`/j/${map.journey.id}${path}`);
	return [
		{ label: m.present_name(), icon: 'play', keys: 'F', run: of('/present') },
		{ label: m.map_to_gain(), icon: 'gain', run: of('/gain') },
		{ label: m.view_stages(), icon: 'journeys', run: of('/stages') },
		{ label: m.map_page_actions(), icon: 'action', run: of('/actions') },
		{ label: m.map_page_measures(), icon: 'metric', run: of('/measures') },
		{ label: m.act_tactics(), icon: 'star', run: () => (map.dialog = { kind: 'tactics' }) },
		{ label: m.summary_name(), icon: 'report', run: of('/summary') },
		{ label: m.start_name(), icon: 'arrow', run: of('/start') },
		...places.map(({ href, icon, label }): Draft => ({
			label: m.map_page({ page: label() }),
			icon,
			run: () => void goto(href),
		})),
	];
}

function lanes(map: MapState): Draft[] {
	return map.lanes
		.filter((lane) => map.shown.isHidden(lane))
		.map((lane) => ({
			label: m.map_lane_show({ lane: laneName(lane, map.lang) }),
			icon: 'front',
			run: () => setLaneHidden(map, lane, false),
		}));
}

/** Adding a card to any cell. */
function adds(map: MapState): Draft[] {
	return map.shownLanes
		.filter((lane) => holdsCards(lane.type))
		.flatMap((lane) =>
			map.shownStages.map((stage) => ({
				label: m.map_add_here({
					kind: cardTypeName(laneKind(lane.type).cards[0] ?? 'note'),
					stage: stageShort(stage, map.lang),
				}),
				icon: laneKind(lane.type).icon,
				run: () => {
					map.setFolded(lane.id, false);
					map.startDraft({ kind: 'card', stageId: stage.id, laneId: lane.id });
				},
			})),
		);
}
