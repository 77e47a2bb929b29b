/**
 * The journey on one strip: every stage equally wide, its contact moments evenly inside it, the curve of all
 * moments above the names. With many stages the strip is wider than the screen and scrolls.
 */
import type { Point } from '$lib/ui';

/** Down to this width of a stage all of them stay in view: a short name fits, and a thumb hits it. */
export const STRIP_STAGE_MIN = 64;
/** Once the strip has to scroll, names get more room; part of the next stage shows that there is more. */
export const STRIP_STAGE_SCROLLED = 84;
/** Height of the curve's part of the strip. */
export const STRIP_CURVE_HEIGHT = 66;
/** Radius of a face on the strip. */
export const STRIP_FACE = 7.5;

/** Height of +2, and how far −2 stands below it. */
const TOP = 13;
const REACH = 36;
/** Room between a stage's edge and its first moment. */
const INSET = 5;

/** A contact moment on the strip; without a valence it leaves a gap in the points. */
export interface StripMoment {
	id: string;
	valence?: number;
}

export interface StripFace {
	id: string;
	x: number;
	y: number;
	valence: number;
}

export interface Strip {
	width: number;
	stageWidth: number;
	/** Height of "neutral". */
	middle: number;
	points: Point[];
	/** Low points, the happiest moments and the last one, as far as they do not cover each other. */
	faces: StripFace[];
}

/** Lays the strip out in a width; `moments` holds those of each stage, in order. */
export function layStrip(moments: readonly (readonly StripMoment[])[], room: number): Strip {
	const count = Math.max(1, moments.length);
	const stageWidth = room / count >= STRIP_STAGE_MIN ? room / count : STRIP_STAGE_SCROLLED;
	const felt = moments.flatMap((own, i) =>
		own.flatMap(({ id, valence }, k) => {
			const x = i * stageWidth + INSET + ((k + 0.5) / own.length) * (stageWidth - 2 * INSET);
			return valence === undefined ? [] : [{ id, x, y: heightOf(valence), valence }];
		}),
	);
	return {
		width: stageWidth * count,
		stageWidth,
		middle: heightOf(0),
		points: felt.map(({ x, y }) => [x, y]),
		faces: tellingFaces(felt),
	};
}

function heightOf(valence: number): number {
	return TOP + ((2 - valence) / 4) * REACH;
}

function tellingFaces(felt: readonly StripFace[]): StripFace[] {
	const last = felt.at(-1);
	// The low points matter most, then how it ends.
	const weight = (face: StripFace) => (face.valence === -2 ? 2 : face === last ? 1 : 0);
	const telling = felt.filter((face) => Math.abs(face.valence) === 2 || face === last);
	const chosen: StripFace[] = [];
	for (const face of telling.toSorted((a, b) => weight(b) - weight(a))) {
		const free = (other: StripFace) => Math.hypot(other.x - face.x, other.y - face.y) >= 2 * STRIP_FACE;
		if (chosen.every(free)) chosen.push(face);
	}
	return chosen.toSorted((a, b) => a.x - b.x);
}
