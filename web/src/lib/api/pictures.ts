// Pictures: where one is, and sending one. Sending goes by XMLHttpRequest, because fetch does not tell how far it is.
import { failure } from './client';
import { ApiError } from './error';
import type { Image, KeptPicture } from './types';

export interface Sending {
	/** How much has gone out, 0 … 1. */
	onprogress?: (share: number) => void;
	/** Stops the sending; the promise then fails with an AbortError. */
	signal?: AbortSignal;
}

const filesOf = (workspaceId: string) => `/api/v1/workspaces/${encodeURIComponent(workspaceId)}/files`;

/** Where the picture is; what an id names never changes. */
export function pictureUrl(workspaceId: string, fileId: string): string {
	return `${filesOf(workspaceId)}/${encodeURIComponent(fileId)}`;
}

/** Where the picture of a persona is, when it has one in place of the drawn portrait. */
export function portraitUrl(workspaceId: string, { picture }: { picture?: Image }): string | undefined {
	return picture && pictureUrl(workspaceId, picture.fileId);
}

/** Sends a picture as it is; the server makes it fit to be kept. The same picture twice is kept once. */
export function sendPicture(
	workspaceId: string,
	file: File,
	{ onprogress, signal }: Sending = {},
): Promise<KeptPicture> {
	return new Promise((resolve, reject) => {
		const stopped = () => reject(new DOMException('The sending was stopped.', 'AbortError'));
		if (signal?.aborted) return stopped();
		const request = new XMLHttpRequest();
		request.open('POST', `${filesOf(workspaceId)}?name=${encodeURIComponent(file.name)}`);
		request.responseType = 'json';
		// The server looks at the bytes; a file without a type is still sent as a picture.
		request.setRequestHeader('Content-Type', /^image\//.test(file.type) ? file.type : 'image/*');
		request.upload.onprogress = ({ loaded, total }) => onprogress?.(total > 0 ? loaded / total : 0);
		request.onabort = stopped;
		request.onerror = () => reject(new ApiError('offline', 'The server does not answer.'));
		request.onload = () => {
			const { status, response } = request;
			if (status >= 200 && status < 300 && response) resolve(response as KeptPicture);
			else reject(failure(status, response));
		};
		signal?.addEventListener('abort', () => request.abort());
		request.send(file);
	});
}
