/** Words on the slides, as they are said in the language of the screen. */
import type { Card, LText, Templates } from '$lib/api';
import { m, text } from '$lib/i18n';
import { prefs } from '$lib/state';

/** Words of a text of the document. */
export const t = (value: LText | undefined): string => text(value, prefs.lang);

/** The word for an emotion: of the list, or somebody's own. */
export function emotionWord(card: Card, templates: Templates | undefined): string {
	const word = card.emotion?.word;
	const known = templates?.emotionWords.find(({ key }) => key === word);
	return known ? t(known.name) : (word ?? '');
}

/** A curve in words: every moment with what is felt there. */
export function curveWords(moments: readonly Card[], templates: Templates | undefined): string {
	const said = moments.flatMap((card) => {
		const valence = card.emotion?.valence;
		if (valence === undefined) return [];
		const word = emotionWord(card, templates) || valences[valence + 2]?.() || '';
		return [m.present_felt({ moment: t(card.title), word })];
	});
	return m.present_curve_said({ moments: said.join('; ') || '–' });
}

const valences = [
	m.present_felt_m2,
	m.present_felt_m1,
	m.present_felt_0,
	m.present_felt_p1,
	m.present_felt_p2,
];
