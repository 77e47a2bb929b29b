/** Where somebody was on the map when the presentation began, so that closing it leads back there. */

interface Spot {
	journey: string;
	/** The stop that had the focus. */
	stop: string | undefined;
	left: number;
	top: number;
}
let spot: Spot | undefined;

const board = () => document.querySelector<HTMLElement>('.board');

/** Remembers where the map is looked at. */
export function leave(journey: string): void {
	const focused = document.activeElement?.closest<HTMLElement>('[data-stop]');
	spot = {
		journey,
		stop: focused?.dataset.stop,
		left: board()?.scrollLeft ?? 0,
		top: board()?.scrollTop ?? 0,
	};
}

/** Puts the map back as it was left, once. */
export function comeBack(journey: string): void {
	const was = spot;
	spot = undefined;
	if (was?.journey !== journey) return;
	board()?.scrollTo({ left: was.left, top: was.top });
	if (was.stop) {
		const stop = board()?.querySelector<HTMLElement>(`[data-stop="${CSS.escape(was.stop)}"]`);
		stop?.focus({ preventScroll: true });
	}
}
