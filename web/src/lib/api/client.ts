// The API client: typed calls, one error class. Everything the browser asks the server goes through here.
// Paths, bodies and answers are checked against schema.d.ts.
import createClient from 'openapi-fetch';
import type { LText } from '$lib/i18n/text';
import type { Transaction } from '$lib/ops';
import { ApiError, type ErrorCode } from './error';
import type { components, paths } from './schema';
import type {
	Bin,
	Figures,
	Found,
	JourneyAnswer,
	NewWorkspace,
	Session,
	StageSetId,
	StageSetPlan,
	TableAnswer,
	TableMapping,
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
	/** A journey like this one in the same workspace: with everything, or stages, lanes and questions alone. */
	copyJourney(id: string, title: LText, structureOnly: boolean): Promise<{ id: string }>;
	/** What changing to another set of stages would do; its ops are sent as one transaction. */
	stageSetPlan(id: string, set: StageSetId): Promise<StageSetPlan>;
	createWorkspace(workspace: NewWorkspace): Promise<{ id: string }>;
	/** The example journey: where it is, or a copy that is made in this workspace. */
	openExample(workspaceId: string): Promise<{ id: string }>;
	/** Puts a document into the bin; `by` is the member who does it. */
	remove(doc: DocumentRef, by?: string): Promise<void>;
	/** What is in the bin: journeys of a workspace, or workspaces when none is named. */
	bin(workspaceId?: string): Promise<Bin>;
	/** Takes a document out of the bin. */
	restore(id: string): Promise<void>;
	/** Deletes what is in the bin for good. */
	purge(id: string): Promise<void>;
	/** Looks through the workspace and its journeys; `lang` decides among equals. */
	search(workspaceId: string, query: string, lang: 'nl' | 'en'): Promise<Found>;
	/** How a table of figures can be read. Nothing is kept. */
	readTable(file: Blob): Promise<TableAnswer>;
	/** The figures of a table, and what could not be read. Nothing is kept. */
	readMeasures(file: Blob, locale: 'nl' | 'en', mapping: TableMapping): Promise<Figures>;
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
		copyJourney: (id, title, structureOnly) =>
			answer(http.POST('/api/v1/journeys/{id}/copies', { ...at(id), body: { title, structureOnly } })),
		stageSetPlan: (id, set) =>
			answer(
				http.GET('/api/v1/journeys/{id}/stage-sets/{set}', { params: { path: { id, set } } }),
			) as Promise<StageSetPlan>,
		createWorkspace: (workspace) => answer(http.POST('/api/v1/workspaces', { body: workspace })),
		openExample: (workspaceId) => answer(http.POST('/api/v1/workspaces/{id}/example', at(workspaceId))),
		remove: ({ kind, id }, by) =>
			done(http.DELETE(`/api/v1/${kind}/{id}`, { params: { path: { id }, query: { by } } })),
		bin: (workspaceId) =>
			answer(
				workspaceId === undefined
					? http.GET('/api/v1/bin')
					: http.GET('/api/v1/workspaces/{id}/bin', at(workspaceId)),
			),
		restore: (id) => done(http.POST('/api/v1/bin/{id}/restore', at(id))),
		purge: (id) => done(http.DELETE('/api/v1/bin/{id}', at(id))),
		search: (id, q, lang) =>
			answer(http.GET('/api/v1/workspaces/{id}/search', { params: { path: { id }, query: { q, lang } } })),
		readTable: (file) => answer(http.POST('/api/v1/tables', table(file))),
		readMeasures: (file, locale, mapping) => {
			const params = { query: { locale, columns: JSON.stringify(mapping) } };
			return answer(http.POST('/api/v1/tables/measures', { ...table(file), params }));
		},
		send: ({ kind, id }, tx) => {
			const call = http.POST(`/api/v1/${kind}/{id}/transactions`, { ...at(id), body: tx });
			return answer(call) as Promise<TransactionAnswer>;
		},
	};
}

/** The bytes of a table as they are: the server finds out how they are written. */
function table(file: Blob) {
	return {
		body: file as unknown as string,
		bodySerializer: () => file,
		headers: { 'Content-Type': 'text/csv' },
	};
}

type ErrorBody = components['schemas']['ErrorBody'];

type Call<T> = Promise<{ data?: T; error?: unknown; response: Response }>;

/** What came back, or the one error. */
async function answer<T>(call: Call<T>): Promise<T> {
	const { data, error, response } = await settled(call);
	if (response.ok && data !== undefined) return data;
	throw failure(response.status, error);
}

/** Nothing comes back when it went well; otherwise the one error. */
async function done(call: Call<unknown>): Promise<void> {
	const { error, response } = await settled(call);
	if (!response.ok) throw failure(response.status, error);
}

function settled<T>(call: Call<T>): Call<T> {
	return call.catch((cause: unknown) => {
		// Fetch fails with a TypeError when nobody answers; a SyntaxError is an answer that is not ours.
		if (cause instanceof SyntaxError) throw new ApiError('internal', 'The answer cannot be read.');
		throw new ApiError('offline', 'The server does not answer.');
	});
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
export function failure(status: number, body: unknown): ApiError {
	const error = (body as Partial<ErrorBody> | undefined)?.error;
	if (error?.code) return new ApiError(error.code, error.message, error);
	return new ApiError(byStatus[status] ?? 'internal', `The server answered ${status}.`);
}

/** The client of this page. */
export const api = createApi();
