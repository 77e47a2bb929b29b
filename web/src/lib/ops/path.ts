// Reading and changing a property by its dotted path, without touching the original and without
// trusting the path: only own properties count, and no path reaches a prototype.

type Plain = Record<string, unknown>;

const forbidden = new Set(['__proto__', 'prototype', 'constructor']);

/** The parts of a path, or undefined when it is empty or reaches for a prototype. */
export function pathParts(key: string): string[] | undefined {
	const parts = key.split('.');
	return parts.some((part) => part === '' || forbidden.has(part)) ? undefined : parts;
}

function isPlain(value: unknown): value is Plain {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path; undefined when any part is missing. */
export function getPath(target: object, parts: readonly string[]): unknown {
	let value: unknown = target;
	for (const part of parts) {
		if (!isPlain(value) || !Object.hasOwn(value, part)) return undefined;
		value = value[part];
	}
	return value;
}

/**
 * A copy of `target` with `value` at the path; undefined and null take the property away, and with it
 * objects that become empty. Undefined when the path leads through something that is not an object.
 */
export function setPath<T extends object>(
	target: T,
	parts: readonly string[],
	value: unknown,
): T | undefined {
	const [part, ...rest] = parts as [string, ...string[]];
	const source = target as Plain;
	const copy: Plain = { ...source };
	if (rest.length === 0) {
		if (value === undefined || value === null) delete copy[part];
		else copy[part] = value;
		return copy as T;
	}
	const inner = Object.hasOwn(source, part) ? source[part] : undefined;
	if (inner !== undefined && inner !== null && !isPlain(inner)) return undefined;
	const changed = setPath((inner ?? {}) as Plain, rest, value);
	if (changed === undefined) return undefined;
	if (Object.keys(changed).length === 0) delete copy[part];
	else copy[part] = changed;
	return copy as T;
}

/** An object from props whose keys may be dotted or whose values may be nested; undefined when a key is unfit. */
export function fromProps(props: Plain): Plain | undefined {
	let object: Plain | undefined = {};
	for (const [key, value] of Object.entries(props)) {
		const parts = pathParts(key);
		object = parts && setPath(object, parts, structuredClone(value));
		if (!object) return undefined;
	}
	return object;
}
