/** Keys that work anywhere on the map page. */
import { tellZoom, zoomBy } from './screen';
import { clearPicked } from './select/acts';
import type { MapState } from './state.svelte';

const inField = (target: EventTarget | null) =>
	target instanceof HTMLElement &&
	target.closest('input, textarea, select, [contenteditable="true"]') !== null;

/** Handles a key that nothing else wanted. */
export function pageKeys(map: MapState, event: KeyboardEvent): void {
	if (event.defaultPrevented || event.isComposing) return;
	const run = command(map, event) ?? zoom(map, event) ?? plain(map, event);
	if (!run) return;
	event.preventDefault();
	run();
}

function command(map: MapState, event: KeyboardEvent): (() => void) | undefined {
	if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined;
	const key = event.key.toLowerCase();
	if (key === 'k') return () => (map.dialog = { kind: 'palette' });
	// In a text field the browser undoes typing.
	if (inField(event.target) || map.dialog) return undefined;
	if (key === 'z') return () => (event.shiftKey ? map.redo() : map.undo());
	return key === 'y' ? () => map.redo() : undefined;
}

/** Alt with a key of the number row, wherever the keyboard puts its letters; Ctrl belongs to the browser's own zoom. */
function zoom(map: MapState, event: KeyboardEvent): (() => void) | undefined {
	if (!event.altKey || event.ctrlKey || event.metaKey || map.dialog || inField(event.target))
		return undefined;
	switch (event.code) {
		case 'Equal':
		case 'NumpadAdd':
			return () => zoomBy(map, 1);
		case 'Minus':
		case 'NumpadSubtract':
			return () => zoomBy(map, -1);
		case 'Digit0':
		case 'Numpad0':
			return () => (map.setZoom(1), tellZoom(map));
		case 'KeyZ':
			return () => (map.zoomToFit(), tellZoom(map));
		default:
			return undefined;
	}
}

function plain(map: MapState, event: KeyboardEvent): (() => void) | undefined {
	if (event.ctrlKey || event.metaKey || map.dialog) return undefined;
	if (event.key === 'F6') return () => togglePanel(map);
	if (event.key === 'Escape' && map.picked.size) return () => clearPicked(map);
	if (event.key === 'Escape' && map.selected) return () => closePanel(map);
	if (event.key === '?' && !inField(event.target)) return () => (map.dialog = { kind: 'shortcuts' });
	return undefined;
}

/** Closes the details and gives the focus back to what they were about. */
function closePanel(map: MapState): void {
	const id = map.selected;
	map.select(undefined);
	if (id) map.focus(id);
}

/** Between the map and the details. */
function togglePanel(map: MapState): void {
	const panel = document.querySelector<HTMLElement>('[data-panel]');
	if (panel?.contains(document.activeElement)) {
		document.querySelector<HTMLElement>('.board [data-stop][tabindex="0"]')?.focus();
	} else if (panel) {
		panel.querySelector<HTMLElement>('[data-panelstart]')?.focus();
	} else {
		const stop = document.activeElement?.closest<HTMLElement>('[data-kind]');
		map.select(stop?.dataset.selects ?? stop?.dataset.stop);
	}
}
