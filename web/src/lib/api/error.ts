// The one error of the API client. `code` decides what a screen does; `message` is a sentence of the server.

import type { components } from './schema';

/** The server's codes, and `offline`: no answer came, which only the client can tell. */
export type ErrorCode = components['schemas']['ErrorDetail']['code'] | 'offline';

/** Worth trying again later with the same bytes. */
const passing: ReadonlySet<ErrorCode> = new Set(['offline', 'unavailable', 'rate_limited', 'internal']);

export class ApiError extends Error {
	readonly code: ErrorCode;
	/** Path of the field that is wrong, such as `ops[0].key`. */
	readonly field?: string;
	/** With `gap`: the last number the server has of this client. */
	readonly last?: number;

	constructor(code: ErrorCode, message: string, more: { field?: string; last?: number } = {}) {
		super(message);
		this.name = 'ApiError';
		this.code = code;
		this.field = more.field;
		this.last = more.last;
	}

	/** Worth trying again later with the same bytes. */
	get passing(): boolean {
		return passing.has(this.code);
	}
}
