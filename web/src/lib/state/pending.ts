// Edits that the server has not acknowledged yet, kept in IndexedDB so that closing the page loses nothing.
// An entry is written before it is sent and taken out only when it was acknowledged or refused.
import type { Transaction } from '$lib/ops';

/** One unacknowledged edit of a document. */
export interface Pending {
	tx: Transaction;
	/** Words for what was done. */
	label: string;
}

export interface PendingStorage {
	/** Everything kept for a document, oldest first. */
	list(doc: string): Promise<Pending[]>;
	put(doc: string, pending: Pending): Promise<void>;
	remove(doc: string, tx: Transaction): Promise<void>;
}

const storeName = 'pending';

/** Kept in this browser. Without IndexedDB (some private windows) edits live in memory only. */
export function browserStorage(factory: IDBFactory | undefined = globalThis.indexedDB): PendingStorage {
	if (!factory) return memoryStorage();
	let opened: Promise<IDBDatabase> | undefined;
	const database = () => (opened ??= open(factory));
	const run = async <T>(
		mode: IDBTransactionMode,
		work: (store: IDBObjectStore) => IDBRequest<T>,
	): Promise<T> => {
		const db = await database();
		const transaction = db.transaction(storeName, mode, { durability: 'strict' });
		const request = work(transaction.objectStore(storeName));
		return new Promise((resolve, reject) => {
			transaction.oncomplete = () => resolve(request.result);
			transaction.onerror = transaction.onabort = () => reject(transaction.error);
		});
	};
	return {
		async list(doc) {
			const range = IDBKeyRange.bound([doc], [doc, []]);
			const rows = await run('readonly', (store) => store.getAll(range));
			return (rows as Pending[]).map(({ tx, label }) => ({ tx, label }));
		},
		async put(doc, pending) {
			await run('readwrite', (store) =>
				store.put({ ...pending, doc, client: pending.tx.client, n: pending.tx.n }),
			);
		},
		async remove(doc, tx) {
			await run('readwrite', (store) => store.delete([doc, tx.client, tx.n]));
		},
	};
}

function open(factory: IDBFactory): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = factory.open('klantreis', 1);
		request.onupgradeneeded = () =>
			request.result.createObjectStore(storeName, { keyPath: ['doc', 'client', 'n'] });
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}

export function memoryStorage(): PendingStorage {
	const rows = new Map<string, Pending>();
	const key = (doc: string, tx: Transaction) => JSON.stringify([doc, tx.client, tx.n]);
	return {
		list: async (doc) =>
			[...rows].filter(([at]) => (JSON.parse(at) as [string])[0] === doc).map(([, pending]) => pending),
		put: async (doc, pending) => void rows.set(key(doc, pending.tx), pending),
		remove: async (doc, tx) => void rows.delete(key(doc, tx)),
	};
}
