// Ids made by the client: UUIDv7, so that they sort by time of making. Works without a secure context.

export function newId(now = Date.now()): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) & 0xff;
	bytes[6] = (bytes[6]! & 0x0f) | 0x70;
	bytes[8] = (bytes[8]! & 0x3f) | 0x80;
	const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
	return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The address of a score in an op. */
export function scoreId(stageId: string, dimension: 'relevance' | 'presence', scorerId: string): string {
	return `score:${stageId}:${dimension}:${scorerId}`;
}

/** The address of a transition in an op. */
export function transitionId(fromStageId: string, toStageId: string | undefined, kind: string): string {
	return `transition:${fromStageId}:${toStageId ?? 'exit'}:${kind}`;
}
