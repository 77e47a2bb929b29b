/** Ctrl+Z takes back and Ctrl+Y or Ctrl+Shift+Z does again, on every page that edits. */

/** What can take back its last step; the labels say what that was. */
export interface Undoable {
	readonly undoLabel: string | undefined;
	readonly redoLabel: string | undefined;
	undo(): boolean;
	redo(): boolean;
}

/** Where the browser itself takes back typing, or where a window of its own is open. */
const ownUndo = 'input:not([type="checkbox"], [type="radio"]), textarea, dialog';

export function undoKeys(store: Undoable, event: KeyboardEvent): void {
	if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.altKey) return;
	if (event.target instanceof HTMLElement && event.target.closest(ownUndo)) return;
	const pressed = event.key.toLowerCase();
	if (pressed !== 'z' && pressed !== 'y') return;
	event.preventDefault();
	if (pressed === 'y' || event.shiftKey) store.redo();
	else store.undo();
}
