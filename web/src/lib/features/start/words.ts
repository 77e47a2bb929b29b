/** Names of what the guided start offers; call them where the language is read. */
import type { Journey, ScopeCheck, ScopeItem } from '$lib/api';
import { m } from '$lib/i18n';
import type { Level, Situation } from './edits';
import type { StepId } from './steps';

type Message = () => string;

const steps: Record<StepId, Message> = {
	organisation: m.start_step_organisation,
	reason: m.start_step_reason,
	principles: m.start_step_principles,
	group: m.start_step_group,
	scope: m.start_step_scope,
	bounds: m.start_step_bounds,
	stages: m.start_step_stages,
	questions: m.start_step_questions,
	fill: m.start_step_fill,
	ready: m.start_step_ready,
};

const situations: Record<Situation, [Message, Message]> = {
	become: [m.start_become, m.start_become_hint],
	be: [m.start_be, m.start_be_hint],
	stay: [m.start_stay, m.start_stay_hint],
};

const levels: Record<Level, Message> = {
	prospect: m.start_level_prospect,
	first_time: m.start_level_first_time,
	new: m.start_level_new,
	existing: m.start_level_existing,
	lapsed: m.start_level_lapsed,
};

const types: Record<ScopeItem['type'], Message> = {
	product: m.start_type_product,
	channel: m.start_type_channel,
	group: m.start_type_group,
	stage: m.start_type_stage,
	region: m.start_type_region,
	period: m.start_type_period,
	other: m.start_type_other,
};

type Reason = NonNullable<Journey['reason']>;

export const REASONS: readonly Reason[] = [
	'improve',
	'new_product',
	'new_service',
	'grow',
	'retain',
	'other',
];

const reasons: Record<Reason, [Message, Message]> = {
	improve: [m.start_reason_improve, m.start_reason_improve_hint],
	new_product: [m.start_reason_new_product, m.start_reason_new_product_hint],
	new_service: [m.start_reason_new_service, m.start_reason_new_service_hint],
	grow: [m.start_reason_grow, m.start_reason_grow_hint],
	retain: [m.start_reason_retain, m.start_reason_retain_hint],
	other: [m.start_reason_other, m.start_reason_other_hint],
};

type Begin = NonNullable<Journey['startsAt']>;
type End = NonNullable<Journey['endsAt']>;

export const BEGINS: readonly Begin[] = ['before_need', 'need_arises', 'first_contact', 'other'];
export const ENDS: readonly End[] = ['purchase', 'use', 'service', 'ongoing', 'other'];

const begins: Record<Begin, Message> = {
	before_need: m.start_begin_before_need,
	need_arises: m.start_begin_need_arises,
	first_contact: m.start_begin_first_contact,
	other: m.start_bound_other,
};

const ends: Record<End, Message> = {
	purchase: m.start_end_purchase,
	use: m.start_end_use,
	service: m.start_end_service,
	ongoing: m.start_end_ongoing,
	other: m.start_bound_other,
};

type Flag = ScopeCheck['flags'][number];

const flags: Record<Flag, (count: { count: number }) => string> = {
	more_than_one_situation: ({ count }) =>
		count > 2 ? m.start_flag_situations_all() : m.start_flag_situations_two(),
	more_than_one_group: () => m.start_flag_groups(),
	more_than_one_product: m.start_flag_products,
	nothing_out_of_scope: () => m.start_flag_nothing_out(),
	fewer_than_two_criteria: () => m.start_flag_criteria(),
	mixed_experience: () => m.start_flag_experience(),
};

export const stepName = (step: StepId): string => steps[step]();
export const situationName = (situation: Situation): string => situations[situation][0]();
export const situationHint = (situation: Situation): string => situations[situation][1]();
export const levelName = (level: Level): string => levels[level]();
export const typeName = (type: ScopeItem['type']): string => types[type]();
export const reasonName = (reason: Reason): string => reasons[reason][0]();
export const reasonHint = (reason: Reason): string => reasons[reason][1]();
export const beginName = (begin: Begin): string => begins[begin]();
export const endName = (end: End): string => ends[end]();

/** Why a scope may be too broad; `journey` tells how many of something there are. */
export function flagSentence(flag: Flag, journey: Journey): string {
	const count = flag === 'more_than_one_product' ? journey.scope?.productIds : journey.scope?.situations;
	return flags[flag]({ count: count?.length ?? 0 });
}
