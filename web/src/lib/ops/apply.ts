// Applies ops to a document. The original is never changed; what stays is shared. Every op that was applied
// has its inverse; the inverses, run in the order given, lead back to the document as it was.
import { find, idsOf, listOf, siblingsOf, visibility, type Doc, type Found } from './doc';
import { fromProps, getPath, pathParts, setPath } from './path';
import { inOrder, place, renumber } from './rank';
import { derivedLanes, type Entity, type Kind, type Schema } from './schema';
import { applied, refused, type Op, type OpCode, type OpResult, type Pos } from './types';

export interface Outcome<T extends { id: string }> {
	doc: Doc<T>;
	/** Ops that take the applied ones back, last first. */
	inverse: Op[];
	/** One per op, in order. */
	results: OpResult[];
}

interface Step<T extends { id: string }> {
	doc: Doc<T>;
	inverse: Op[];
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
		inverse.unshift(...step.inverse);
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

const no = <T extends { id: string }>(doc: Doc<T>, code: OpCode): Step<T> => ({
	doc,
	inverse: [],
	result: refused(code),
});

function yes<T extends { id: string }>(doc: Doc<T>, ...inverse: Op[]): Step<T> {
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

type SetOp = Op & { op: 'set' };

function applySet<T extends { id: string }>(schema: Schema, doc: Doc<T>, op: SetOp): Step<T> {
	const parts = pathParts(op.key);
	if (!parts) return no(doc, 'unknown_key');
	if (op.id === doc.all.id) return setRoot(schema, doc, op, parts);
	const found = find(schema, doc, op.id);
	if (!found) return setMissing(schema, doc, op, parts);
	const { kind, entity } = found;
	if (kind.fixed.includes(parts[0]!) || kind.once.includes(parts[0]!)) return no(doc, 'fixed_key');
	if (kind.type === 'card' && op.key === 'evidenceStatus') return setDerived(doc, entity, op);
	const changed = setPath(entity, parts, op.value);
	if (!changed) return no(doc, 'invalid_value');
	const next = replace(doc, found, changed);
	const back: Op = { ...op, value: getPath(entity, parts) ?? null };
	if (!kind.composite || !doc.deleted.has(op.id)) return yes(next, back);
	// What is made by setting is made again by setting.
	const revived = withDeleted(next, (ids) => ids.delete(op.id));
	return yes(revived, back, { op: 'delete', id: op.id });
}

/** Known or guessed follows from the evidence; saying what is so already is no error. */
function setDerived<T extends { id: string }>(doc: Doc<T>, card: Entity, op: SetOp): Step<T> {
	if (op.value === card.evidenceStatus) return yes(doc);
	return no(doc, op.value === 'known' ? 'needs_evidence' : 'has_evidence');
}

function setRoot<T extends { id: string }>(schema: Schema, doc: Doc<T>, op: SetOp, parts: string[]): Step<T> {
	const fixed = ['id', 'counterpartId', ...schema.kinds.map((kind) => kind.list)];
	if (fixed.includes(parts[0]!)) return no(doc, 'fixed_key');
	const changed = setPath(doc.all, parts, op.value);
	if (!changed) return no(doc, 'invalid_value');
	return yes({ ...doc, all: changed }, { ...op, value: getPath(doc.all, parts) ?? null });
}

/** `set` makes what has a composite id, such as a score, when it is missing. */
function setMissing<T extends { id: string }>(
	schema: Schema,
	doc: Doc<T>,
	op: SetOp,
	parts: string[],
): Step<T> {
	const [type, ...rest] = op.id.split(':');
	const kind = schema.kinds.find((candidate) => candidate.type === type && candidate.composite);
	const named = kind?.composite?.make(rest);
	if (!kind || !named) return no(doc, 'unknown_id');
	if (kind.fixed.includes(parts[0]!) || kind.once.includes(parts[0]!)) return no(doc, 'fixed_key');
	const shown = visibility(schema, doc);
	for (const key of kind.within) {
		const target = named[key] === undefined ? undefined : find(schema, doc, named[key] as string);
		if (named[key] !== undefined && !(target && shown(target.entity))) return no(doc, 'unknown_id');
	}
	const entity = setPath({ ...kind.fresh(), ...named }, parts, op.value);
	const list = [...listOf(doc, kind), entity ?? {}];
	if (!entity || idsOf(kind, list).at(-1) !== op.id) return no(doc, 'invalid_value');
	return yes(withList(doc, kind, list), { op: 'delete', id: op.id });
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
	if (!kind) return no(doc, 'unknown_type');
	if (op.id === doc.all.id || find(schema, doc, op.id)) return no(doc, 'id_taken');
	const props = fromProps(op.props ?? {});
	if (!props) return no(doc, 'unknown_key');
	if (kind.fixed.some((key) => key !== 'id' && Object.hasOwn(props, key))) return no(doc, 'fixed_key');
	const entity: Entity = { ...kind.fresh(), ...props, id: op.id };
	if (kind.type === 'card') entity.evidenceStatus = kind.fresh().evidenceStatus;
	if (kind.type === 'lane') entity.derived = derivedLanes.has(entity.type);
	if (kind.inCell) {
		entity.stageId = op.pos?.stageId;
		entity.laneId = op.pos?.laneId;
		const trouble = cellTrouble(schema, doc, entity);
		if (trouble) return no(doc, trouble);
	}
	const list = [...listOf(doc, kind), entity];
	return yes(arrange(schema, doc, kind, list, entity, op.pos), { op: 'delete', id: op.id });
}

/** A card needs a stage and a lane that are shown, and the lane must be one that holds cards. */
function cellTrouble(schema: Schema, doc: Doc<{ id: string }>, card: Entity): OpCode | undefined {
	const shown = visibility(schema, doc);
	const stage = find(schema, doc, String(card.stageId));
	const lane = find(schema, doc, String(card.laneId));
	if (stage?.kind.type !== 'stage' || !shown(stage.entity)) return 'place_gone';
	if (lane?.kind.type !== 'lane' || !shown(lane.entity)) return 'place_gone';
	return lane.entity.derived === true ? 'derived_lane' : undefined;
}

function applyMove<T extends { id: string }>(schema: Schema, doc: Doc<T>, op: Op & { op: 'move' }): Step<T> {
	if (op.id === doc.all.id) return no(doc, 'fixed_key');
	const found = find(schema, doc, op.id);
	if (!found) return no(doc, 'unknown_id');
	const { kind, entity, index } = found;
	if (kind.composite?.numbered) return no(doc, 'fixed_key');
	const back: Op = { op: 'move', id: op.id, pos: positionOf(schema, doc, found) };
	const moved: Entity = { ...entity };
	if (kind.inCell) {
		moved.stageId = op.pos.stageId ?? entity.stageId;
		moved.laneId = op.pos.laneId ?? entity.laneId;
		const trouble = cellTrouble(schema, doc, moved);
		if (trouble) return no(doc, trouble);
	}
	const list = [...listOf(doc, kind)];
	list[index] = moved;
	return yes(arrange(schema, doc, kind, list, moved, op.pos, entity), back);
}

/** Where a thing stands now, as a position that `move` takes. */
export function positionOf(schema: Schema, doc: Doc<{ id: string }>, found: Found): Pos {
	const { kind, entity } = found;
	const siblings = inOrder(siblingsOf(kind, listOf(doc, kind), entity));
	const order = siblings.slice(0, siblings.indexOf(entity)).filter(visibility(schema, doc)).length + 1;
	if (!kind.inCell) return { order };
	return { stageId: String(entity.stageId), laneId: String(entity.laneId), order };
}

/**
 * The document with `entity` (already in `list`) at its rank, and its row or cell numbered 1 … n; also the cell
 * that it left, where it stood as `before`.
 */
function arrange<T extends { id: string }>(
	schema: Schema,
	doc: Doc<T>,
	kind: Kind,
	list: Entity[],
	entity: Entity,
	pos: Pos | undefined,
	before = entity,
): Doc<T> {
	const shown = visibility(schema, doc);
	const rest = list.filter((each) => each !== entity);
	if (!kind.inCell) {
		const ordered = place(inOrder(rest), entity, pos?.order, shown);
		return withList(doc, kind, kind.ranked ? renumber(ordered) : ordered);
	}
	const left = inOrder(siblingsOf(kind, rest, before));
	const joined = place(inOrder(siblingsOf(kind, rest, entity)), entity, pos?.order, shown);
	// When it stays in its cell both are that cell, and the later word counts.
	const numbered = new Map([...renumber(left), ...renumber(joined)].map((each) => [each.id, each]));
	return withList(
		doc,
		kind,
		list.map((each) => numbered.get(each.id) ?? each),
	);
}

function applyDelete<T extends { id: string }>(schema: Schema, doc: Doc<T>, id: string): Step<T> {
	if (id === doc.all.id) return no(doc, 'fixed_key');
	const found = find(schema, doc, id);
	if (!found) return no(doc, 'unknown_id');
	if (doc.deleted.has(id)) return no(doc, 'already_deleted');
	const shown = visibility(schema, doc);
	if (found.kind.type === 'stage' && listOf(doc, found.kind).filter(shown).length === 1)
		return no(doc, 'last_stage');
	const next = withDeleted(doc, (ids) => ids.add(id));
	return yes(next, { op: 'restore', id });
}

function applyRestore<T extends { id: string }>(schema: Schema, doc: Doc<T>, id: string): Step<T> {
	if (!find(schema, doc, id)) return no(doc, 'unknown_id');
	if (!doc.deleted.has(id)) return no(doc, 'not_deleted');
	const next = withDeleted(doc, (ids) => ids.delete(id));
	return yes(next, { op: 'delete', id });
}
