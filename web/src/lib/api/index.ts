// The API: `api` (typed calls), `ApiError` (the one error), and the shapes. Import from '$lib/api'.
export { api, createApi, type Api, type DocumentRef, type Fetch } from './client';
export { ApiError, type ErrorCode } from './error';
export type * from './types';
