// The API client: typed calls, one error class. Everything the browser asks the server goes through here.
// Paths, bodies and answers are checked against schema.d.ts.
import createClient from 'openapi-fetch';
import type { LText } from '$lib/i18n/text';
import type { Transaction } from '$lib/ops';
import { ApiError, type ErrorCode } from './error';
import type { components, paths } from './schema';
import type {
	JourneyAnswer,
	Session,
	StageSetId,
	Templates,
	TransactionAnswer,
	WorkspaceAnswer,
} from './types';

export type Fetch = typeof fetch;

/** Which document a transaction belongs to. */
export type DocumentRef = { kind: 'journeys' | 'workspaces'; id: string };

export interface Api {
	session(): Promise<Session>;
	workspace(id: string): Promise<WorkspaceAnswer>;
	journey(id: string): Promise<JourneyAnswer>;
	templates(): Promise<Templates>;
	createJourney(workspaceId: string, stageSet: StageSetId, title: LText): Promise<{ id: string }>;
	/** Puts a journey into the bin of its workspace. */
	deleteJourney(id: string): Promise<void>;
	send(doc: DocumentRef, tx: Transaction): Promise<TransactionAnswer>;
}

/** A client over `fetch`; tests give a fake one. */
export function createApi(fetcher: Fetch = (...args) => fetch(...args)): Api {
	const http = createClient<paths>({
		// A path is always of this site; a base makes it a URL outside a page too.
		baseUrl: globalThis.location?.origin ?? 'http://localhost',
		fetch: (request) => fetcher(request),
	});
	const at = (id: string) => ({ params: { path: { id } } });
	return {
		session: () => answer(http.GET('/api/v1/session')),
		workspace: (id) => answer(http.GET('/api/v1/workspaces/{id}', at(id))),
		// The description is wider than the documents in the kinds of lanes and cards (see types.ts).
		journey: (id) => answer(http.GET('/api/v1/journeys/{id}', at(id))) as Promise<JourneyAnswer>,
		templates: () => answer(http.GET('/api/v1/templates')) as Promise<Templates>,
		createJourney: (workspaceId, stageSet, title) =>
			answer(
				http.POST('/api/v1/workspaces/{id}/journeys', { ...at(workspaceId), body: { stageSet, title } }),
			),
		deleteJourney: (id) => done(http.DELETE('/api/v1/journeys/{id}', at(id))),
		send: ({ kind, id }, tx) => {
			const call = http.POST(`/api/v1/${kind}/{id}/transactions`, { ...at(id), body: tx });
			return answer(call) as Promise<TransactionAnswer>;
		},
	};
}

/** For calls that answer nothing when all went well. */
const done = (call: Promise<{ error?: unknown; response: Response }>): Promise<void> =>
	answer(call.then(({ error, response }) => ({ data: null, error, response }))).then(() => undefined);

type ErrorBody = components['schemas']['ErrorBody'];

/** What came back, or the one error. */
async function answer<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
	const { data, error, response } = await call.catch((cause: unknown) => {
		// Fetch fails with a TypeError when nobody answers; a SyntaxError is an answer that is not ours.
		if (cause instanceof SyntaxError) throw new ApiError('internal', 'The answer cannot be read.');
		throw new ApiError('offline', 'The server does not answer.');
	});
	if (response.ok && data !== undefined) return data;
	throw failure(response.status, error);
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
function failure(status: number, body: unknown): ApiError {
	const error = (body as Partial<ErrorBody> | undefined)?.error;
	if (error?.code) return new ApiError(error.code, error.message, error);
	return new ApiError(byStatus[status] ?? 'internal', `The server answered ${status}.`);
}

/** The client of this page. */
export const api = createApi();
