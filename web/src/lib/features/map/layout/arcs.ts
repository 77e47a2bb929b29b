/**
 * Paths that do not follow the line: back, skip and repeat as arcs above the stages, exits as short
 * stubs. Each stage has ports along its top; arcs that leave to the same side are nested, so that no
 * leg crosses another arc of its stage. Where their words stand is in `arclabels.ts`.
 */
import { placeLabels, textWidth, twoLines, type Labelled } from './arclabels';
import type { Column } from './columns';

/** What an arc needs to know of a transition. */
export interface TransitionLike {
	fromStageId: string;
	toStageId?: string | null;
	kind: 'forward' | 'back' | 'skip' | 'repeat' | 'exit';
	status?: 'known' | 'guess';
}

/** One drawn arc or exit. */
export interface Arc {
	key: string;
	kind: TransitionLike['kind'];
	known: boolean;
	/** Column of the board where it begins, 1 for the first stage. */
	col: number;
	path: string;
	/** Arrow head. */
	head: string;
	/** Words on the arc; two lines when they stand beside it. */
	lines: string[];
	labelX: number;
	labelY: number;
	anchor: 'start' | 'middle' | 'end';
}

/** All arcs with the height they need. */
export interface ArcsDrawing {
	arcs: Arc[];
	height: number;
}

const STEP = 15;
const LEVELS_MIN = 3;
const BELOW = 15;
const PORT_GAP = 56;
const CORNER = 9;
/** Width of a loop within one stage. */
const LOOP = 32;

interface Plan<T> {
	item: T;
	key: string;
	label: string;
	from: number;
	to: number | undefined;
	x1: number;
	x2: number;
	level: number;
}

/** Draws every transition but the forward ones, which are told between the stages. */
export function drawArcs<T extends TransitionLike>(
	columns: readonly Column[],
	transitions: readonly T[],
	labelOf: (t: T) => string,
): ArcsDrawing {
	const index = new Map(columns.map((c) => [c.id, c.index]));
	const plans: Plan<T>[] = [];
	transitions.forEach((item) => {
		const from = index.get(item.fromStageId);
		const to = item.toStageId ? index.get(item.toStageId) : undefined;
		if (item.kind === 'forward' || from === undefined || (to === undefined && item.kind !== 'exit')) return;
		const key = `${item.fromStageId}:${item.toStageId ?? 'exit'}:${item.kind}`;
		plans.push({ item, key, label: labelOf(item), from, to, x1: 0, x2: 0, level: 0 });
	});
	placePorts(columns, plans);
	const width = columns.reduce((w, c) => Math.max(w, c.x + c.w), 0);
	const levels = Math.max(LEVELS_MIN, placeLevels(plans, width));
	const height = levels * STEP + 9;
	const labels = placeLabels(
		plans.map((p) => run(p, height)),
		width,
		height,
	);
	return { arcs: plans.map((p, i) => ({ ...shape(p, height), ...(labels[i] as Labels) })), height };
}

type Labels = ReturnType<typeof placeLabels>[number];

/** Room to the left and right of an exit's port, up to the end of its arrow. */
const STUB = 16;

function run(p: Plan<unknown>, height: number): Labelled {
	const y = height - BELOW - p.level * STEP;
	if (p.to === undefined) return { label: p.label, a: p.x1, b: p.x1 + STUB, y, exit: true };
	return { label: p.label, a: Math.min(p.x1, p.x2), b: Math.max(p.x1, p.x2), y, exit: false };
}

/** Signed length in stages; an exit counts as the longest way to the right, so that it stands in the middle. */
function reach(plan: Plan<unknown>, stage: number): number {
	if (plan.to === undefined) return Infinity;
	return plan.from === stage ? plan.to - plan.from : plan.from - plan.to;
}

function placePorts(columns: readonly Column[], plans: Plan<unknown>[]): void {
	for (const column of columns) {
		const here = plans
			.filter((p) => p.from === column.index || p.to === column.index)
			.map((p) => ({ p, d: reach(p, column.index) }))
			// Leftward arcs first, then rightward; within each the longest towards the middle of the map.
			.sort((a, b) => Math.sign(a.d) - Math.sign(b.d) || (a.d === b.d ? 0 : b.d - a.d))
			.map(({ p }) => p);
		const gaps = here.map((_, i) => (i === 0 ? 0 : gapAfter(here[i - 1] as Plan<unknown>)));
		const wanted = gaps.reduce((sum, gap) => sum + gap, 0);
		const scale = Math.min(1, (column.w - 40) / Math.max(1, wanted));
		let x = column.x + column.w / 2 - (wanted * scale) / 2;
		here.forEach((p, i) => {
			x += (gaps[i] as number) * scale;
			const loop = p.from === p.to ? LOOP / 2 : 0;
			if (p.from === column.index) p.x1 = Math.round(x - loop);
			if (p.to === column.index) p.x2 = Math.round(x + loop);
		});
	}
}

/** Room to the right of a port; an exit writes its label there. */
function gapAfter(p: Plan<unknown>): number {
	return p.to === undefined ? labelWidth(p) + 44 : PORT_GAP;
}

/** Lowest free level for each, short ones first; gives the number of levels used. */
function placeLevels(plans: Plan<unknown>[], width: number): number {
	const taken: [number, number][][] = [];
	const bySpan = [...plans].sort((a, b) => span(a) - span(b));
	for (const plan of bySpan) {
		const [from, to] = extent(plan, width);
		const free = (level: [number, number][] | undefined) => !level?.some(([a, b]) => to >= a && from <= b);
		// Words beside an arc take two lines, so that arc wants the level above it free as well.
		const lines = Math.max(1, linesOf(plan).length);
		let level = 0;
		while (!free(taken[level]) || (lines > 1 && !free(taken[level + 1]))) level++;
		plan.level = level;
		for (let k = level; k < level + lines; k++) (taken[k] ??= []).push([from, to]);
	}
	return taken.length;
}

const span = (p: Plan<unknown>) => (p.to === undefined ? 0 : Math.abs(p.x2 - p.x1));
const onArc = (p: Plan<unknown>) => span(p) > textWidth(p.label) + 2 * CORNER + 16;

/** Short words in one line; long ones that do not fit on their arc in two. */
function linesOf(p: Plan<unknown>): string[] {
	if (!p.label) return [];
	return p.to === undefined || onArc(p) ? [p.label] : twoLines(p.label);
}

const labelWidth = (p: Plan<unknown>) => Math.max(0, ...linesOf(p).map(textWidth));

/** Whether a label that does not fit on its arc has room to the left of it. */
function leftOfArc(p: Plan<unknown>): boolean {
	return Math.min(p.x1, p.x2) - labelWidth(p) - 12 > 0;
}

/** What an arc takes of its level, with the words that want to stand there. */
function extent(p: Plan<unknown>, width: number): [number, number] {
	if (p.to === undefined) {
		const flip = p.x1 + STUB + 12 + labelWidth(p) > width;
		return flip ? [p.x1 - labelWidth(p) - 12, p.x1 + STUB + 4] : [p.x1 - 4, p.x1 + STUB + 12 + labelWidth(p)];
	}
	const [a, b] = [Math.min(p.x1, p.x2), Math.max(p.x1, p.x2)];
	if (onArc(p) || !p.label) return [a - 4, b + 4];
	return leftOfArc(p) ? [a - labelWidth(p) - 12, b + 4] : [a - 4, b + labelWidth(p) + 12];
}

type Shape = Omit<Arc, keyof Labels>;

function shape<T extends TransitionLike>(p: Plan<T>, height: number): Shape {
	const y = height - BELOW - p.level * STEP;
	const base = { key: p.key, kind: p.item.kind, known: p.item.status === 'known', col: p.from + 1 };
	if (p.to === undefined) return { ...base, ...stub(p.x1, y, height) };
	const d = p.x2 < p.x1 ? -1 : 1;
	const path =
		`M${p.x1} ${height}V${y + CORNER}Q${p.x1} ${y} ${p.x1 + d * CORNER} ${y}` +
		`H${p.x2 - d * CORNER}Q${p.x2} ${y} ${p.x2} ${y + CORNER}V${height - 7}`;
	return { ...base, path, head: `M${p.x2 - 4} ${height - 8}h8l-4 6Z` };
}

/** An exit: up out of the stage and a little to the right. */
function stub(x: number, y: number, height: number): Pick<Arc, 'path' | 'head'> {
	const end = x + STUB;
	return {
		path: `M${x} ${height}V${y + 5}Q${x} ${y} ${x + 5} ${y}H${end - 4}`,
		head: `M${end - 4} ${y - 4}v8l6-4Z`,
	};
}
