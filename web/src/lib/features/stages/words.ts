/** Sentences about steps between stages, from the message catalogue. */
import type { Computed, Stage, Transition } from '$lib/api';
import { exitName, stageShort } from '$lib/features/map/names';
import { format, m, text, type Lang } from '$lib/i18n';
import { wayId, type WayKind } from './ways';

const kinds: Record<WayKind, () => string> = {
	forward: m.stages_kind_forward,
	back: m.stages_kind_back,
	skip: m.stages_kind_skip,
	repeat: m.stages_kind_repeat,
	exit: m.stages_kind_exit,
};

const goes: Record<WayKind, () => string> = {
	forward: m.stages_goes_forward,
	back: m.stages_goes_back,
	skip: m.stages_goes_skip,
	repeat: m.stages_goes_repeat,
	exit: m.stages_goes_exit,
};

/** "terug", "overslaan", … */
export function kindName(kind: WayKind): string {
	return kinds[kind]();
}

/** What a step needs to be told: the stages with their names, and what the server made of its figures. */
export interface Told {
	stages: readonly Stage[];
	computed: Computed | undefined;
	lang: Lang;
}

/** How many take a step: a share where enough paths were seen, else how often; empty when nobody said. */
export function howMany(way: Transition, { computed, lang }: Told): string {
	const id = wayId(way);
	const found = computed?.transitions?.find((t) => t.id === id);
	const share = found ? found.shownShare : way.count === undefined ? way.share : undefined;
	if (share !== undefined && share !== null) return format.percent(share, lang);
	if (way.count === undefined) return '';
	return way.count === 1
		? m.stages_way_once()
		: m.stages_way_known_count({ n: format.number(way.count, lang) });
}

/** Where a step leads: a stage, or where people go when they leave. */
export function endName(way: Transition, { stages, lang }: Told): string {
	const to = stages.find((s) => s.id === way.toStageId);
	if (to) return stageShort(to, lang);
	return way.exit ? exitName(way.exit) : m.stages_way_out();
}

/** What people do on a step, in their own words when there are any, and how many. */
export function doing(way: Transition, told: Told): string {
	const words = text(way.note, told.lang) || goes[way.kind]();
	return [words, howMany(way, told)].filter(Boolean).join(', ');
}

/** The whole step: "Care → See: neemt een vriendin mee, 12 %". */
export function wayLine(way: Transition, told: Told): string {
	const from = stageShort(
		told.stages.find((s) => s.id === way.fromStageId),
		told.lang,
	);
	return `${from} → ${endName(way, told)}: ${doing(way, told)}`;
}

/** A share with a decimal only where it has one: "15 %", "0,9 %". */
export function shareWords(share: number, lang: Lang): string {
	const tenths = Math.round(share * 1000) / 10;
	return format.percent(share, lang, Number.isInteger(tenths) ? 0 : 1);
}

/** What an audience is of the one it is a part of: "15 % van See", or that it is larger. */
export function partWords(id: string, { stages, computed, lang }: Told): string {
	const found = computed?.audiences.find((a) => a.stageId === id);
	const parent = stages.find((s) => s.id === found?.parentStageId);
	if (!found || !parent) return '';
	const stage = stageShort(parent, lang);
	if (found.bigger) return m.stages_audience_more({ stage });
	return found.share === undefined
		? ''
		: m.stages_audience_share({ share: shareWords(found.share, lang), stage });
}
