/** The stages of the growing map as a row of chevrons. Pure; lengths are units of the picture. */

/** Where a chevron stands: drawn when it is answered, dashed while it is to come or may leave. */
export interface Chevron {
	id: string;
	path: string;
	textX: number;
	label: string;
	drawn: boolean;
	/** Weight of the ink, 1 to 4. */
	weight: number;
	/** Where it ends. */
	right: number;
}

export interface ChevronStage {
	id: string;
	name: string;
	drawn: boolean;
}

const HEIGHT = 48;
const TIP = 11;
/** Room between two chevrons. */
const GAP = 4;
const INDENT_FIRST = 14;
const INDENT = 24;
/** About the width of a letter at 13 units. */
const LETTER = 7.2;
const WEIGHTS = 4;

/** Chevrons of one width that together fill `width`, each with as much of its name as fits. */
export function chevrons(stages: readonly ChevronStage[], width: number): Chevron[] {
	const w = width / Math.max(1, stages.length);
	return stages.map((stage, i) => {
		const x = i * w;
		const shoulder = x + w - TIP - GAP;
		const notch = i === 0 ? '' : `L${round(x + TIP)} ${2 + HEIGHT / 2}`;
		const textX = x + (i === 0 ? INDENT_FIRST : INDENT);
		return {
			id: stage.id,
			path: `M${round(x)} 2H${round(shoulder)}L${round(x + w - GAP)} ${2 + HEIGHT / 2}L${round(shoulder)} ${2 + HEIGHT}H${round(x)}${notch}Z`,
			textX: round(textX),
			label: cut(stage.name, shoulder + GAP - textX),
			drawn: stage.drawn,
			weight: Math.min(WEIGHTS, Math.ceil(((i + 1) / stages.length) * WEIGHTS)),
			right: round(x + w),
		};
	});
}

/** As much of a name as fits in a width; letters of two code units, as of an emoji, stay whole. */
export function cut(name: string, width: number): string {
	const letters = Math.max(1, Math.floor(width / LETTER));
	const all = [...name];
	if (all.length <= letters) return name;
	return `${all
		.slice(0, Math.max(1, letters - 1))
		.join('')
		.trimEnd()}…`;
}

const round = (n: number) => Math.round(n * 10) / 10;
