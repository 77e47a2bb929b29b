/** Finding by a few letters: whole words first, then letters in order. Pure. */

/** Small letters without accents, so that "Coordinatie" finds "Coördinatie". */
export function folded(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

const WORD_START = 3;
const LABEL_START = 5;
/** Letters in order count less than any word that is there in full. */
const LETTERS = 0.5;
const LETTERS_MIN = 3;

/**
 * How well a folded label answers a folded query: 0 when it does not, more when it does better. Every word of the
 * query must be in it; or, with three letters or more, all letters in order and close together.
 */
export function score(label: string, query: string): number {
	const words = query.split(/\s+/).filter(Boolean);
	if (!words.length) return 1;
	let total = 0;
	for (const word of words) {
		const at = label.indexOf(word);
		if (at < 0) return lettersInOrder(label, words.join(''));
		const starts = at === 0 ? LABEL_START : label.includes(` ${word}`) ? WORD_START : 1;
		total += starts;
	}
	return total / words.length;
}

function lettersInOrder(label: string, letters: string): number {
	if (letters.length < LETTERS_MIN) return 0;
	const first = label.indexOf(letters[0] as string);
	let at = first;
	for (const letter of letters.slice(1)) {
		at = label.indexOf(letter, at + 1);
		if (at < 0) return 0;
	}
	const spread = at - first + 1;
	return first >= 0 && spread <= letters.length * 3 ? (LETTERS * letters.length) / spread : 0;
}

/** The best answers, best first; equals keep their order. */
export function best<T extends { key: string }>(list: readonly T[], query: string, max: number): T[] {
	const wanted = folded(query.trim());
	return list
		.map((item) => ({ item, points: score(item.key, wanted) }))
		.filter(({ points }) => points > 0)
		.sort((a, b) => b.points - a.points)
		.slice(0, max)
		.map(({ item }) => item);
}
