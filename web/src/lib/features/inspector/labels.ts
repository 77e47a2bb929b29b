/** Words for the choices of the inspector's fields, in the order in which they are offered. */
import { m } from '$lib/i18n';

export interface Choice<V extends string = string> {
	value: V;
	label: string;
}

/** Choices from pairs of value and message; a function, so that they follow the language. */
function choices<V extends string>(...pairs: [V, () => string][]): () => Choice<V>[] {
	return () => pairs.map(([value, label]) => ({ value, label: label() }));
}

export const initiators = choices(
	['customer', m.insp_initiator_customer],
	['organisation', m.insp_initiator_organisation],
	['other', m.insp_initiator_other],
);
export const ownerships = choices(
	['brand', m.insp_ownership_brand],
	['partner', m.insp_ownership_partner],
	['customer', m.insp_ownership_customer],
	['social', m.insp_ownership_social],
);
export const surprises = choices(
	['pleasant', m.insp_surprise_pleasant],
	['none', m.insp_surprise_none],
	['unpleasant', m.insp_surprise_unpleasant],
);
export const flags = choices(
	['moment_of_truth', m.insp_flag_moment_of_truth],
	['welcome', m.insp_flag_welcome],
	['first_use', m.insp_flag_first_use],
	['waiting', m.insp_flag_waiting],
	['fail_point', m.insp_flag_fail_point],
);
export const answers = choices(['yes', m.insp_yes], ['no', m.insp_no]);
export const steerings = choices(
	['remove_barrier', m.insp_steer_remove_barrier],
	['strengthen_driver', m.insp_steer_strengthen_driver],
	['inform', m.insp_steer_inform],
	['offer', m.insp_steer_offer],
	['reassure', m.insp_steer_reassure],
	['qualify_out', m.insp_steer_qualify_out],
);
export const needKinds = choices(
	['functional', m.insp_need_functional],
	['emotional', m.insp_need_emotional],
	['social', m.insp_need_social],
);
export const barrierKinds = choices(
	['money', m.insp_barrier_money],
	['time', m.insp_barrier_time],
	['knowledge', m.insp_barrier_knowledge],
	['trust', m.insp_barrier_trust],
	['effort', m.insp_barrier_effort],
	['access', m.insp_barrier_access],
	['other', m.insp_barrier_other],
);
export const sourceTypes = choices(
	['friends', m.insp_source_friends],
	['community', m.insp_source_community],
	['search', m.insp_source_search],
	['media', m.insp_source_media],
	['own_site', m.insp_source_own_site],
	['influencer', m.insp_source_influencer],
	['review', m.insp_source_review],
	['other', m.insp_source_other],
);
export const presences = choices(
	['none', m.insp_presence_none],
	['weak', m.insp_presence_weak],
	['good', m.insp_presence_good],
);
export const triggerTypes = choices(
	['situation', m.insp_trigger_situation],
	['event', m.insp_trigger_event],
	['marketing', m.insp_trigger_marketing],
);
export const situations = choices(
	['become', m.insp_situation_become],
	['be', m.insp_situation_be],
	['stay', m.insp_situation_stay],
);
export const legs = choices(['to', m.stages_leg_to], ['through', m.stages_leg_through]);
export const stageColours = choices(
	['teal', m.stages_colour_teal],
	['violet', m.stages_colour_violet],
	['ochre', m.stages_colour_ochre],
	['rust', m.stages_colour_rust],
	['green', m.stages_colour_green],
	['slate', m.stages_colour_slate],
);
export const viewpoints = choices(
	['practice', m.stages_check_practice],
	['theory', m.stages_check_theory],
	['unknown', m.stages_check_unknown],
);
/** How far somebody is as a customer. */
export const levels = choices(
	['prospect', m.persona_level_prospect],
	['first_time', m.persona_level_first_time],
	['new', m.persona_level_new],
	['existing', m.persona_level_existing],
	['lapsed', m.persona_level_lapsed],
);
export const aims = choices(
	['relevance', m.insp_aim_relevance],
	['presence', m.insp_aim_presence],
	['experience', m.insp_aim_experience],
	['process', m.insp_aim_process],
	['loyalty', m.insp_aim_loyalty],
);
export const opportunityStates = choices(
	['idea', m.insp_state_idea],
	['chosen', m.insp_state_chosen],
	['parked', m.insp_state_parked],
);
export const directions = choices(
	['raises', m.map_link_raises],
	['lowers', m.map_link_lowers],
	['sets', m.map_link_sets],
);
export const linkStrengths = choices(
	['1', m.insp_link_strength_1],
	['2', m.insp_link_strength_2],
	['3', m.insp_link_strength_3],
);
export const units = choices(
	['number', m.insp_unit_number],
	['ratio', m.insp_unit_ratio],
	['days', m.insp_unit_days],
	['points', m.insp_unit_points],
	['pages', m.insp_unit_pages],
	['per_post', m.insp_unit_per_post],
);
export const betters = choices(['higher', m.insp_better_higher], ['lower', m.insp_better_lower]);
export const levers = choices(
	['presence', m.insp_lever_presence],
	['relevance', m.insp_lever_relevance],
	['both', m.insp_lever_both],
);
export const valences = choices(
	['-2', m.insp_valence_m2],
	['-1', m.insp_valence_m1],
	['0', m.insp_valence_0],
	['1', m.insp_valence_p1],
	['2', m.insp_valence_p2],
);

const strengths = [
	m.insp_strength_0,
	m.insp_strength_1,
	m.insp_strength_2,
	m.insp_strength_3,
	m.insp_strength_4,
];

/** "goed" for a strength of 3. */
export function strengthName(strength: number): string {
	return (strengths[strength] ?? m.insp_strength_0)();
}

const methods: Record<string, () => string> = {
	interview: m.insp_method_interview,
	survey: m.insp_method_survey,
	usability: m.insp_method_usability,
	poll: m.insp_method_poll,
	desk: m.insp_method_desk,
	panel: m.insp_method_panel,
	web_analytics: m.insp_method_web_analytics,
};

/** "Enquête"; a method without a name of its own shows nothing. */
export function methodName(method: string | undefined): string {
	return method !== undefined && Object.hasOwn(methods, method) ? (methods[method] as () => string)() : '';
}
