/** Gives the focus back to what had it, when the part that took it is gone and nothing else asked for it. */
import { onDestroy, tick } from 'svelte';

export function giveFocusBack(): void {
	const before = document.activeElement as HTMLElement | null;
	onDestroy(() => {
		void tick().then(() => {
			if (document.activeElement === document.body && before?.isConnected) before.focus();
		});
	});
}
