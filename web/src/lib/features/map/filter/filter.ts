/** What of a journey is shown: the filter, what it lets through, and how it is written in the address. Pure. */
import type { Card, Journey, Stage } from '$lib/api';

export type Situation = NonNullable<Stage['situation']>;
export type Level = NonNullable<Card['experienceLevel']>;
export type Trigger = NonNullable<Card['triggerType']>;
export type Evidence = Card['evidenceStatus'];

export const SITUATIONS: readonly Situation[] = ['become', 'be', 'stay'];
export const LEVELS: readonly Level[] = ['prospect', 'first_time', 'new', 'existing', 'lapsed'];
export const TRIGGERS: readonly Trigger[] = ['situation', 'event', 'marketing'];
const EVIDENCE: readonly Evidence[] = ['known', 'guess'];

/** Within one list any value will do; every list that has values must agree. */
export interface Filter {
	readonly tags: readonly string[];
	readonly situations: readonly Situation[];
	readonly levels: readonly Level[];
	readonly triggers: readonly Trigger[];
	readonly evidence: readonly Evidence[];
}

/** The parts of a filter with the names they have in an address. */
const NAMES = {
	tags: 'tag',
	situations: 'situation',
	levels: 'level',
	triggers: 'trigger',
	evidence: 'evidence',
} as const;

export type FilterPart = keyof typeof NAMES;
const PARTS = Object.keys(NAMES) as FilterPart[];

export const noFilter: Filter = { tags: [], situations: [], levels: [], triggers: [], evidence: [] };

export function isEmpty(filter: Filter): boolean {
	return PARTS.every((part) => filter[part].length === 0);
}

export function sameFilter(a: Filter, b: Filter): boolean {
	return PARTS.every(
		(part) =>
			a[part].length === b[part].length &&
			a[part].every((value) => (b[part] as readonly string[]).includes(value)),
	);
}

/** The filter with one value more, or without it when it had it. */
export function toggled(filter: Filter, part: FilterPart, value: string): Filter {
	const values: readonly string[] = filter[part];
	const next = values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
	return { ...filter, [part]: next };
}

const allows = (values: readonly string[], value: string | undefined) =>
	values.length === 0 || (value !== undefined && values.includes(value));

/** A filter on situations leaves whole stages out, and with them the actions that are planned there. */
export function stageMatches(filter: Filter, stage: Pick<Stage, 'situation'>): boolean {
	return allows(filter.situations, stage.situation);
}

/** Whether a card passes, apart from its stage. */
export function cardMatches(filter: Filter, card: Card): boolean {
	return (
		(filter.tags.length === 0 || (card.tags?.some((tag) => filter.tags.includes(tag)) ?? false)) &&
		allows(filter.levels, card.experienceLevel) &&
		allows(filter.triggers, card.triggerType) &&
		allows(filter.evidence, card.evidenceStatus)
	);
}

/** The cards that are shown. Without a filter the very same list. */
export function cardsThrough(filter: Filter, journey: Journey): readonly Card[] {
	if (isEmpty(filter)) return journey.cards;
	const stages = new Set(journey.stages.filter((s) => stageMatches(filter, s)).map((s) => s.id));
	return journey.cards.filter((card) => stages.has(card.stageId) && cardMatches(filter, card));
}

/** All tags of a journey, the most used first. */
export function tagsOf(journey: Journey): string[] {
	const counts = new Map<string, number>();
	for (const card of journey.cards) {
		for (const tag of card.tags ?? []) counts.set(tag, (counts.get(tag) ?? 0) + 1);
	}
	return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([tag]) => tag);
}

/** Values a person may write in an address; tags are free words. */
const ALLOWED: Record<FilterPart, readonly string[] | undefined> = {
	tags: undefined,
	situations: SITUATIONS,
	levels: LEVELS,
	triggers: TRIGGERS,
	evidence: EVIDENCE,
};

/** Reads a filter out of an address; what it does not know it leaves out. */
export function fromAddress(params: URLSearchParams): Filter {
	const read = (part: FilterPart) => {
		const allowed = ALLOWED[part];
		const values = params.getAll(NAMES[part]).filter((v) => v !== '' && (!allowed || allowed.includes(v)));
		return [...new Set(values)];
	};
	return Object.fromEntries(PARTS.map((part) => [part, read(part)])) as unknown as Filter;
}

/** Writes a filter into an address. */
export function toAddress(filter: Filter, params: URLSearchParams): void {
	for (const part of PARTS) {
		params.delete(NAMES[part]);
		for (const value of filter[part]) params.append(NAMES[part], value);
	}
}
