/**
 * Swiping from stage to stage: what a movement of the finger means. Pure; Stages.svelte feeds it pointer events.
 * All lengths are CSS pixels, times are milliseconds.
 */

/** A movement this small is still a tap. */
const SLOP = 8;
/** Past this share of the width the next stage comes. */
const TURN_SHARE = 0.3;
/** A flick this fast (px per ms) turns earlier. */
const FLICK_SPEED = 0.4;
const FLICK_MIN = 24;
/** Beyond the first and the last stage the page follows the finger this much. */
const RESISTANCE = 0.25;

/** Whether a movement is a swipe, belongs to the browser (scrolling), or is too small to tell. */
export function meaningOf(dx: number, dy: number): 'swipe' | 'scroll' | undefined {
	if (Math.max(Math.abs(dx), Math.abs(dy)) < SLOP) return undefined;
	return Math.abs(dx) > Math.abs(dy) * 1.2 ? 'swipe' : 'scroll';
}

/** Which neighbours there are. */
export interface Ends {
	before: boolean;
	after: boolean;
}

/** How far the page follows the finger. */
export function followed(dx: number, { before, after }: Ends): number {
	const free = dx > 0 ? before : after;
	return free ? dx : dx * RESISTANCE;
}

/** The step to take when the finger leaves: −1, 0 or +1 stage. `speed` is positive to the right. */
export function settled(dx: number, speed: number, width: number, ends: Ends): -1 | 0 | 1 {
	const far = Math.abs(dx) > width * TURN_SHARE;
	const flick =
		Math.abs(dx) > FLICK_MIN && Math.abs(speed) > FLICK_SPEED && Math.sign(speed) === Math.sign(dx);
	if (!far && !flick) return 0;
	if (dx > 0) return ends.before ? -1 : 0;
	return ends.after ? 1 : 0;
}
