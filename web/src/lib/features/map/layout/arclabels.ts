/**
 * Where the words of an arc stand: on its run when they fit, else beside it, shortened when there is little room, and
 * left out before two labels would touch – the arc still says them when it is pointed at or focused.
 */

/** An arc as drawn: its run from `a` to `b` at height `y`, or for an exit the end of its stub. */
export interface Labelled {
	label: string;
	a: number;
	b: number;
	y: number;
	exit: boolean;
}

export interface Place {
	/** One line, or two when they stand beside the arc; none when there is no room. */
	lines: string[];
	labelX: number;
	labelY: number;
	anchor: 'start' | 'middle' | 'end';
}

export interface Box {
	x1: number;
	x2: number;
	y1: number;
	y2: number;
}

/** Average advance of an 11 px letter in the interface font, measured over the demo's texts. */
const LETTER = 5.6;
const ASCENT = 10;
const DESCENT = 3;
const LINE = 14;
/** Room that stays free around a label. */
const AIR = 2;
const CORNER = 9;
const BESIDE = 8;
/** Shorter words say nothing. */
const LETTERS_MIN = 8;
/** Steps in which a label moves along its run to keep clear of what crosses it. */
const SHIFT = 24;

export const textWidth = (text: string) => text.length * LETTER;

/** Long words that stand beside an arc in two lines, broken near the middle. */
export function twoLines(label: string): string[] {
	const words = label.split(' ');
	if (words.length < 3) return [label];
	const half = Math.ceil(words.length / 2);
	return [words.slice(0, half).join(' '), words.slice(half).join(' ')];
}

/** The room a label takes. */
export function boxOf({ lines, labelX, labelY, anchor }: Place): Box {
	const w = Math.max(0, ...lines.map(textWidth));
	const x1 = anchor === 'start' ? labelX : anchor === 'end' ? labelX - w : labelX - w / 2;
	return { x1, x2: x1 + w, y1: labelY - ASCENT, y2: labelY + (lines.length - 1) * LINE + DESCENT };
}

const meet = (a: Box, b: Box) => a.x1 < b.x2 + AIR && b.x1 < a.x2 + AIR && a.y1 < b.y2 && b.y1 < a.y2;

/** Places for all labels, in the order of the arcs: no two touch, and none leaves the drawing. */
export function placeLabels(arcs: readonly Labelled[], width: number, height: number): Place[] {
	const placed: (Place | undefined)[] = arcs.map(() => undefined);
	const taken: Box[] = [];
	// Short arcs have the fewest places to choose from.
	const order = arcs.map((_, i) => i).sort((i, j) => span(arcs[i]!) - span(arcs[j]!));
	for (const i of order) {
		const arc = arcs[i]!;
		const free = candidates(arc).filter((place) => {
			const box = boxOf(place);
			const inside = box.x1 >= 0 && box.x2 <= width && box.y1 >= -DESCENT && box.y2 <= height;
			return inside && !taken.some((other) => meet(box, other));
		});
		const best = least(free, (place) => crossings(boxOf(place), arcs, i, height));
		if (best) taken.push(boxOf(best));
		placed[i] = best;
	}
	return placed.map(
		(place, i) => place ?? { lines: [], labelX: arcs[i]!.a, labelY: arcs[i]!.y, anchor: 'start' },
	);
}

const span = (arc: Labelled) => (arc.exit ? 0 : arc.b - arc.a);

/** Places for one label, the best first: whole before shortened, on the arc before beside it. */
function candidates(arc: Labelled): Place[] {
	const { label } = arc;
	if (!label) return [];
	const whole = [...onRun(arc, label), ...beside(arc, arc.exit ? [label] : twoLines(label))];
	const shorter = cuts(label).flatMap((cut) => [...onRun(arc, cut), ...beside(arc, [cut])]);
	return [...whole, ...shorter];
}

/** Shorter and shorter forms of a text. */
function cuts(label: string): string[] {
	const lengths = [0.75, 0.5, 0.35].map((part) => Math.round(label.length * part));
	return lengths.filter((n) => n >= LETTERS_MIN).map((n) => `${label.slice(0, n).trimEnd()}…`);
}

function onRun(arc: Labelled, text: string): Place[] {
	const half = textWidth(text) / 2 + CORNER + BESIDE;
	const middle = (arc.a + arc.b) / 2;
	const room = (arc.b - arc.a) / 2 - half;
	if (arc.exit || room < 0) return [];
	const places: Place[] = [];
	for (let shift = 0; shift <= room; shift += SHIFT) {
		for (const x of shift ? [middle - shift, middle + shift] : [middle])
			places.push({ lines: [text], labelX: x, labelY: arc.y + 4, anchor: 'middle' });
	}
	return places;
}

function beside(arc: Labelled, lines: string[]): Place[] {
	const labelY = arc.y + 4 - (lines.length - 1) * 9;
	const before: Place = { lines, labelX: arc.a - BESIDE, labelY, anchor: 'end' };
	const after: Place = { lines, labelX: arc.b + BESIDE, labelY, anchor: 'start' };
	return arc.exit ? [after, before] : [before, after];
}

/** How many lines of other arcs run through a label. */
function crossings(box: Box, arcs: readonly Labelled[], own: number, height: number): number {
	const inX = (x: number) => x > box.x1 - AIR && x < box.x2 + AIR;
	return arcs.filter((arc, i) => {
		if (i === own) return false;
		const leg = (x: number) => inX(x) && arc.y < box.y2 && height > box.y1;
		const run = arc.y > box.y1 && arc.y < box.y2 && arc.a < box.x2 && arc.b > box.x1;
		return run || leg(arc.a) || (!arc.exit && leg(arc.b));
	}).length;
}

/** The first with the smallest value. */
function least<T>(list: readonly T[], value: (each: T) => number): T | undefined {
	let best: T | undefined;
	let lowest = Infinity;
	for (const each of list) {
		const v = value(each);
		if (v < lowest) [best, lowest] = [each, v];
	}
	return best;
}
