// Every opened document has its own client id. A lock held as long as the page lives tells other pages that the
// edits kept under that id are still being sent, so that only those of pages that are gone are taken over.
import { newId } from '$lib/ops';
import type { Pending, PendingStorage } from './pending';

const lockName = (client: string) => `klantreis.client.${client}`;

/** Locks exist in secure contexts only (https, localhost). Without them every kept edit is taken over; sending one
 *  twice is harmless, because the server answers a repeated number with the stored result. */
const locks = (): LockManager | undefined => globalThis.navigator?.locks;

/** A new client id, marked as in use until `release`. */
export async function claimClient(): Promise<{ client: string; release: () => void }> {
	const client = newId();
	const manager = locks();
	if (!manager) return { client, release: () => undefined };
	return new Promise((claimed) => {
		void manager.request(
			lockName(client),
			() => new Promise<void>((release) => claimed({ client, release: () => release() })),
		);
	});
}

/** Edits of a document kept by pages that are gone. */
export async function leftBehind(storage: PendingStorage, doc: string): Promise<Pending[]> {
	const kept = await storage.list(doc).catch(() => []);
	const alive = new Set<string>();
	for (const client of new Set(kept.map(({ tx }) => tx.client))) if (await inUse(client)) alive.add(client);
	return kept.filter(({ tx }) => !alive.has(tx.client));
}

async function inUse(client: string): Promise<boolean> {
	const manager = locks();
	if (!manager) return false;
	return manager.request(lockName(client), { ifAvailable: true }, (lock) => lock === null);
}
