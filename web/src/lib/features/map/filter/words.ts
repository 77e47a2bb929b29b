/** Names of what can be filtered on. */
import { levels, situations, triggerTypes, type Choice } from '$lib/features/inspector/labels';
import type { Journey } from '$lib/api';
import { m } from '$lib/i18n';
import { tagsOf, type Filter, type FilterPart } from './filter';

export interface PartChoices {
	part: FilterPart;
	label: string;
	options: readonly Choice[];
}

/** All parts of a filter with what can be chosen; tags only when there are any. */
export function choicesOf(journey: Journey): PartChoices[] {
	const tags = tagsOf(journey).map((tag) => ({ value: tag, label: tag }));
	const evidence = [
		{ value: 'known', label: m.map_known() },
		{ value: 'guess', label: m.map_guess() },
	];
	return [
		...(tags.length ? [{ part: 'tags', label: m.map_tag(), options: tags } as const] : []),
		{ part: 'situations', label: m.insp_situation(), options: situations() },
		{ part: 'levels', label: m.map_level(), options: levels() },
		{ part: 'triggers', label: m.map_trigger(), options: triggerTypes() },
		{ part: 'evidence', label: m.map_evidence_filter(), options: evidence },
	];
}

/** Every value of a filter with its name. */
export function chosenOf(filter: Filter, choices: readonly PartChoices[]) {
	const parts: FilterPart[] = ['tags', 'situations', 'levels', 'triggers', 'evidence'];
	return parts.flatMap((part) => {
		const options = choices.find((each) => each.part === part)?.options ?? [];
		const of = choices.find((each) => each.part === part)?.label ?? m.map_tag();
		return filter[part].map((value) => ({
			part,
			value,
			of,
			label: options.find((option) => option.value === value)?.label ?? value,
		}));
	});
}
