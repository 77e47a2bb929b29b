// Where things stand in the picture of gain: stages beside each other, 0 to 100 upward.
import type { Computed, Dimension, Score, Stage, StageGain } from '$lib/api';

export interface Column {
	stage: Stage;
	gain: StageGain;
	/** Middle of the stage. */
	x: number;
	/** Scores of the single scorers. */
	relevance: Score[];
	presence: Score[];
}

export interface Frame {
	left: number;
	/** Width of one stage. */
	column: number;
	height: number;
	/** Where the names of the stages begin. */
	names: number;
	/** Height of a score. */
	y: (value: number) => number;
}

const axis = 34;
const right = 12;
const top = 18;
/** Room under the plot: names of one line, diagnosis, remark. */
const under = 102;

/** Taller than this the lines only get steeper. */
const heightMax = 560;

/** A stage narrower than this is not readable; the picture then scrolls. Four stages fit a phone of 390. */
export const columnMin = 70;

/** The least height with names of one line, and what every further line adds. */
export const heightMin = 372;
export const nameLine = 16;

/** Average width of a letter of a stage name, in pixels at 13 px semibold. */
const letter = 7.2;
const nameLinesMax = 3;

/** A name in lines that fit a width; what does not fit in three lines ends in "…". */
export function nameLines(name: string, width: number): string[] {
	const fits = Math.max(4, Math.floor(width / letter));
	const lines: string[] = [];
	for (const word of name.split(' ')) {
		const last = lines.at(-1);
		if (last !== undefined && last.length + 1 + word.length <= fits)
			lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word);
	}
	const shown = lines.slice(0, nameLinesMax);
	if (lines.length > nameLinesMax) shown[nameLinesMax - 1] += '…';
	return shown.map((line) => (line.length > fits ? `${line.slice(0, fits - 1)}…` : line));
}

/** A frame for the room there is; `height` without further lines of names. */
export function frameOf(width: number, stages: number, room = heightMin): Frame {
	const height = Math.min(heightMax, Math.max(heightMin, room));
	const plot = height - top - under;
	const column = Math.max(columnMin, (width - axis - right) / Math.max(1, stages));
	return {
		left: axis,
		column,
		height,
		names: top + plot + 38,
		y: (value) => top + ((100 - value) / 100) * plot,
	};
}

/** Full width of the drawing in a frame. */
export function widthOf(frame: Frame, stages: number): number {
	return frame.left + frame.column * Math.max(1, stages) + right;
}

const unscored: StageGain = {
	n: 0,
	complete: false,
	guessOnly: false,
	relevanceSpread: 0,
	presenceSpread: 0,
};

export function columnsOf(
	stages: readonly Stage[],
	scores: readonly Score[],
	computed: Pick<Computed, 'relevancePresence'>,
	frame: Frame,
): Column[] {
	const of = (stageId: string, dimension: Dimension) =>
		scores.filter((score) => score.stageId === stageId && score.dimension === dimension);
	return stages.map((stage, i) => ({
		stage,
		gain: computed.relevancePresence[stage.id] ?? unscored,
		x: frame.left + frame.column * (i + 0.5),
		relevance: of(stage.id, 'relevance'),
		presence: of(stage.id, 'presence'),
	}));
}

/** Stretches of neighbouring stages that pass a test: a line is broken where a value is missing. */
export function stretches(columns: readonly Column[], has: (column: Column) => boolean): Column[][] {
	const runs: Column[][] = [];
	let run: Column[] = [];
	for (const column of columns) {
		if (has(column)) {
			if (run.length === 0) runs.push((run = []));
			run.push(column);
		} else {
			run = [];
		}
	}
	return runs;
}

export function linePath(points: readonly (readonly [number, number])[]): string {
	return points.length === 0 ? '' : 'M' + points.map(([x, y]) => `${x} ${y}`).join('L');
}

/** The part between both lines, closed. */
export function bandPath(columns: readonly Column[], y: Frame['y']): string {
	const there = columns.map(({ x, gain }) => [x, y(gain.relevance!)] as const);
	const back = columns.map(({ x, gain }) => [x, y(gain.presence!)] as const).reverse();
	return columns.length < 2 ? '' : `${linePath([...there, ...back])}Z`;
}
