// The one error of the API client. `code` decides what a screen does; `message` is a sentence of the server.

export type ErrorCode =
	| 'invalid'
	| 'unauthenticated'
	| 'forbidden'
	| 'not_found'
	| 'conflict'
	| 'gap'
	| 'too_large'
	| 'rate_limited'
	| 'internal'
	/** No answer came: the server is gone or the network is. Only the client makes this one. */
	| 'offline';

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
		return this.code === 'offline' || this.code === 'rate_limited' || this.code === 'internal';
	}
}
