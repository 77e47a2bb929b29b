/** Words for what groups and personas are described with, in the order in which they are offered. */
import type { CustomerGroup, Persona, PersonaStatement } from '$lib/api';
import { m } from '$lib/i18n';

export type AskType = NonNullable<CustomerGroup['valueExchanges']>[number]['askType'];
export type Level = NonNullable<Persona['experienceLevel']>;
export type StatementKind = PersonaStatement['kind'];

interface Word<V extends string> {
	value: V;
	label: string;
}

const words =
	<V extends string>(...pairs: [V, () => string][]) =>
	(): Word<V>[] =>
		pairs.map(([value, label]) => ({ value, label: label() }));

/** What is asked of a group in return. */
export const askTypes = words<AskType>(
	['money', m.group_ask_money],
	['contribution', m.group_ask_contribution],
	['attention', m.group_ask_attention],
	['advocacy', m.group_ask_advocacy],
	['data', m.group_ask_data],
	['other', m.group_ask_other],
);

/** How used somebody is to the organisation, from potential to lapsed. */
export const levels = (): (Word<Level> & { hint: string })[] => [
	{ value: 'prospect', label: m.persona_level_prospect(), hint: m.persona_level_prospect_hint() },
	{ value: 'first_time', label: m.persona_level_first_time(), hint: m.persona_level_first_time_hint() },
	{ value: 'new', label: m.persona_level_new(), hint: m.persona_level_new_hint() },
	{ value: 'existing', label: m.persona_level_existing(), hint: m.persona_level_existing_hint() },
	{ value: 'lapsed', label: m.persona_level_lapsed(), hint: m.persona_level_lapsed_hint() },
];
