/** The five steps, each with what it is about on the map: on a wide screen, and on a phone. */
import { m } from '$lib/i18n';

export interface Step {
	title: () => string;
	text: () => string;
	/** The first of these that is on the page. */
	about: readonly string[];
}

const onStage = 'article.stage:not([inert])';

export const STEPS: readonly Step[] = [
	{ title: m.tour_stages, text: m.tour_stages_text, about: ['.board .row.stages .lb', '.phone .strip'] },
	{
		title: m.tour_moments,
		text: m.tour_moments_text,
		about: ['.board [data-lanetype="touchpoint"] .card', `${onStage} .k-touch .card`, `${onStage} .k-touch`],
	},
	{
		title: m.tour_known,
		text: m.tour_known_text,
		about: ['.head .kmeter', '.board .card.guess', '.phone header.top p'],
	},
	{
		title: m.tour_gain,
		text: m.tour_gain_text,
		about: ['.board [data-row="reading"] .lb', `${onStage} [data-section="gain"]`],
	},
	{
		title: m.tour_actions,
		text: m.tour_actions_text,
		about: ['.board [data-lanetype="action"] .lb', '.phone nav.bar', '.board [data-row="reading"] .lb'],
	},
];

/** What a step is about, when it is there and drawn. */
export function targetOf(step: Step): HTMLElement | undefined {
	for (const selector of step.about)
		for (const found of document.querySelectorAll<HTMLElement>(selector))
			if (found.getClientRects().length > 0) return found;
	return undefined;
}
