/** Which part of a text was found: beginnings of words, whatever the capitals and accents. */

export interface Part {
	text: string;
	found: boolean;
}

/** Letters without their accents, one for one, so that places stay the same. */
function fold(text: string): string {
	return [...text]
		.map((letter) => {
			const plain = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
			return plain.length === letter.length ? plain : letter;
		})
		.join('');
}

const wordsOf = (text: string) =>
	fold(text)
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean);

/** The text in parts, those marked that begin with a word of the query or a synonym. */
export function marked(text: string, query: string, synonyms: readonly string[]): Part[] {
	const wanted = [...wordsOf(query), ...synonyms.map((each) => fold(each).trim())].filter(Boolean);
	if (wanted.length === 0) return [{ text, found: false }];
	const longest = [...new Set(wanted)].sort((a, b) => b.length - a.length);
	const escaped = longest.map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})`, 'gu');
	const parts: Part[] = [];
	let at = 0;
	for (const match of fold(text).matchAll(pattern)) {
		if (match.index > at) parts.push({ text: text.slice(at, match.index), found: false });
		at = match.index + match[0].length;
		parts.push({ text: text.slice(match.index, at), found: true });
	}
	if (at < text.length || parts.length === 0) parts.push({ text: text.slice(at), found: false });
	return parts;
}
