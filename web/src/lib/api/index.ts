// The API: `api` (typed calls), `sendPicture` (tells how far it is), `ApiError` (the one error), and the shapes. Import from '$lib/api'.
export { api, createApi, type Api, type DocumentRef, type Fetch } from './client';
export { ApiError, type ErrorCode } from './error';
export { pictureUrl, portraitUrl, sendPicture, type Sending } from './pictures';
export type * from './types';
