// Texts of a document are kept per language. `text` picks one and says when it had to fall back,
// so that the screen can mark it: <Text of={card.title} /> in $lib/ui does that.

export type Lang = 'nl' | 'en';

export const langs: readonly Lang[] = ['nl', 'en'];

/** A text of a document: each language is its own property and may be missing. */
export type LText = Partial<Record<Lang, string>>;

export interface Picked {
	text: string;
	/** The language the text is in. */
	lang: Lang;
	/** True when the chosen language has no text and another one stands in for it. */
	fallback: boolean;
}

/** The text in `lang`, or in the other language when that is all there is. */
export function pick(value: LText | undefined, lang: Lang): Picked {
	const own = value?.[lang];
	if (own) return { text: own, lang, fallback: false };
	const other = langs.find((candidate) => value?.[candidate]);
	return other ? { text: value![other]!, lang: other, fallback: true } : { text: '', lang, fallback: false };
}

/** Only the words of `pick`. */
export function text(value: LText | undefined, lang: Lang): string {
	return pick(value, lang).text;
}

/** "See – zien" → "See": the name of a stage where there is little room. */
export function shortName(name: string): string {
	return name.split(' – ')[0]!.split(' (')[0]!;
}

/** Characters a document does not keep: control characters, halves of characters, and marks that turn the reading
 *  direction of what follows. */
const UNKEPT = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu;

/** What was typed or pasted, as one line. */
export function oneLine(typed: string): string {
	return typed.replace(/\s+/g, ' ').replace(UNKEPT, '').trim();
}

/** What was typed or pasted, with its lines. */
export function manyLines(typed: string): string {
	return typed
		.replace(/\r\n?/g, '\n')
		.replace(UNKEPT, (found) => (found === '\n' || found === '\t' ? found : ''))
		.trim();
}
