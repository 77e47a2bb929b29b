// What the start page does to whole journeys and workspaces. Everything can be taken back from its message, but
// deleting for good.
import { ApiError, type BinEntry, type JourneySummary, type NewWorkspace } from '$lib/api';
import { format, m, text, type LText } from '$lib/i18n';
import { newId } from '$lib/ops';
import { prefs, toasts } from '$lib/state';
import type { Home } from './home.svelte';
import { dayOf, nextReview } from './review';
import { plainTitle } from './words';

/** Property → value; null empties it. */
export type Changes = Record<string, string | null>;

/** Does something; a failure becomes a message. False when it went wrong. */
async function attempt(act: () => Promise<void>): Promise<boolean> {
	try {
		await act();
		return true;
	} catch (cause) {
		if (!(cause instanceof ApiError)) throw cause;
		toasts.show(m.home_failed(), { tone: 'bad' });
		return false;
	}
}

const titled = (title: LText) => ({ title: plainTitle(text(title, prefs.lang)) });

/** Says what was done, with a button that takes it back. Earlier offers go: they may not hold any more. */
function offer(words: string, back: () => Promise<unknown>) {
	for (const toast of toasts.list) if (toast.action) toasts.dismiss(toast.id);
	toasts.show(words, { action: { label: m.undo(), run: () => void back() } });
}

/** What lies in the bin of the open workspace, and the workspaces in theirs. */
export interface Bins {
	journeys: readonly BinEntry[];
	workspaces: readonly BinEntry[];
}

export class Acts {
	readonly #home: Home;

	constructor(home: Home) {
		this.#home = home;
	}

	/** Changes properties of a journey and says so. */
	async change(journey: JourneySummary, changes: Changes, words?: string): Promise<boolean> {
		const before = Object.fromEntries(Object.keys(changes).map((key) => [key, valueOf(journey, key)]));
		const done = await attempt(() => this.#set(journey.id, changes));
		if (done)
			offer(words ?? m.home_changed(titled(journey.title)), () =>
				attempt(() => this.#set(journey.id, before)),
			);
		return done;
	}

	archive(journey: JourneySummary): Promise<boolean> {
		return this.change(journey, { status: 'archived' }, m.home_archived(titled(journey.title)));
	}

	bringBack(journey: JourneySummary): Promise<boolean> {
		const status = journey.known + journey.guess > 0 ? 'in_progress' : 'draft';
		return this.change(journey, { status }, m.home_brought_back(titled(journey.title)));
	}

	/** Somebody has looked at the journey again: the next time follows from its rhythm. */
	reviewed(journey: JourneySummary): Promise<boolean> {
		const next = nextReview(journey.reviewRhythm, dayOf(new Date()));
		const words = next
			? m.home_reviewed_next({ ...titled(journey.title), when: format.date(next, prefs.lang) })
			: m.home_reviewed_once(titled(journey.title));
		return this.change(journey, { reviewAt: next ?? null }, words);
	}

	remove(journey: JourneySummary): Promise<boolean> {
		return attempt(async () => {
			await this.#home.api.remove({ kind: 'journeys', id: journey.id }, this.#home.me);
			await this.#home.refresh();
			offer(m.home_deleted(titled(journey.title)), () =>
				attempt(async () => {
					await this.#home.api.restore(journey.id);
					await this.#home.refresh();
				}),
			);
		});
	}

	/** Deletes the open workspace and opens another. */
	removeWorkspace(id: string, name: string): Promise<boolean> {
		return attempt(async () => {
			await this.#home.api.remove({ kind: 'workspaces', id }, this.#home.me);
			await this.#home.load();
			offer(m.home_deleted({ title: name }), () =>
				attempt(async () => {
					await this.#home.api.restore(id);
					await this.#home.reopen(id);
				}),
			);
		});
	}

	createWorkspace(workspace: NewWorkspace): Promise<boolean> {
		return attempt(async () => this.#home.reopen((await this.#home.api.createWorkspace(workspace)).id));
	}

	/** Reads what is in the bin; undefined when that went wrong. */
	async bins(): Promise<Bins | undefined> {
		let read: Bins | undefined;
		await attempt(async () => {
			const { api, store } = this.#home;
			const [journeys, workspaces] = await Promise.all([api.bin(store?.workspace?.id), api.bin()]);
			read = { journeys: journeys.entries, workspaces: workspaces.entries };
		});
		return read;
	}

	/** Takes something out of the bin. */
	restore(entry: BinEntry): Promise<boolean> {
		return attempt(async () => {
			await this.#home.api.restore(entry.id);
			await this.#home.relist();
			toasts.show(m.home_restored(titled(entry.title)));
		});
	}

	purge(entry: BinEntry): Promise<boolean> {
		return attempt(async () => {
			await this.#home.api.purge(entry.id);
			toasts.show(m.home_purged(titled(entry.title)));
		});
	}

	async #set(id: string, changes: Changes): Promise<void> {
		const ops = Object.entries(changes).map(([key, value]) => ({ op: 'set' as const, id, key, value }));
		const tx = { client: newId(), n: 1, base: 0, ops };
		const { results } = await this.#home.api.send({ kind: 'journeys', id }, tx);
		const refused = results.find(({ applied }) => !applied);
		await this.#home.refresh();
		if (refused) throw new ApiError('invalid', refused.reason ?? '');
	}
}

/** What a property of a journey is now, by its key: `status`, `title.nl`. */
function valueOf(journey: JourneySummary, key: string): string | null {
	const [name = '', lang] = key.split('.');
	const value = journey[name as keyof JourneySummary];
	const part = lang ? (value as Record<string, string>)[lang] : value;
	return typeof part === 'string' ? part : null;
}
