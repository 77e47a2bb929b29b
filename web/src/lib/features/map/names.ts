/** Names on the map, from the message catalogue: lanes, kinds of cards, exits, statuses, words. */
import type { Action, Diagnosis, Lane, Link, Metric, Stage, StageGain } from '$lib/api';
import { format, m, shortName, text, type Lang } from '$lib/i18n';
import type { BlueprintLine } from './layout/bands';

type Message = () => string;

const lanes: Record<string, [name: Message, hint: Message]> = {
	doing: [m.map_lane_doing, m.map_lane_doing_hint],
	touchpoint: [m.map_lane_touchpoint, m.map_lane_touchpoint_hint],
	decision: [m.map_lane_decision, m.map_lane_decision_hint],
	source: [m.map_lane_source, m.map_lane_source_hint],
	expectation: [m.map_lane_expectation, m.map_lane_expectation_hint],
	emotion: [m.map_lane_emotion, m.map_lane_emotion_hint],
	need: [m.map_lane_need, m.map_lane_need_hint],
	barrier: [m.map_lane_barrier, m.map_lane_barrier_hint],
	frontstage: [m.map_lane_frontstage, m.map_lane_frontstage_hint],
	backstage: [m.map_lane_backstage, m.map_lane_backstage_hint],
	support: [m.map_lane_support, m.map_lane_support_hint],
	opportunity: [m.map_lane_opportunity, m.map_lane_opportunity_hint],
	action: [m.map_lane_action, m.map_lane_action_hint],
	idea: [m.map_lane_idea, m.map_lane_idea_hint],
	metric: [m.map_lane_metric, m.map_lane_metric_hint],
	note: [m.map_lane_note, m.map_lane_note_hint],
	image: [m.map_lane_image, m.map_lane_image_hint],
};

const cards: Record<string, Message> = {
	touchpoint: m.map_card_touchpoint,
	decision: m.map_card_decision,
	need: m.map_card_need,
	barrier: m.map_card_barrier,
	source: m.map_card_source,
	influencer: m.map_card_influencer,
	competitor: m.map_card_competitor,
	trigger: m.map_card_trigger,
	emotion: m.map_card_emotion,
	doing: m.map_card_doing,
	expectation: m.map_card_expectation,
	question: m.map_card_question,
	ambassador: m.map_card_ambassador,
	frontstage: m.map_card_frontstage,
	backstage: m.map_card_backstage,
	idea: m.map_card_idea,
	note: m.map_card_note,
	image: m.map_card_image,
	opportunity: m.map_card_opportunity,
	action: m.map_card_action,
	metric: m.map_card_metric,
};

/** Where people go when they leave; the keys are those of the document, other texts are shown as they are. */
export const exits: Record<string, Message> = {
	forgets_us: m.map_exit_forgets_us,
	competitor: m.map_exit_competitor,
	postpone: m.map_exit_postpone,
	nothing: m.map_exit_nothing,
	custom_builder: m.map_exit_custom_builder,
	does_it_elsewhere: m.map_exit_does_it_elsewhere,
	does_it_himself: m.map_exit_does_it_himself,
	stays_silent: m.map_exit_stays_silent,
	bank: m.map_exit_bank,
	other_adviser: m.map_exit_other_adviser,
	risk: m.map_exit_risk,
};

const lines: Record<BlueprintLine, Message> = {
	interaction: m.map_line_interaction,
	visibility: m.map_line_visibility,
	internal: m.map_line_internal,
};

const statuses: Record<Action['status'], Message> = {
	open: m.map_status_open,
	doing: m.map_status_doing,
	done: m.map_status_done,
	dropped: m.map_status_dropped,
};

const diagnoses: Record<Diagnosis, Message> = {
	hold: m.map_diag_hold,
	be_there: m.map_diag_be_there,
	become_relevant: m.map_diag_become_relevant,
	choose: m.map_diag_choose,
};

const directions: Record<string, Message> = {
	raises: m.map_link_raises,
	lowers: m.map_link_lowers,
	sets: m.map_link_sets,
};

const own = <T>(table: Record<string, T>, key: string): T | undefined =>
	Object.hasOwn(table, key) ? table[key] : undefined;

/** The usual name of a lane type. */
export function laneTypeName(type: string): string {
	return (own(lanes, type)?.[0] ?? m.map_lane_note)();
}

/** One quiet line of explanation under the name of a lane. */
export function laneHint(type: string): string {
	return (own(lanes, type)?.[1] ?? m.map_lane_note_hint)();
}

/** A lane's own name, or the usual one of its type. */
export function laneName(lane: Pick<Lane, 'type' | 'name'>, lang: Lang): string {
	return text(lane.name, lang) || laneTypeName(lane.type);
}

/** "contactmoment", "drempel", … */
export function cardTypeName(type: string): string {
	return (own(cards, type) ?? m.map_card_note)();
}

export function lineName(line: BlueprintLine): string {
	return lines[line]();
}

export function exitName(exit: string): string {
	return own(exits, exit)?.() ?? exit;
}

export function statusName(status: Action['status']): string {
	return statuses[status]();
}

/** The short conclusion on a stage, "Laat je zien". */
export function diagnosisName(diagnosis: Diagnosis): string {
	return diagnoses[diagnosis]();
}

/** The sentence for the stage with most to gain, without its conclusion. */
export function gainSentence(gain: StageGain, lang: Lang): string {
	const values = { r: figure(gain.relevance, lang), p: figure(gain.presence, lang) };
	switch (gain.diagnosis) {
		case 'be_there':
			return m.map_say_be_there(values);
		case 'become_relevant':
			return m.map_say_become_relevant(values);
		case 'choose':
			return m.map_say_choose(values);
		default:
			return m.map_say_hold(values);
	}
}

/** "verlaagt 2": what an influence does and how strongly. */
export function influenceName(link: Pick<Link, 'direction' | 'strength'>): string {
	const what = own(directions, link.direction ?? 'sets') ?? m.map_link_sets;
	return link.strength ? `${what()} ${link.strength}` : what();
}

/** A figure with one decimal at most, or "?" when there is none. */
export function figure(value: number | null | undefined, lang: Lang): string {
	return value === undefined || value === null ? '?' : format.decimal(Math.round(value * 10) / 10, lang);
}

/** The name of a stage where there is little room. */
export function stageShort(stage: Pick<Stage, 'name'> | undefined, lang: Lang): string {
	return shortName(text(stage?.name, lang));
}

/** "3 kaartjes". */
export function cardCount(n: number): string {
	return n === 1 ? m.map_cards_one() : m.map_cards({ n });
}

/** "12 kaartjes en 3 kansen, acties en meetwaarden"; empty when nothing is held. */
export function heldWords({ cards, others }: { cards: number; others: number }): string {
	const rest = others === 1 ? m.map_others_one() : m.map_others({ n: others });
	if (cards && others) return m.map_both({ a: cardCount(cards), b: rest });
	return cards ? cardCount(cards) : others ? rest : '';
}

/** "weten, 2 keer bewijs" or "raden". */
export function evidenceWords(status: string, n: number): string {
	if (status !== 'known') return m.map_guess();
	return n === 1 ? m.map_evidence_one() : m.map_evidence({ n });
}

/** A measured value in the unit of its measure: "12,9 %", "12 dagen", "+30". */
export function measure(metric: Pick<Metric, 'unit'>, value: number, lang: Lang): string {
	switch (metric.unit) {
		case 'ratio':
			return `${format.decimal(Math.round(value * 1000) / 10, lang)}${lang === 'nl' ? '\u00a0' : ''}%`;
		case 'days':
			return value === 1 ? m.map_days_one() : m.map_days({ n: format.decimal(value, lang) });
		case 'points':
			return format.signed(value, lang);
		case undefined:
		case 'number':
		case 'pages':
		case 'per_post':
			return format.decimal(value, lang);
		default:
			return `${format.decimal(value, lang)}\u00a0${metric.unit}`;
	}
}
