/**
 * Double-clicks on a board that moves under the pointer: the first click on a card opens the details, which makes
 * the board narrower and may put something else under the pointer. The second click still means the card.
 */

/** The usual time and distance within which a second click belongs to the first. */
const MILLIS_MAX = 500;
const PIXELS_MAX = 6;

/** Remembers first clicks; `open` gets the card of a second click that landed on something else. */
export function secondClicks(open: (id: string) => void) {
	let first: { id: string; x: number; y: number; at: number } | undefined;

	function belongs(event: MouseEvent): boolean {
		if (!first || event.timeStamp - first.at > MILLIS_MAX) return false;
		return Math.hypot(event.clientX - first.x, event.clientY - first.y) <= PIXELS_MAX;
	}

	return {
		/** A card was clicked. */
		first(id: string, event: MouseEvent): void {
			first = { id, x: event.clientX, y: event.clientY, at: event.timeStamp };
		},
		/** For the capturing phase of the window: pointer, mouse and click events. */
		oncapture(event: MouseEvent): void {
			if (!first || !belongs(event)) return;
			const stop = (event.target as Element).closest<HTMLElement>('[data-stop]');
			if (stop?.dataset.stop === first.id) return;
			event.preventDefault();
			event.stopPropagation();
			if (event.type === 'dblclick') {
				open(first.id);
				first = undefined;
			}
		},
	};
}
