/** An offer to take something back holds until something else is done: its button would undo the wrong thing. */
import { untrack } from 'svelte';
import { toasts, type JourneyStore } from '$lib/state';

/** Call while a page is made; lets go of offers that no longer hold. */
export function holdUndoOffers(store: JourneyStore): void {
	$effect(() => {
		const last = store.undoLabel;
		untrack(() => {
			for (const toast of toasts.list) if (toast.action && toast.text !== last) toasts.dismiss(toast.id);
		});
	});
}
