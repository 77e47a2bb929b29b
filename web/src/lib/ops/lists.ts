// Lists that are one value of a property, such as the criteria of a group: a change gives the whole new list.

/** The list with `item` in place of the one at `index`. */
export function replaced<T>(list: readonly T[] | undefined, index: number, item: T): T[] {
	return (list ?? []).map((each, i) => (i === index ? item : each));
}

/** The list without the one at `index`. */
export function without<T>(list: readonly T[] | undefined, index: number): T[] {
	return (list ?? []).filter((_, i) => i !== index);
}

/** The list with the one at `from` at `to`; a place outside it changes nothing. */
export function moved<T>(list: readonly T[] | undefined, from: number, to: number): T[] {
	const result = [...(list ?? [])];
	if (from < 0 || to < 0 || from >= result.length || to >= result.length) return result;
	result.splice(to, 0, ...result.splice(from, 1));
	return result;
}
