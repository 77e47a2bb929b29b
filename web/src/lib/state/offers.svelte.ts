// An offer to take something back holds until something else is done: its button would undo the wrong thing.
import { m } from '$lib/i18n';
import { untrack } from 'svelte';
import { toasts } from './toasts.svelte';

/** Says what was done, with a button that takes it back. */
export function offerUndo(store: { undo(): boolean }, label: string): void {
	toasts.show(label, { action: { label: m.undo(), run: () => store.undo() } });
}

/** Call while a page is made; lets go of offers that no longer hold. */
export function holdUndoOffers(store: { readonly undoLabel: string | undefined }): void {
	$effect(() => {
		const last = store.undoLabel;
		untrack(() => {
			for (const toast of toasts.list) if (toast.action && toast.text !== last) toasts.dismiss(toast.id);
		});
	});
}
