/** Edits of one thing of a workspace, with words for undo. */
import type { LText } from '$lib/i18n';
import { newId, type Op } from '$lib/ops';
import { offerUndo, prefs, type WorkspaceStore } from '$lib/state';

export class Editor {
	readonly #store: WorkspaceStore;

	constructor(store: WorkspaceStore) {
		this.#store = store;
	}

	/** Sets one property; undefined takes it away. */
	set(id: string, key: string, value: unknown, label: string): void {
		this.#store.edit([{ op: 'set', id, key, value: value ?? null }], label);
	}

	/** Sets a text in the language of the screen; '' takes it away. */
	setText(id: string, key: string, text: string, label: string): void {
		this.set(id, `${key}.${prefs.lang}`, text || undefined, label);
	}

	/** Adds a thing at the end; answers its id, or undefined when it was refused. */
	add(type: string, props: Record<string, unknown>, label: string): string | undefined {
		const id = newId();
		return this.#store.edit([{ op: 'insert', id, type, props }], label) ? id : undefined;
	}

	/** Puts a thing at another rank among its like, 1 = first. */
	move(id: string, order: number, label: string): void {
		this.#store.edit([{ op: 'move', id, pos: { order } }], label);
	}

	/** Deletes a thing and offers to take that back. */
	remove(id: string, label: string, before: Op[] = []): void {
		if (this.#store.edit([...before, { op: 'delete', id }], label)) offerUndo(this.#store, label);
	}

	/** Sets a list that is one value, with an offer to take it back: something of it was deleted. */
	setShorter(id: string, key: string, list: readonly unknown[], label: string): void {
		const op: Op = { op: 'set', id, key, value: [...list] };
		if (this.#store.edit([op], label)) offerUndo(this.#store, label);
	}
}

/** A text in the language of the screen only. */
export function inLanguage(text: string): LText {
	return { [prefs.lang]: text };
}

/** The same text with other words in the language of the screen. */
export function reworded(before: LText, text: string): LText {
	return { ...before, [prefs.lang]: text };
}
