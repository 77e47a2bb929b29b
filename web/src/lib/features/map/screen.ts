/** What fills the screen: zoom, all lanes folded or not, and the whole screen for the map. */
import { format, m } from '$lib/i18n';
import { toasts } from '$lib/state';
import type { MapState } from './state.svelte';

/** Folds or unfolds every lane and band on screen. */
export function foldAll(map: MapState, folded: boolean): void {
	const rows = map.bands.filter((band) => band.kind !== 'line').map((band) => band.id);
	map.shown.setFolded(rows, folded);
	map.announce(folded ? m.map_said_folded() : m.map_said_unfolded());
}

/** What one press of a zoom button or key changes. */
const ZOOM_STEP = 0.1;

/** Closer or further away, told to who cannot see it. */
export function zoomBy(map: MapState, steps: number): void {
	map.setZoom(map.zoom + steps * ZOOM_STEP);
	tellZoom(map);
}

export function tellZoom(map: MapState): void {
	map.announce(format.percent(map.zoom, map.lang));
}

/** The map on the whole screen, and back. */
export async function fullScreen(map: MapState): Promise<void> {
	try {
		if (document.fullscreenElement) await document.exitFullscreen();
		else await document.documentElement.requestFullscreen();
		map.announce(document.fullscreenElement ? m.map_said_full() : m.map_said_full_off());
	} catch {
		toasts.show(m.map_full_refused(), { tone: 'bad' });
	}
}
