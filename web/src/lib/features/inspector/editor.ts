/** Edits of the inspector: one property of one thing, with words for undo. */
import type { Card, Journey, LText } from '$lib/api';
import type { MapState } from '$lib/features/map/state.svelte';
import { m } from '$lib/i18n';
import { newId, scoreId, type Op } from '$lib/ops';

/** Sets one property; undefined takes it away. Quick edits of the same property become one undo step. */
export function setProp(map: MapState, id: string, key: string, value: unknown, what: string): void {
	map.edit([{ op: 'set', id, key, value: value ?? null }], m.insp_did({ what }), `${id}:${key}`);
}

/** Sets a text in the language of the screen. */
export function setText(map: MapState, id: string, key: string, text: string, what: string): void {
	map.edit([{ op: 'set', id, key: `${key}.${map.lang}`, value: text || null }], m.insp_did({ what }));
}

/** The same text with other words in the language of the screen, for lists that are one value. */
export function reworded(map: MapState, before: LText | undefined, text: string): LText {
	return { ...before, [map.lang]: text };
}

/** What a card rests on. */
export function setEvidence(map: MapState, card: Card, ids: readonly string[]): void {
	map.edit([{ op: 'set', id: card.id, key: 'evidenceIds', value: [...ids] }], m.insp_did_evidence());
}

/** Adds an effect of one moment on another; the document allows one per pair. */
export function addLink(
	map: MapState,
	fromCardId: string,
	toCardId: string,
	direction: string,
	strength: number,
): boolean {
	const props = { kind: 'influences', fromCardId, toCardId, direction, strength };
	return map.edit([{ op: 'insert', id: newId(), type: 'link', props }], m.insp_did_link_add());
}

/** Moments and decisions that this one can work on: not itself, and not one it already works on. */
export function linkTargets(journey: Journey, card: Card): Card[] {
	const taken = new Set(
		journey.links.filter((l) => l.kind === 'influences' && l.fromCardId === card.id).map((l) => l.toCardId),
	);
	const types = ['touchpoint', 'decision'];
	return journey.cards.filter((c) => types.includes(c.type) && c.id !== card.id && !taken.has(c.id));
}

/** Gives a score for a member. A first score makes it; reason and status keep what they were. */
export function setScore(
	map: MapState,
	stageId: string,
	dimension: 'relevance' | 'presence',
	scorerId: string,
	key: string,
	value: unknown,
): void {
	const id = scoreId(stageId, dimension, scorerId);
	const who = map.workspace.members.find((member) => member.id === scorerId)?.name ?? '';
	const ops: Op[] = [{ op: 'set', id, key, value: value ?? null }];
	map.edit(ops, m.insp_did_score({ who }), `${id}:${key}`);
}
