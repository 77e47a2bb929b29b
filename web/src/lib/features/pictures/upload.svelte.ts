/** One picture on its way to the server. Nothing points to it until it is kept, so stopping leaves nothing half done. */
import { ApiError, sendPicture, type KeptPicture } from '$lib/api';
import { refusedWords, unsendable } from './refusal';

export type UploadState =
	| { kind: 'sending'; share: number }
	| { kind: 'kept'; picture: KeptPicture }
	/** `again`: the same picture may go through later. */
	| { kind: 'failed'; reason: string; again: boolean };

export class Upload {
	readonly #workspaceId: string;
	readonly #send: typeof sendPicture;
	#state = $state.raw<UploadState>({ kind: 'sending', share: 0 });
	#stop = new AbortController();

	constructor(workspaceId: string, send: typeof sendPicture = sendPicture) {
		this.#workspaceId = workspaceId;
		this.#send = send;
	}

	get state(): UploadState {
		return this.#state;
	}

	/** Sends a picture instead of any that is on its way. */
	async start(file: File): Promise<void> {
		this.cancel();
		const { signal } = (this.#stop = new AbortController());
		const reason = unsendable(file);
		this.#state = reason ? { kind: 'failed', reason, again: false } : { kind: 'sending', share: 0 };
		if (reason) return;
		const onprogress = (share: number) => {
			if (!signal.aborted) this.#state = { kind: 'sending', share };
		};
		try {
			const picture = await this.#send(this.#workspaceId, file, { onprogress, signal });
			if (!signal.aborted) this.#state = { kind: 'kept', picture };
		} catch (error) {
			const again = error instanceof ApiError && error.passing;
			if (!signal.aborted) this.#state = { kind: 'failed', reason: refusedWords(error, file), again };
		}
	}

	cancel(): void {
		this.#stop.abort();
	}
}
