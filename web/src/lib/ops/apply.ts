// Applies ops to a document. The original is never changed; what stays is shared. Every op that was applied
// has its inverse; the inverses, run in the order given, lead back to the document as it was.
import { cellOf, find, groups, idOf, listOf, visibility, type Doc, type Found } from './doc';
import { fromProps, getPath, pathParts, setPath } from './path';
import { inOrder, place, renumber } from './rank';
import type { Entity, Kind, Schema } from './schema';
import { applied, refused, type Op, type OpResult, type Pos } from './types';

export interface Outcome<T extends { id: string }> {
	doc: Doc<T>;
	/** Ops that take the applied ones back, last first. */
	inverse: Op[];
	/** One per op, in order. */
	results: OpResult[];
}

interface Step<T extends { id: string }> {
	doc: Doc<T>;
	inverse?: Op;
	result: OpResult;
}

export function applyOps<T extends { id: string }>(
	schema: Schema,
	doc: Doc<T>,
	ops: readonly Op[],
): Outcome<T> {
	const inverse: Op[] = [];
	const results: OpResult[] = [];
	let now = doc;
	for (const op of ops) {
		const step = applyOp(schema, now, op);
		now = step.doc;
		results.push(step.result);
		if (step.inverse) inverse.unshift(step.inverse);
	}
	return { doc: now, inverse, results };
}

function applyOp<T extends { id: string }>(schema: Schema, doc: Doc<T>, op: Op): Step<T> {
	switch (op.op) {
		case 'set':
			return applySet(schema, doc, op);
		case 'insert':
			return applyInsert(schema, doc, op);
		case 'move':
			return applyMove(schema, doc, op);
		case 'delete':
			return applyDelete(schema, doc, op.id);
		case 'restore':
			return applyRestore(schema, doc, op.id);
	}
}

const no = <T extends { id: string }>(doc: Doc<T>, code: Parameters<typeof refused>[0]): Step<T> => ({
	doc,
	result: refused(code),
});

function yes<T extends { id: string }>(doc: Doc<T>, inverse: Op): Step<T> {
	return { doc, inverse, result: applied() };
}

/** The document with another list for one kind. */
function withList<T extends { id: string }>(doc: Doc<T>, kind: Kind, list: readonly Entity[]): Doc<T> {
	return { ...doc, all: { ...doc.all, [kind.list]: list } };
}

function withDeleted<T extends { id: string }>(doc: Doc<T>, change: (ids: Set<string>) => void): Doc<T> {
	const deleted = new Set(doc.deleted);
	change(deleted);
	return { ...doc, deleted };
}

function applySet<T extends { id: string }>(schema: Schema, doc: Doc<T>, op: Op & { op: 'set' }): Step<T> {
	const parts = pathParts(op.key);
	if (!parts) return no(doc, 'invalid');
	if (op.id === doc.all.id) return setRoot(schema, doc, op, parts);
	const found = find(schema, doc, op.id);
	if (!found) return setMissing(schema, doc, op, parts);
	if (found.kind.fixed.includes(parts[0]!)) return no(doc, 'fixed');
	const changed = setPath(found.entity, parts, op.value);
	if (!changed || idOf(found.kind, changed) !== op.id) return no(doc, changed ? 'fixed' : 'invalid');
	const next = replace(doc, found, changed);
	const back: Op = { ...op, value: getPath(found.entity, parts) ?? null };
	// Setting a score again that was deleted shows it again; its inverse hides it.
	if (found.kind.composite && doc.deleted.has(op.id)) {
		return yes(
			withDeleted(next, (ids) => ids.delete(op.id)),
			{ op: 'delete', id: op.id },
		);
	}
	return yes(next, back);
}

function setRoot<T extends { id: string }>(
	schema: Schema,
	doc: Doc<T>,
	op: Op & { op: 'set' },
	parts: string[],
): Step<T> {
	const lists = schema.kinds.map((kind) => kind.list);
	if (parts[0] === 'id' || lists.includes(parts[0]!)) return no(doc, 'fixed');
	const changed = setPath(doc.all, parts, op.value);
	if (!changed) return no(doc, 'invalid');
	return yes({ ...doc, all: changed }, { ...op, value: getPath(doc.all, parts) ?? null });
}

/** `set` makes what has a composite id, such as a score, when it is missing. */
function setMissing<T extends { id: string }>(
	schema: Schema,
	doc: Doc<T>,
	op: Op & { op: 'set' },
	parts: string[],
): Step<T> {
	const [type, ...rest] = op.id.split(':');
	const kind = schema.kinds.find((candidate) => candidate.type === type && candidate.composite);
	const made = kind?.composite?.make(rest);
	if (!kind || !made) return no(doc, 'not_found');
	const shown = visibility(schema, doc);
	const stays = kind.within?.every((key) => {
		const target = made[key] === undefined ? undefined : find(schema, doc, made[key] as string);
		return made[key] === undefined || (target !== undefined && shown(target.kind, target.entity));
	});
	if (stays === false) return no(doc, 'not_found');
	const entity = setPath(made, parts, op.value);
	if (!entity || idOf(kind, entity) !== op.id) return no(doc, 'invalid');
	return yes(withList(doc, kind, [...listOf(doc, kind), entity]), { op: 'delete', id: op.id });
}

function replace<T extends { id: string }>(doc: Doc<T>, found: Found, entity: Entity): Doc<T> {
	const list = [...listOf(doc, found.kind)];
	list[found.index] = entity;
	return withList(doc, found.kind, list);
}

function applyInsert<T extends { id: string }>(
	schema: Schema,
	doc: Doc<T>,
	op: Op & { op: 'insert' },
): Step<T> {
	const kind = schema.kinds.find((candidate) => candidate.type === op.type && !candidate.composite);
	if (!kind || op.id === '') return no(doc, 'invalid');
	if (op.id === doc.all.id || find(schema, doc, op.id)) return no(doc, 'exists');
	const props = fromProps(op.props ?? {});
	if (!props) return no(doc, 'invalid');
	const entity: Entity = { ...props, id: op.id };
	if (kind.order === 'cell') {
		entity.evidenceStatus = 'guess';
		entity.stageId = op.pos?.stageId;
		entity.laneId = op.pos?.laneId;
		if (!cellExists(schema, doc, entity)) return no(doc, 'not_found');
	}
	const list = [...listOf(doc, kind), entity];
	const next =
		kind.order === 'none' ? withList(doc, kind, list) : arrange(schema, doc, kind, list, entity, op.pos);
	return yes(next, { op: 'delete', id: op.id });
}

/** A card needs a stage and a lane that are shown, and the lane must be one that holds cards. */
function cellExists(schema: Schema, doc: Doc<{ id: string }>, card: Entity): boolean {
	const shown = visibility(schema, doc);
	const stage = find(schema, doc, String(card.stageId));
	const lane = find(schema, doc, String(card.laneId));
	if (stage?.kind.type !== 'stage' || lane?.kind.type !== 'lane' || lane.entity.derived === true)
		return false;
	return shown(stage.kind, stage.entity) && shown(lane.kind, lane.entity);
}

function applyMove<T extends { id: string }>(schema: Schema, doc: Doc<T>, op: Op & { op: 'move' }): Step<T> {
	const found = find(schema, doc, op.id);
	if (!found) return no(doc, 'not_found');
	const { kind, entity, index } = found;
	if (kind.order === 'none') return no(doc, 'invalid');
	const back: Op = { op: 'move', id: op.id, pos: positionOf(schema, doc, found) };
	const moved: Entity = { ...entity };
	if (kind.order === 'cell') {
		moved.stageId = op.pos.stageId ?? entity.stageId;
		moved.laneId = op.pos.laneId ?? entity.laneId;
		if (!cellExists(schema, doc, moved)) return no(doc, 'not_found');
	}
	const list = [...listOf(doc, kind)];
	list[index] = moved;
	return yes(arrange(schema, doc, kind, list, moved, op.pos), back);
}

/** Where a thing stands now, as a position that `move` takes. */
export function positionOf(schema: Schema, doc: Doc<{ id: string }>, found: Found): Pos {
	const { kind, entity } = found;
	const shown = visibility(schema, doc);
	const siblings = inOrder(siblingsOf(kind, listOf(doc, kind), entity));
	const order = siblings.slice(0, siblings.indexOf(entity)).filter((each) => shown(kind, each)).length + 1;
	if (kind.order === 'row') return { order };
	return { stageId: String(entity.stageId), laneId: String(entity.laneId), order };
}

function siblingsOf(kind: Kind, list: readonly Entity[], entity: Entity): Entity[] {
	if (kind.order === 'row') return [...list];
	return list.filter((each) => cellOf(each) === cellOf(entity));
}

/** The document with `entity` (already in `list`) at its rank, and every row or cell numbered 1 … n. */
function arrange<T extends { id: string }>(
	schema: Schema,
	doc: Doc<T>,
	kind: Kind,
	list: Entity[],
	entity: Entity,
	pos: Pos | undefined,
): Doc<T> {
	const shown = visibility(schema, withList(doc, kind, list));
	const byId = new Map<unknown, Entity>();
	for (const siblings of groups(kind, list)) {
		let ordered = inOrder(siblings.filter((each) => each !== entity));
		if (siblings.includes(entity)) ordered = place(ordered, entity, pos?.order, (each) => shown(kind, each));
		for (const each of renumber(ordered)) byId.set(each.id, each);
	}
	const numbered = list.map((each) => byId.get(each.id)!);
	return withList(doc, kind, kind.order === 'row' ? inOrder(numbered) : numbered);
}

function applyDelete<T extends { id: string }>(schema: Schema, doc: Doc<T>, id: string): Step<T> {
	const found = find(schema, doc, id);
	if (!found || doc.deleted.has(id)) return no(doc, 'not_found');
	return yes(
		withDeleted(doc, (ids) => ids.add(id)),
		{ op: 'restore', id },
	);
}

function applyRestore<T extends { id: string }>(schema: Schema, doc: Doc<T>, id: string): Step<T> {
	if (!doc.deleted.has(id) || !find(schema, doc, id)) return no(doc, 'not_found');
	return yes(
		withDeleted(doc, (ids) => ids.delete(id)),
		{ op: 'delete', id },
	);
}
