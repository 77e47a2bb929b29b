/** What each answer of the guided start is in ops. Pure: documents and a wish in, ops out. */
import type { Apart, Journey, Scope, ScopeItem, StageSet, Workspace } from '$lib/api';
import type { Lang, LText } from '$lib/i18n';
import { newId, type Op } from '$lib/ops';

export type Situation = NonNullable<Scope['situations']>[number];
export type Level = NonNullable<Scope['experienceLevels']>[number];
export type ListKey = 'inScope' | 'outOfScope';

export const SITUATIONS: readonly Situation[] = ['become', 'be', 'stay'];
export const LEVELS: readonly Level[] = ['prospect', 'first_time', 'new', 'existing', 'lapsed'];
export const ITEM_TYPES: readonly ScopeItem['type'][] = [
	'product',
	'channel',
	'group',
	'region',
	'period',
	'stage',
	'other',
];
/** More statements than this frame nothing any more. */
export const PRINCIPLES_MAX = 7;

export const set = (id: string, key: string, value: unknown): Op => ({ op: 'set', id, key, value });

/** Chosen words in their usual order, with one taken in or out. */
export function toggled<W extends string>(
	chosen: readonly W[] | undefined,
	word: W,
	order: readonly W[],
): W[] {
	const has = new Set(chosen);
	if (!has.delete(word)) has.add(word);
	return order.filter((each) => has.has(each));
}

/** An empty list is no list. */
const orNone = <T>(list: readonly T[]): readonly T[] | null => (list.length ? list : null);

export function setList(journeyId: string, key: string, list: readonly unknown[]): Op[] {
	return [set(journeyId, `scope.${key}`, orNone(list))];
}

/** A line more in one of the two lists of the scope. */
export function addItem(journey: Journey, key: ListKey, text: LText, type: ScopeItem['type']): Op[] {
	return setList(journey.id, key, [...(journey.scope?.[key] ?? []), { text, type }]);
}

export function changeItem(journey: Journey, key: ListKey, index: number, change: Partial<ScopeItem>): Op[] {
	const items = (journey.scope?.[key] ?? []).map((item, i) => (i === index ? { ...item, ...change } : item));
	return setList(journey.id, key, items);
}

export function removeItem(journey: Journey, key: ListKey, index: number): Op[] {
	return setList(
		journey.id,
		key,
		(journey.scope?.[key] ?? []).filter((_, i) => i !== index),
	);
}

/** A text of one language inside a list; an emptied text of the last language takes its line away. */
export function withText(text: LText, lang: Lang, words: string): LText | undefined {
	const next: LText = { ...text, [lang]: words };
	if (!words) delete next[lang];
	return Object.keys(next).length ? next : undefined;
}

/** Whether nothing hangs on the stages yet, so that other stages may stand in their place. */
export function stagesAreBare(journey: Journey): boolean {
	const { cards, opportunities, actions, metrics, scores, transitions } = journey;
	const measured = metrics.filter(
		({ series, target, baseline }) => series?.length || (target ?? baseline) !== undefined,
	);
	return [cards, opportunities, actions, measured, scores, transitions].every((list) => list.length === 0);
}

/** Puts the stages of a set in the place of those there are; the journey never is without a stage. */
export function swapStages(journey: Journey, stageSet: StageSet): Op[] {
	const fresh = stageSet.stages.flatMap(({ audience, measures = [], ...stage }): Op[] => {
		const props = { ...stage, ...(audience ? { audience: { status: 'guess', description: audience } } : {}) };
		const stageId = newId();
		return [
			{ op: 'insert', id: stageId, type: 'stage', props },
			...measures.map((measure): Op => {
				return { op: 'insert', id: newId(), type: 'metric', props: { ...measure, stageId } };
			}),
		];
	});
	return [...fresh, ...journey.stages.map(({ id }): Op => ({ op: 'delete', id }))];
}

/** The scope of this journey without what becomes a journey of its own; one line says where that is. */
export function leaveApart(journey: Journey, apart: Apart, journeyId: string, line: LText): Op[] {
	const scope = journey.scope ?? {};
	const item: ScopeItem = { text: line, type: apart.productIds ? 'product' : 'group', journeyId };
	const ops = [...setList(journey.id, 'outOfScope', [...(scope.outOfScope ?? []), item])];
	if (apart.situation)
		ops.push(
			...setList(
				journey.id,
				'situations',
				(scope.situations ?? []).filter((each) => each !== apart.situation),
			),
		);
	if (apart.experienceLevels)
		ops.push(
			...setList(
				journey.id,
				'experienceLevels',
				(scope.experienceLevels ?? []).filter((each) => !apart.experienceLevels!.includes(each)),
			),
		);
	if (apart.productIds)
		ops.push(
			...setList(
				journey.id,
				'productIds',
				(scope.productIds ?? []).filter((each) => !apart.productIds!.includes(each)),
			),
		);
	if (apart.personaId && apart.personaId === journey.personaId) ops.push(set(journey.id, 'personaId', null));
	if (scope.tooBroad) ops.push(set(journey.id, 'scope.tooBroad', null));
	return ops;
}

/** What the journey of its own begins with. */
export function beginApart(journey: Journey, workspace: Workspace, apart: Apart, id: string): Op[] {
	const groupId = apart.customerGroupId ?? journey.customerGroupId;
	const group = workspace.customerGroups.find((each) => each.id === groupId);
	const wanted: [string, unknown][] = [
		['reason', journey.reason],
		['startsAt', journey.startsAt],
		['endsAt', journey.endsAt],
		['customerGroupId', group?.id],
		['personaId', apart.personaId],
		['scope.situations', apart.situation ? [apart.situation] : journey.scope?.situations],
		[
			'scope.experienceLevels',
			apart.experienceLevels ?? (apart.situation ? undefined : journey.scope?.experienceLevels),
		],
		['scope.productIds', apart.productIds ?? journey.scope?.productIds],
	];
	return wanted.flatMap(([key, value]) => (value === undefined ? [] : [set(id, key, value)]));
}

/** Takes the journey of its own in again: its scope joins ours and its line goes. */
export function joinApart(journey: Journey, other: Pick<Journey, 'id' | 'scope'>): Op[] {
	const scope = journey.scope ?? {};
	const join = <W extends string>(mine: readonly W[] | undefined, theirs: readonly W[] | undefined) => [
		...new Set([...(mine ?? []), ...(theirs ?? [])]),
	];
	const inOrder = <W extends string>(list: readonly W[], order: readonly W[]) =>
		order.filter((word) => list.includes(word));
	return [
		...setList(
			journey.id,
			'outOfScope',
			(scope.outOfScope ?? []).filter((item) => item.journeyId !== other.id),
		),
		...setList(
			journey.id,
			'situations',
			inOrder(join(scope.situations, other.scope?.situations), SITUATIONS),
		),
		...setList(
			journey.id,
			'experienceLevels',
			inOrder(join(scope.experienceLevels, other.scope?.experienceLevels), LEVELS),
		),
		...setList(journey.id, 'productIds', join(scope.productIds, other.scope?.productIds)),
	];
}
