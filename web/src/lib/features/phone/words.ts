/** What the phone says about stages, moments and decisions, and where things stand. */
import type { Card, Gaps, Journey, Outcome } from '$lib/api';
import { format, m, text, type Lang } from '$lib/i18n';
import { exitName, stageShort } from '$lib/features/map/names';

/** The stage in which a card, opportunity, action, measure or score stands; a stage is its own. */
export function stageIdOf(journey: Journey, id: string): string | undefined {
	const own = id.replace(/^(gain|face)\|/, '');
	if (journey.stages.some((stage) => stage.id === own)) return own;
	for (const list of [journey.cards, journey.opportunities, journey.actions, journey.metrics]) {
		const found = list.find((each) => each.id === own);
		if (found) return found.stageId;
	}
	return undefined;
}

/** "E-mail en nieuwsbrief" → "E-mail": the word of the emotion stands beside it. */
export function shortChannel(name: string): string {
	return name.split(/ en | and /)[0] ?? name;
}

/** Where people go who say no. */
export function whereTo(journey: Journey, outcome: Outcome | undefined, lang: Lang): string {
	if (outcome?.exit) return exitName(outcome.exit);
	if (outcome?.stageId) {
		const stage = journey.stages.find((each) => each.id === outcome.stageId);
		return stage ? m.map_to_stage({ stage: stageShort(stage, lang) }) : '';
	}
	const card = outcome?.cardId ? journey.cards.find((each) => each.id === outcome.cardId) : undefined;
	return text(card?.title, lang).toLowerCase();
}

/** A shortfall this large is said in rust. */
const SHORTFALL = -3;

/** The difference between promised and delivered: "=", "+1", "−4". */
export function difference(gaps: Gaps | undefined, lang: Lang): { text: string; tone?: 'bad' | 'good' } {
	const gap = gaps?.deliveryGap;
	if (gap === undefined) return { text: '' };
	if (gap === 0) return { text: '=' };
	return { text: format.signed(gap, lang), tone: gap <= SHORTFALL ? 'bad' : gap > 0 ? 'good' : undefined };
}

/** A moment of truth decides; a low point is where it hurts most. Deciding weighs more. */
export function momentTag(card: Card): 'truth' | 'low' | undefined {
	if (card.flags?.includes('moment_of_truth')) return 'truth';
	return card.emotion?.valence === -2 ? 'low' : undefined;
}

/** "74,5": one decimal where there is one. */
export function gainFigure(gain: number, lang: Lang): string {
	return format.number(gain, lang, Math.abs(gain - Math.round(gain)) < 0.05 ? 0 : 1);
}
