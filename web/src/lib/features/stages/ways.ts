/**
 * Steps between stages as people really take them: forward, back, skipping, once more, or out. What each is in
 * ops, and the order in which they are told.
 */
import type { LText, Stage, Transition } from '$lib/api';
import { transitionId, type Op } from '$lib/ops';

export type WayKind = Transition['kind'];

/** What a person fills in about a step; nothing in `toStageId` means that people leave. */
export interface Way {
	fromStageId: string;
	toStageId?: string;
	kind: WayKind;
	share?: number;
	count?: number;
	status: Transition['status'];
	note?: LText;
	exit?: string;
}

type Placed = Pick<Stage, 'id' | 'order'>;

/** How ops address a step. */
export function wayId(t: Pick<Transition, 'fromStageId' | 'toStageId' | 'kind'>): string {
	return transitionId(t.fromStageId, t.toStageId || undefined, t.kind);
}

/**
 * What a step between two stages can be, the likeliest first. It follows from where they stand; only a step to an
 * earlier stage may also begin the journey anew, and from the last stage to the first it usually does.
 */
export function kindsOf(stages: readonly Placed[], from: string, to: string | undefined): WayKind[] {
	if (to === undefined) return ['exit'];
	const rank = (id: string) => stages.find((s) => s.id === id)?.order ?? 0;
	const last = Math.max(...stages.map((s) => s.order));
	const way = rank(to) - rank(from);
	if (way === 0) return ['repeat'];
	if (way === 1) return ['forward'];
	if (way > 1) return ['skip'];
	return rank(from) === last && rank(to) === 1 ? ['repeat', 'back'] : ['back', 'repeat'];
}

/** Makes or changes a step. Other stages or another kind make it another step, so the old one goes. */
export function saveWay(before: Transition | undefined, way: Way): Op[] {
	const id = wayId(way);
	const old = before && wayId(before);
	const set = (key: string, value: unknown): Op => ({ op: 'set', id, key, value: value ?? null });
	return [
		...(old && old !== id ? [{ op: 'delete', id: old } as const] : []),
		// The first of these makes it.
		set('status', way.status),
		set('share', way.share),
		set('count', way.count),
		set('note', way.note),
		set('exit', way.toStageId === undefined ? way.exit : undefined),
	];
}

/** By the stage they leave; from one stage the ways onward first and those out last. */
export function inOrder(stages: readonly Placed[], ways: readonly Transition[]): Transition[] {
	const rank = (id: string | undefined) => stages.find((s) => s.id === id)?.order ?? Infinity;
	return [...ways].sort(
		(a, b) =>
			rank(a.fromStageId) - rank(b.fromStageId) || compare(rank(b.toStageId), rank(a.toStageId), a, b),
	);
}

function compare(toB: number, toA: number, a: Transition, b: Transition): number {
	if (a.kind === 'exit' || b.kind === 'exit') return Number(a.kind === 'exit') - Number(b.kind === 'exit');
	return toB - toA;
}
