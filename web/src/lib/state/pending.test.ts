import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeAll, describe, expect, it } from 'vitest';
import { browserStorage, memoryStorage, type Pending } from './pending';
import { pause } from './queue';

beforeAll(() => {
	globalThis.IDBKeyRange = IDBKeyRange;
});

const edit = (client: string, n: number): Pending => ({
	tx: { client, n, base: 0, ops: [] },
	label: `${client}${n}`,
});

describe.each([
	['IndexedDB', () => browserStorage(new IDBFactory())],
	['memory', memoryStorage],
])('edits kept in %s', (_, storage) => {
	it('come back per document, and go when they are done', async () => {
		const kept = storage();
		await kept.put('journeys/1', edit('x', 1));
		await kept.put('journeys/1', edit('x', 2));
		await kept.put('journeys/2', edit('x', 1));
		await kept.put('journeys/1', { ...edit('x', 2), label: 'anders' });
		expect((await kept.list('journeys/1')).map(({ label }) => label)).toEqual(['x1', 'anders']);
		await kept.remove('journeys/1', edit('x', 1).tx);
		expect(await kept.list('journeys/1')).toHaveLength(1);
		expect(await kept.list('journeys/2')).toHaveLength(1);
		expect(await kept.list('journeys')).toEqual([]);
	});
});

it('pauses half a second to half a minute, shorter at random', () => {
	expect([0, 1, 2, 6, 7, 60].map((attempt) => pause(attempt, 0))).toEqual([
		500, 1000, 2000, 30_000, 30_000, 30_000,
	]);
	expect(pause(0, 1)).toBe(250);
});
