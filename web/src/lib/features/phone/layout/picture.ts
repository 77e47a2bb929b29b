/**
 * The emotion curve of one stage at full width, with the way in from the stage before and the way out to the
 * next one. Faces and words are those of the stage's own moments.
 */
import { valenceY } from '$lib/features/map/layout/curve';
import { desiredAsValence, type Point } from '$lib/ui';

export const PICTURE_HEIGHT = 168;

const TOP = 30;
const REACH = PICTURE_HEIGHT - 68;
/** Room left and right of the first and the last moment. */
const SIDE = 20;
const BAND_INSET = 5;
/** Average width of a letter at 12 px; enough to tell whether words would touch. */
const LETTER = 6.3;
const WORD_HEIGHT = 15;

/** A contact moment as the picture needs it. */
export interface Felt {
	id: string;
	valence?: number;
	/** 1 … 10 */
	desired?: number | null;
	truth: boolean;
	word: string;
	/** A word that may not be left out: the peak, the end. */
	strong: boolean;
}

export interface PictureFace {
	id: string;
	x: number;
	y: number;
	r: number;
	valence: number;
	strong: boolean;
	/** Undefined where words would lie over each other; they also stand on the card. */
	word?: { text: string; x: number; y: number };
}

export interface Picture {
	middle: number;
	actual: Point[];
	desired: Point[];
	faces: PictureFace[];
	bands: { id: string; x: number; width: number; kind: 'truth' | 'low' }[];
}

/** Lays out the moments `from` … `from + count` of the whole journey in a width. */
export function layPicture(all: readonly Felt[], from: number, count: number, width: number): Picture {
	const step = (width - 2 * SIDE) / Math.max(1, count);
	const at = (i: number) => SIDE + (i - from + 0.5) * step;
	const own = all.slice(from, from + count);
	const heightOf = (valence: number) => valenceY(valence, TOP, REACH);
	const actual = all.flatMap(({ valence }, i): Point[] =>
		valence === undefined ? [] : [[at(i), heightOf(valence)]],
	);
	const desired = all.flatMap(({ desired }, i): Point[] =>
		desired === undefined || desired === null ? [] : [[at(i), heightOf(desiredAsValence(desired))]],
	);
	const faces = own.flatMap(({ id, valence, strong }, k): PictureFace[] => {
		if (valence === undefined) return [];
		const r = Math.min(Math.abs(valence) === 2 ? 13.5 : 11, Math.max(5, step / 2 - 2));
		return [{ id, valence, strong, r, x: at(from + k), y: heightOf(valence) }];
	});
	return {
		middle: heightOf(0),
		actual,
		desired,
		faces: withWords(faces, new Map(own.map((moment) => [moment.id, moment])), width),
		bands: own.flatMap((moment, k) => bandOf(moment, at(from + k), step)),
	};
}

function bandOf({ id, truth, valence }: Felt, x: number, step: number): Picture['bands'] {
	if (!truth && valence !== -2) return [];
	const width = Math.max(4, step - 2 * BAND_INSET);
	return [{ id, x: x - width / 2, width, kind: truth ? 'truth' : 'low' }];
}

interface Box {
	left: number;
	right: number;
	top: number;
	bottom: number;
}

const touches = (a: Box, b: Box) =>
	a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Gives words to faces, the strongest feelings first, as long as nothing lies over anything else. */
function withWords(faces: PictureFace[], moments: ReadonlyMap<string, Felt>, width: number): PictureFace[] {
	const boxOf = ({ x, y, r }: PictureFace): Box => ({
		left: x - r,
		right: x + r,
		top: y - r,
		bottom: y + r,
	});
	const taken = faces.map(boxOf);
	const words = new Map<string, PictureFace['word']>();
	const weight = (face: PictureFace) => (face.strong ? 10 : Math.abs(face.valence));
	for (const face of faces.toSorted((a, b) => weight(b) - weight(a))) {
		const text = moments.get(face.id)?.word;
		if (!text) continue;
		const half = (text.length * LETTER) / 2;
		const x = Math.min(Math.max(face.x, half + 4), Math.max(width - half - 4, half + 4));
		const [above, below] = [face.y - face.r - 6, face.y + face.r + 16];
		const boxAt = (y: number): Box => ({
			left: x - half,
			right: x + half,
			top: y - WORD_HEIGHT + 4,
			bottom: y + 3,
		});
		const sides = face.valence >= 1 ? [above, below] : [below, above];
		const free = sides.find((y) => !taken.some((other) => touches(boxAt(y), other)));
		const y = free ?? (face.strong ? sides[0]! : undefined);
		if (y === undefined) continue;
		taken.push(boxAt(y));
		words.set(face.id, { text, x, y });
	}
	return faces.map((face) => ({ ...face, word: words.get(face.id) }));
}
