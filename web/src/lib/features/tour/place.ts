/** Where the explanation stands: beside what it explains, never over it, and within the window. */

export interface Box {
	left: number;
	top: number;
	width: number;
	height: number;
}

/** Between the explanation and what it explains, and to the edge of the window. */
export const GAP = 14;
export const EDGE = 8;

/** The part of a box that is in view. */
export function inView(box: Box, window: Box): Box {
	const left = Math.max(box.left, window.left);
	const top = Math.max(box.top, window.top);
	const right = Math.min(box.left + box.width, window.left + window.width);
	const bottom = Math.min(box.top + box.height, window.top + window.height);
	return { left, top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

const between = (value: number, low: number, high: number) =>
	Math.max(low, Math.min(Math.max(low, high), value));

/**
 * The left top corner for a box of this size: below what it explains, else above, right or left of it, the first where
 * it fits. Where it fits nowhere, it takes the side with most room, at the edge of the window.
 */
export function placeBeside(
	target: Box,
	size: { width: number; height: number },
	window: Box,
): { left: number; top: number } {
	const right = window.left + window.width;
	const bottom = window.top + window.height;
	const along = between(target.left, window.left + EDGE, right - size.width - EDGE);
	const beside = between(target.top, window.top + EDGE, bottom - size.height - EDGE);
	const below = target.top + target.height + GAP;
	const above = target.top - GAP - size.height;
	const after = target.left + target.width + GAP;
	const before = target.left - GAP - size.width;
	if (below + size.height + EDGE <= bottom) return { left: along, top: below };
	if (above - EDGE >= window.top) return { left: along, top: above };
	if (after + size.width + EDGE <= right) return { left: after, top: beside };
	if (before - EDGE >= window.left) return { left: before, top: beside };
	const more = target.top - window.top > bottom - (target.top + target.height);
	return { left: along, top: more ? window.top + EDGE : bottom - size.height - EDGE };
}
