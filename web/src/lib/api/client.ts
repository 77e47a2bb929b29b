// The API client: typed calls, one error class. Everything the browser asks the server goes through here.
// Later the paths and shapes come from schema.d.ts (`npm run gen`); callers keep these functions.
import { ApiError, type ErrorCode } from './error';
import type {
	JourneyAnswer,
	Session,
	StageSetId,
	Templates,
	TransactionAnswer,
	WorkspaceAnswer,
} from './types';
import type { LText } from '$lib/i18n/text';
import type { Transaction } from '$lib/ops';

export type Fetch = typeof fetch;

/** Which document a transaction belongs to. */
export type DocumentRef = { kind: 'journeys' | 'workspaces'; id: string };

export interface Api {
	session(): Promise<Session>;
	workspace(id: string): Promise<WorkspaceAnswer>;
	journey(id: string): Promise<JourneyAnswer>;
	templates(): Promise<Templates>;
	createJourney(workspaceId: string, stageSet: StageSetId, title: LText): Promise<{ id: string }>;
	send(doc: DocumentRef, tx: Transaction): Promise<TransactionAnswer>;
}

/** A client over `fetch`; tests give a fake one. */
export function createApi(fetcher: Fetch = (...args) => fetch(...args)): Api {
	const call = <T>(method: 'GET' | 'POST', path: string, body?: unknown) =>
		request<T>(fetcher, method, path, body);
	const at = encodeURIComponent;
	return {
		session: () => call('GET', '/session'),
		workspace: (id) => call('GET', `/workspaces/${at(id)}`),
		journey: (id) => call('GET', `/journeys/${at(id)}`),
		templates: () => call('GET', '/templates'),
		createJourney: (workspaceId, stageSet, title) =>
			call('POST', `/workspaces/${at(workspaceId)}/journeys`, { stageSet, title }),
		send: (doc, tx) => call('POST', `/${doc.kind}/${at(doc.id)}/transactions`, tx),
	};
}

async function request<T>(fetcher: Fetch, method: string, path: string, body?: unknown): Promise<T> {
	let response: Response;
	try {
		response = await fetcher(`/api/v1${path}`, {
			method,
			headers: body === undefined ? undefined : { 'content-type': 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
	} catch {
		throw new ApiError('offline', 'The server does not answer.');
	}
	const answer: unknown = await response.json().catch(() => undefined);
	if (response.ok && answer !== undefined) return answer as T;
	throw failure(response.status, answer);
}

const byStatus: Record<number, ErrorCode> = {
	400: 'invalid',
	401: 'unauthenticated',
	403: 'forbidden',
	404: 'not_found',
	409: 'conflict',
	413: 'too_large',
	429: 'rate_limited',
	// A proxy in front of a server that is down.
	502: 'offline',
	503: 'offline',
	504: 'offline',
};

/** The error in the answer, or one by status when something other than klantreis answered. */
function failure(status: number, answer: unknown): ApiError {
	const error = (answer as { error?: { code?: ErrorCode; message?: string; field?: string; last?: number } })
		?.error;
	if (error?.code) return new ApiError(error.code, error.message ?? '', error);
	return new ApiError(byStatus[status] ?? 'internal', `The server answered ${status}.`);
}

/** The client of this page. */
export const api = createApi();
