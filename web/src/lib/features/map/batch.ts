/** Edits of very many things: the server takes a transaction only up to a size, so the rest goes in further ones. */
import type { Op } from '$lib/ops';

/** The server takes 256 kB and 2,000 ops; some room is left for what surrounds the ops. */
const BYTES_MAX = 240 * 1024;
const OPS_MAX = 1900;

const utf8 = new TextEncoder();

/** The ops in order, in as few parts as the server takes. What fits in one transaction is one part. */
export function batches(ops: readonly Op[], bytesMax = BYTES_MAX, opsMax = OPS_MAX): Op[][] {
	const parts: Op[][] = [];
	let part: Op[] = [];
	let bytes = 0;
	for (const op of ops) {
		const size = utf8.encode(JSON.stringify(op)).length + 1;
		if (part.length && (bytes + size > bytesMax || part.length === opsMax)) {
			parts.push(part);
			part = [];
			bytes = 0;
		}
		part.push(op);
		bytes += size;
	}
	return part.length ? [...parts, part] : parts;
}
