/**
 * The picture of nested audiences: circles that stand on one point, their area as large as the number, and beside
 * them a label each. Only the drawing is made here; what a number means comes from the server.
 */

/** A stage whose audience has a size. */
export interface Sized {
	id: string;
	size: number;
}

/** One circle with the line to its label. */
export interface Circle extends Sized {
	cx: number;
	cy: number;
	r: number;
	/** 1 … 4: the weight of its fill, deeper for later stages. */
	tint: number;
	/** Where the line to the label begins, and the height of the label's first line. */
	from: readonly [number, number];
	labelY: number;
}

export interface Nest {
	circles: Circle[];
	width: number;
	height: number;
	/** Where labels begin. */
	labelX: number;
}

const RADIUS = 116;
const RADIUS_MIN = 2.5;
const LEFT = 2;
const TOP = 4;
const LABEL_GAP = 56;
/** Circles of equal size still show an edge each. */
const STEP = 3;
const WIDTH = 352;
const LABEL_X = 252;

/** Circles in the order of the stages, so that a later one lies on top, unless it is the larger one. */
export function nest(audiences: readonly Sized[]): Nest {
	const most = Math.max(1, ...audiences.map((a) => a.size));
	const height = Math.max(TOP + 2 * RADIUS + 8, TOP + audiences.length * LABEL_GAP);
	const foot = TOP + 2 * RADIUS + Math.max(0, (height - TOP - 2 * RADIUS - 8) / 2);
	const cx = LEFT + RADIUS;
	const last = Math.max(1, audiences.length - 1);
	const circles = audiences.map((audience, i): Circle => {
		const r = Math.max(RADIUS_MIN, RADIUS * Math.sqrt(audience.size / most));
		const cy = foot - r - Math.min(i * STEP, RADIUS - r);
		const labelY = height / 2 + (i - (audiences.length - 1) / 2) * LABEL_GAP;
		// The line leaves its circle on the side of its label, high for early stages and low for later ones.
		const angle = Math.max(-1.1, Math.min(0.5, Math.atan2(labelY - cy, LABEL_X - cx)));
		const from = [cx + r * Math.cos(angle), cy + r * Math.sin(angle)] as const;
		return { ...audience, cx, cy, r, tint: 1 + Math.round((i / last) * 3), from, labelY };
	});
	return { circles, width: WIDTH, height, labelX: LABEL_X };
}

/** In the order in which they are painted: the largest at the back. */
export function backToFront(circles: readonly Circle[]): Circle[] {
	return [...circles].sort((a, b) => b.size - a.size);
}
