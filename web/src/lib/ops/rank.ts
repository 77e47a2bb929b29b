// Ranks: in a row or cell the things stand 1, 2, 3 … without holes.
import type { Entity } from './schema';

const orderOf = (entity: Entity): number => (typeof entity.order === 'number' ? entity.order : Infinity);

/** Things that stand together, by their `order`; without one they keep their place. */
export function inOrder(list: readonly Entity[]): Entity[] {
	return [...list].sort((a, b) => (orderOf(a) === orderOf(b) ? 0 : orderOf(a) - orderOf(b)));
}

/**
 * Puts `entity` among its ordered siblings at a rank that counts only what is shown
 * (1 = first; missing or too large = last). Returns all siblings in their new order.
 */
export function place(
	siblings: readonly Entity[],
	entity: Entity,
	rank: number | undefined,
	shown: (entity: Entity) => boolean,
): Entity[] {
	const result = [...siblings];
	const wanted = rank !== undefined && rank >= 1 ? rank : Infinity;
	let seen = 0;
	const at = result.findIndex((sibling) => shown(sibling) && ++seen === wanted);
	result.splice(at < 0 ? result.length : at, 0, entity);
	return result;
}

/** The siblings with order 1 … n; those whose order already fits stay the same object. */
export function renumber(siblings: readonly Entity[]): Entity[] {
	return siblings.map((entity, i) => (entity.order === i + 1 ? entity : { ...entity, order: i + 1 }));
}
