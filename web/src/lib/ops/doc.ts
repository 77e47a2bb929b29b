// A document as the browser keeps it: everything it knows, also what was deleted (so that restore works),
// and the view of it that the screen shows.
import { inOrder, renumber } from './rank';
import type { Entity, Kind, Schema } from './schema';

/** `T` is Journey or Workspace. Never changed in place: an edit gives a new Doc that shares what stayed. */
export interface Doc<T extends { id: string }> {
	/** With what is deleted; its ranks count deleted things too. */
	readonly all: T;
	/** Ids of what is deleted itself (not of what is hidden with it). */
	readonly deleted: ReadonlySet<string>;
}

/** A document as the server answered it: nothing deleted that we know of. */
export function openDoc<T extends { id: string }>(value: T): Doc<T> {
	return { all: value, deleted: new Set() };
}

/** The list of a kind in a document; missing counts as empty. */
export function listOf(doc: { all: object }, kind: Kind): readonly Entity[] {
	return ((doc.all as Record<string, unknown>)[kind.list] as readonly Entity[] | undefined) ?? [];
}

/** The ids by which ops address the things of a list. */
export function idsOf(kind: Kind, list: readonly Entity[]): string[] {
	const { composite } = kind;
	if (!composite) return list.map((entity) => String(entity.id));
	if (!composite.numbered) return list.map((entity) => composite.id(entity));
	const seen = new Map<string, number>();
	return list.map((entity) => {
		const id = composite.id(entity);
		const number = (seen.get(id) ?? 0) + 1;
		seen.set(id, number);
		return `${id}:${number}`;
	});
}

/** Where an id is found: its kind, its place in the list, and itself. */
export interface Found {
	kind: Kind;
	index: number;
	entity: Entity;
}

export function find(schema: Schema, doc: { all: object }, id: string): Found | undefined {
	for (const kind of schema.kinds) {
		const list = listOf(doc, kind);
		const index = kind.composite
			? idsOf(kind, list).indexOf(id)
			: list.findIndex((entity) => entity.id === id);
		if (index >= 0) return { kind, index, entity: list[index]! };
	}
	return undefined;
}

/** What is shown: not deleted, and nothing it lies in or joins is hidden. */
export type Shown = (entity: Entity) => boolean;

export function visibility(schema: Schema, doc: Doc<{ id: string }>): Shown {
	if (doc.deleted.size === 0) return () => true;
	let shown = visibilities.get(doc);
	if (!shown) visibilities.set(doc, (shown = workOutVisibility(schema, doc)));
	return shown;
}

/** One op asks several times. */
const visibilities = new WeakMap<object, Shown>();

function workOutVisibility(schema: Schema, doc: Doc<{ id: string }>): Shown {
	const goneIds = new Set(doc.deleted);
	const gone = new Set<Entity>();
	for (const kind of schema.kinds) {
		const list = listOf(doc, kind);
		idsOf(kind, list).forEach((id, i) => {
			const entity = list[i]!;
			if (!goneIds.has(id) && !isWithin(kind, entity, goneIds)) return;
			goneIds.add(id);
			gone.add(entity);
		});
	}
	return (entity) => !gone.has(entity);
}

function isWithin(kind: Kind, entity: Entity, gone: ReadonlySet<string>): boolean {
	return kind.within.some((key) => gone.has(entity[key] as string));
}

/** Things whose rank in the view differs from their rank among all; remembered so that views share them. */
const ranked = new WeakMap<Entity, Entity>();

/** Views that were worked out: a document that is confirmed as it was is not drawn again. */
const views = new WeakMap<Doc<{ id: string }>, object>();

/** What the screen shows: without what is hidden, ranks 1 … n, rows in order. The same document gives the same view. */
export function viewOf<T extends { id: string }>(schema: Schema, doc: Doc<T>): T {
	if (doc.deleted.size === 0) return doc.all;
	const view = views.get(doc) ?? withoutHidden(schema, doc);
	views.set(doc, view);
	return view as T;
}

function withoutHidden(schema: Schema, doc: Doc<{ id: string }>): object {
	const shown = visibility(schema, doc);
	const view: Record<string, unknown> = { ...doc.all };
	for (const kind of schema.kinds) {
		if (!(kind.list in doc.all)) continue; // a list that may be missing stays so
		const list = listOf(doc, kind).filter(shown);
		view[kind.list] = kind.ranked ? withRanks(kind, list) : list;
	}
	return view;
}

function withRanks(kind: Kind, list: readonly Entity[]): Entity[] {
	const rank = new Map<Entity, Entity>();
	for (const siblings of groups(kind, list)) {
		const ordered = inOrder(siblings);
		renumber(ordered).forEach((entity, i) => rank.set(ordered[i]!, share(ordered[i]!, entity)));
	}
	return list.map((entity) => rank.get(entity)!);
}

function share(source: Entity, shown: Entity): Entity {
	if (source === shown) return source;
	const before = ranked.get(source);
	if (before && before.order === shown.order) return before;
	ranked.set(source, shown);
	return shown;
}

/** The things of a list by the place they stand in: one group for a row, one per cell for cards. */
function groups(kind: Kind, list: readonly Entity[]): Entity[][] {
	const byCell = new Map<string, Entity[]>();
	for (const entity of list) {
		const key = kind.inCell ? cellOf(entity) : '';
		const group = byCell.get(key);
		if (group) group.push(entity);
		else byCell.set(key, [entity]);
	}
	return [...byCell.values()];
}

/** The things that stand where `entity` stands, with itself when it is in the list. */
export function siblingsOf(kind: Kind, list: readonly Entity[], entity: Entity): readonly Entity[] {
	if (!kind.inCell) return list;
	const { stageId, laneId } = entity;
	return list.filter((each) => each.stageId === stageId && each.laneId === laneId);
}

function cellOf(entity: Entity): string {
	return `${String(entity.stageId)}\n${String(entity.laneId)}`;
}

/**
 * A document as the server just answered it, plus what `before` knew and the answer no longer shows:
 * it was deleted, here or by somebody else, and `restore` can still bring it back.
 */
export function remember<T extends { id: string }>(schema: Schema, fresh: Doc<T>, before: Doc<T>): Doc<T> {
	const missing = missingFrom(schema, fresh, before);
	const ids = new Set(missing.map(({ id }) => id));
	const all: Record<string, unknown> = { ...fresh.all };
	const deleted = new Set<string>();
	for (const { kind, entity, id } of missing) {
		all[kind.list] = [...((all[kind.list] as Entity[] | undefined) ?? []), entity];
		if (before.deleted.has(id) || !isWithin(kind, entity, ids)) deleted.add(id);
	}
	return { all: all as T, deleted };
}

/** Numbered things are left out: their numbers belong to the list they stand in. */
function missingFrom(schema: Schema, fresh: { all: object }, before: { all: object }) {
	return schema.kinds.flatMap((kind) => {
		if (kind.composite?.numbered) return [];
		const there = new Set(idsOf(kind, listOf(fresh, kind)));
		const list = listOf(before, kind);
		return idsOf(kind, list).flatMap((id, i) => (there.has(id) ? [] : [{ kind, id, entity: list[i]! }]));
	});
}
