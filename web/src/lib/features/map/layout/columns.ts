/**
 * Where the columns of a map stand. A stage is a column; a contact moment is a column inside it, so
 * that its card, its figures and its face stand under each other. All lengths are CSS pixels at 100 %.
 */

/** Width of one contact moment in the standard layout. */
export const MOMENT_WIDTH = 128;
/** A stage with few moments still has room for cards side by side. */
export const STAGE_WIDTH_MIN = 200;
/** Up to this width a stage with few moments takes what the board has to spare. */
export const STAGE_WIDTH_SPARE = 340;
/** Room after the last stage for the button that adds one. */
export const ADD_ROOM = 48;
/** Narrower columns hyphenate every other word. */
export const COMPACT_WIDTH_MIN = 140;
/** From this many stages on, moments stack unless somebody asks for the standard layout. */
export const COMPACT_FROM_STAGES = 6;
/** Width of the sticky lane rail. */
export const LANE_RAIL_WIDTH = 212;

/** What a person asked for; `auto` follows the number of stages. */
export type LayoutChoice = 'auto' | 'standard' | 'compact';

/** A contact moment's own column. */
export interface MomentPlace {
	id: string;
	stageId: string;
	/** 1 for the first moment of the map. */
	no: number;
	x: number;
	w: number;
	/** Where its face and its point on the curve stand. */
	mid: number;
}

/** A stage's column. */
export interface Column {
	id: string;
	index: number;
	x: number;
	w: number;
	moments: MomentPlace[];
}

/** A stage with the ids of its contact moments, in order. */
export interface StageMoments {
	id: string;
	momentIds: readonly string[];
}

/** Whether moments stack in one column. */
export function isCompact(choice: LayoutChoice, stages: number): boolean {
	return choice === 'auto' ? stages >= COMPACT_FROM_STAGES : choice === 'compact';
}

/**
 * The columns of the map. `width` is what the board has to the right of the lane rail. The compact layout
 * shares it out; the standard layout is as wide as its moments, and small stages take what is to spare.
 */
export function placeColumns(stages: readonly StageMoments[], compact: boolean, width: number): Column[] {
	const widths = compact ? equalWidths(stages, width) : momentWidths(stages, width);
	let x = 0;
	let no = 0;
	return stages.map((stage, index) => {
		const count = stage.momentIds.length;
		const w = widths[index] as number;
		const momentWidth = compact && count ? w / count : MOMENT_WIDTH;
		const moments = stage.momentIds.map((id, k) => {
			const left = x + k * momentWidth;
			return { id, stageId: stage.id, no: ++no, x: left, w: momentWidth, mid: left + momentWidth / 2 };
		});
		const column = { id: stage.id, index, x, w, moments };
		x += w;
		return column;
	});
}

function equalWidths(stages: readonly StageMoments[], width: number): number[] {
	const w = Math.max(COMPACT_WIDTH_MIN, Math.floor(width / Math.max(1, stages.length)));
	return stages.map(() => w);
}

function momentWidths(stages: readonly StageMoments[], width: number): number[] {
	const least = stages.map((s) => Math.max(STAGE_WIDTH_MIN, s.momentIds.length * MOMENT_WIDTH));
	const small = least.filter((w) => w < STAGE_WIDTH_SPARE).length;
	const spare = width - ADD_ROOM - least.reduce((sum, w) => sum + w, 0);
	const more = small ? Math.max(0, Math.floor(spare / small)) : 0;
	return least.map((w) => (w < STAGE_WIDTH_SPARE ? Math.min(STAGE_WIDTH_SPARE, w + more) : w));
}

/** `now`, with every column that stayed the same as the very object of `before`, so that nothing in it is drawn again. */
export function keepColumns(before: readonly Column[], now: readonly Column[]): readonly Column[] {
	const kept = now.map((column, i) => (same(before[i], column) ? (before[i] as Column) : column));
	return kept.length === before.length && kept.every((column, i) => column === before[i]) ? before : kept;
}

const same = (a: Column | undefined, b: Column) => JSON.stringify(a) === JSON.stringify(b);

/** Width of all columns together. */
export function totalWidth(columns: readonly Column[]): number {
	const last = columns.at(-1);
	return last ? last.x + last.w : 0;
}

/** The same columns squeezed or stretched to `width`, for the reading that always shows every stage. */
export function scaleColumns(columns: readonly Column[], width: number): Column[] {
	const factor = width / (totalWidth(columns) || 1);
	return columns.map((column) => ({
		...column,
		x: column.x * factor,
		w: column.w * factor,
		moments: column.moments.map((m) => ({ ...m, x: m.x * factor, w: m.w * factor, mid: m.mid * factor })),
	}));
}
