/** Keys that work anywhere on the phone page: a phone may have a keyboard, and a narrow window always has one. */
import type { PhoneState } from './state.svelte';

/** Fields, and parts that use the arrow keys themselves. */
const ownKeys =
	'input, textarea, select, [contenteditable="true"], [role="menu"], [role="radiogroup"], dialog';

export function phoneKeys(phone: PhoneState, event: KeyboardEvent): void {
	if (event.defaultPrevented || event.isComposing) return;
	const inside = event.target instanceof Element && event.target.closest(ownKeys) !== null;
	const run = inside ? undefined : (undoKeys(phone, event) ?? stageKeys(phone, event));
	if (!run) return;
	event.preventDefault();
	run();
}

function undoKeys(phone: PhoneState, event: KeyboardEvent): (() => void) | undefined {
	if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined;
	const key = event.key.toLowerCase();
	const { store } = phone.map;
	if (key === 'z') return () => (event.shiftKey ? store.redo() : store.undo());
	return key === 'y' ? () => store.redo() : undefined;
}

function stageKeys(phone: PhoneState, event: KeyboardEvent): (() => void) | undefined {
	if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return undefined;
	if (event.key === 'ArrowLeft') return () => phone.go(phone.index - 1);
	return event.key === 'ArrowRight' ? () => phone.go(phone.index + 1) : undefined;
}
