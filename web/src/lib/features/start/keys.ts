/** Keys that work anywhere in the guided start. */
import type { Start } from './state.svelte';

const inField = (target: EventTarget | null) =>
	target instanceof HTMLElement && target.closest('input:not(.sr), textarea, select') !== null;

/** Handles a key that nothing else wanted: Ctrl+Enter goes on, Escape to the map, Ctrl+Z takes back. */
export function startKeys(start: Start, event: KeyboardEvent): void {
	if (event.defaultPrevented || event.isComposing || event.altKey) return;
	const run = command(start, event);
	if (!run) return;
	event.preventDefault();
	run();
}

function command(start: Start, event: KeyboardEvent): (() => void) | undefined {
	const control = event.ctrlKey || event.metaKey;
	if (event.key === 'Escape' && !control) {
		const field = event.target;
		// The first Escape leaves the field, as everywhere; the next leaves the page.
		return inField(field) ? () => (field as HTMLElement).blur() : () => start.toMap();
	}
	if (!control) return undefined;
	if (event.key === 'Enter') {
		return () => {
			if (document.activeElement instanceof HTMLElement) document.activeElement.blur(); // what is typed is kept
			if (start.next) start.go(start.next);
			else start.toMap();
		};
	}
	// In a text field the browser undoes typing.
	return event.key.toLowerCase() === 'z' && !event.shiftKey && !inField(event.target)
		? () => start.undo()
		: undefined;
}
