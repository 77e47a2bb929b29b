/** Saved views: edits of the journey, and choosing one for this screen. */
import type { View } from '$lib/api';
import { m } from '$lib/i18n';
import { newId, type Op } from '$lib/ops';
import { foldedUsually } from '../kinds';
import type { MapState } from '../state.svelte';
import type { ViewProps } from './shown.svelte';

export type ViewAudience = View['audience'];

const LISTS = ['hiddenLaneIds', 'foldedLaneIds', 'tags', 'situations', 'experienceLevels'] as const;

const now = (map: MapState): ViewProps => map.shown.asView(foldedUsually);

/** Whether what is on screen differs from the view that was chosen. */
export function viewChanged(map: MapState): boolean {
	const view = map.shown.view;
	if (!view) return false;
	const props = now(map);
	const same = (list: (typeof LISTS)[number]) =>
		[...(view[list] ?? [])].sort().join('\n') === [...(props[list] ?? [])].sort().join('\n');
	return view.hideGuesses !== props.hideGuesses || !LISTS.every(same);
}

/** Saves what is on screen in the view that was chosen. */
export function saveView(map: MapState): void {
	const view = map.shown.view;
	if (!view) return;
	const ops = Object.entries(now(map)).map(([key, value]): Op => {
		const empty = Array.isArray(value) && value.length === 0;
		return { op: 'set', id: view.id, key, value: empty ? null : value };
	});
	if (map.edit(ops, m.map_did_view_save())) map.announce(m.map_did_view_save());
}

/** Makes a view of what is on screen and chooses it. */
export function newView(map: MapState, name: string, audience: ViewAudience): void {
	const id = newId();
	const kept = Object.entries(now(map)).filter(([, value]) => !Array.isArray(value) || value.length > 0);
	const props = { name: { [map.lang]: name }, audience, ...Object.fromEntries(kept) };
	if (!map.edit([{ op: 'insert', id, type: 'view', props }], m.map_did_view_add())) return;
	map.announce(m.map_did_view_add());
	const made = map.shown.views.find((view) => view.id === id);
	if (made) map.shown.choose(made);
}

export function chooseView(map: MapState, view: View): void {
	map.shown.choose(view);
	map.announce(m.map_said_view({ view: map.t(view.name) }));
}

export function leaveView(map: MapState): void {
	map.shown.leaveView();
	map.announce(m.map_said_view_all());
}

export function deleteView(map: MapState, view: View): void {
	map.remove([view.id], m.map_did_view_delete({ view: map.t(view.name) }));
}

/** "Bestuur", "Team", "Klant", "Eigen". */
export function audienceName(audience: ViewAudience): string {
	return {
		board: m.map_view_board,
		team: m.map_view_team,
		customer: m.map_view_customer,
		own: m.map_view_own,
	}[audience]();
}

export const AUDIENCES: readonly ViewAudience[] = ['board', 'team', 'customer', 'own'];
