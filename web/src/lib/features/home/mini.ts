// The small picture of a journey on its card: where the curve runs and which faces stand on it.
import type { JourneySummary } from '$lib/api';
import type { Point } from '$lib/ui';

export interface MiniFace {
	x: number;
	y: number;
	valence: number;
}

export interface Mini {
	/** Left edge and width of each stage. */
	columns: { x: number; width: number }[];
	/** Through the measured contact moments, in order. */
	points: Point[];
	/** Lowest, highest and last moment. */
	faces: MiniFace[];
	/** From where on nothing is known yet; undefined when the last stage is reached. */
	unknownFrom: number | undefined;
}

/** Free space left and right of the stages. */
export const miniSide = 16;
/** Heights of +2 and −2. */
const top = 26;
const bottom = 92;
/** Two faces closer than this would cover each other. */
const faceGap = 18;

export const miniHeight = 112;

export function heightOf(valence: number): number {
	return top + ((2 - valence) / 4) * (bottom - top);
}

/** Lays the picture out in a width: every stage equally wide, its moments evenly inside it. */
export function layMini(journey: Pick<JourneySummary, 'stages' | 'emotions'>, width: number): Mini {
	const count = Math.max(1, journey.stages.length);
	const stageWidth = (width - 2 * miniSide) / count;
	const columns = journey.stages.map((_, i) => ({ x: miniSide + stageWidth * i, width: stageWidth }));
	const moments = journey.stages.flatMap((stage, i) => {
		const own = journey.emotions.filter((emotion) => emotion.stageId === stage.id);
		return own.map(({ valence }, k) => ({
			valence,
			x: columns[i]!.x + (stageWidth * (k + 0.5)) / own.length,
		}));
	});
	const felt = moments.flatMap(({ x, valence }) =>
		valence === undefined ? [] : [{ x, y: heightOf(valence), valence }],
	);
	const last = felt.at(-1);
	const reached = last === undefined || last.x > width - miniSide - stageWidth;
	return {
		columns,
		points: felt.map(({ x, y }) => [x, y]),
		faces: facesOf(felt),
		unknownFrom: reached ? undefined : last.x,
	};
}

function facesOf(felt: MiniFace[]): MiniFace[] {
	const lowest = Math.min(...felt.map((face) => face.valence));
	const telling = felt.filter(
		(face) => face.valence === lowest || face.valence === 2 || face === felt.at(-1),
	);
	// The last moment and the low ones stay when two stand too close.
	const weight = (face: MiniFace) => (face.valence === lowest ? 2 : face === felt.at(-1) ? 1 : 0);
	const chosen: MiniFace[] = [];
	for (const face of [...telling].sort((a, b) => weight(b) - weight(a)))
		if (chosen.every((other) => Math.hypot(other.x - face.x, other.y - face.y) >= faceGap)) chosen.push(face);
	return chosen.sort((a, b) => a.x - b.x);
}
