import { afterEach, describe, expect, it, vi } from 'vitest';
import { createApi } from '$lib/api';
import type { Op } from '$lib/ops';
import { cell } from '$lib/ops/sample';
import { FakeServer, refusal } from './fakeserver';
import { JourneyStore } from './journey.svelte';
import { memoryStorage, type PendingStorage } from './pending';
import { toasts } from './toasts.svelte';

const title = (value: string, id = 'a'): Op => ({ op: 'set', id, key: 'title.nl', value });

/** A store on a made-up server; pauses end at once and are written down. */
async function opened(server = new FakeServer(), storage: PendingStorage = memoryStorage()) {
	const pauses: number[] = [];
	let now = 0;
	const store = new JourneyStore({
		api: createApi(server.fetch),
		storage,
		clock: { wait: async (ms) => void pauses.push(ms), random: () => 0 },
		now: () => now,
	});
	await store.load('jo');
	const later = (ms: number) => (now += ms);
	return { server, storage, store, pauses, later };
}

const card = (store: JourneyStore, id = 'a') => store.journey?.cards.find((each) => each.id === id)?.title.nl;
const saved = (store: JourneyStore) => vi.waitFor(() => expect(store.saveState.kind).toBe('saved'));

afterEach(() => toasts.list.forEach(({ id }) => toasts.dismiss(id)));

describe('an edit', () => {
	it('is on screen at once and kept before it is sent', async () => {
		const { server, storage, store } = await opened();
		server.hold();
		expect(store.edit([title('nieuw')], 'titel')).toBe(true);
		expect(card(store)).toBe('nieuw');
		expect(store.saveState).toEqual({ kind: 'waiting', count: 1, trouble: 'none' });
		await vi.waitFor(() => expect(server.received).toHaveLength(1));
		expect(await storage.list('journeys/jo')).toMatchObject([
			{ tx: { n: 1, base: 1, ops: [title('nieuw')] } },
		]);
		server.release();
		await saved(store);
		expect(store.saveState).toEqual({ kind: 'saved', at: 'at 2' });
		expect(await storage.list('journeys/jo')).toEqual([]);
		expect(server.journey.cards[0]!.title.nl).toBe('nieuw');
		expect(store.computed).toEqual({ n: 2 });
	});

	it('is drawn once: its confirmation leaves the very same journey on screen', async () => {
		const { server, store } = await opened();
		server.hold();
		store.edit([title('nieuw')], 'titel');
		store.edit([{ op: 'delete', id: 'b' }], 'weg');
		const shown = store.journey;
		server.release();
		await saved(store);
		expect(store.journey).toBe(shown);
	});

	it('goes out one at a time, numbered without gaps', async () => {
		const { server, store } = await opened();
		for (const word of ['een', 'twee', 'drie']) store.edit([title(word)], word);
		await saved(store);
		expect(server.received.map(({ n }) => n)).toEqual([1, 2, 3]);
		expect(new Set(server.received.map(({ client }) => client)).size).toBe(1);
		expect(server.journey.cards[0]!.title.nl).toBe('drie');
	});

	it('of a slider that is dragged is one transaction while it is not sent', async () => {
		const { server, store, later } = await opened();
		server.hold();
		store.edit([title('eerst')], 'eerst');
		await vi.waitFor(() => expect(server.received).toHaveLength(1));
		for (const value of [10, 20, 30]) {
			later(50);
			store.edit([{ op: 'set', id: 'score:s1:relevance:m1', key: 'value', value }], 'score', {
				squash: 's1',
			});
		}
		server.release();
		await saved(store);
		expect(server.received.map(({ ops }) => ops.length)).toEqual([1, 1]);
		expect(server.journey.scores[0]!.value).toBe(30);
		store.undo();
		expect(store.journey?.scores[0]!.value).toBe(60);
	});

	it('that cannot be done changes nothing and says why', async () => {
		const { server, store } = await opened();
		expect(store.edit([{ op: 'move', id: 'nobody', pos: {} }], 'verplaatst')).toBe(false);
		expect(toasts.list).toHaveLength(1);
		expect(server.received).toEqual([]);
		expect(store.undoLabel).toBeUndefined();
	});
});

describe('without a server', () => {
	it('waits longer each time, says so, and loses nothing', async () => {
		const { server, store, pauses } = await opened();
		server.instead.push('offline', 'offline', refusal(500, 'internal'), refusal(429, 'rate_limited'));
		store.edit([title('nieuw')], 'titel');
		await saved(store);
		expect(pauses).toEqual([500, 1000, 2000, 4000]);
		expect(server.received.map(({ n }) => n)).toEqual([1, 1, 1, 1, 1]);
		expect(server.seq).toBe(2);
	});

	it('an edit whose answer was lost is not done twice', async () => {
		const { server, store } = await opened();
		server.instead.push('lost');
		const pos = { stageId: 's1', laneId: 'l1', order: 1 };
		store.edit([{ op: 'insert', id: 'n', type: 'card', pos, props: { type: 'doing' } }], 'kaartje');
		await saved(store);
		expect(server.seq).toBe(2);
		expect(cell(store.journey!, 's1')).toBe('n1 a2 b3 c4');
	});

	it('waits without trying while there is no session, and goes on after it', async () => {
		const { server, store } = await opened();
		server.instead.push(refusal(401, 'unauthenticated'));
		store.edit([title('nieuw')], 'titel');
		await vi.waitFor(() => expect(store.saveState).toMatchObject({ trouble: 'no_session' }));
		expect(server.received).toHaveLength(1);
		store.retry();
		await saved(store);
		expect(server.journey.cards[0]!.title.nl).toBe('nieuw');
	});

	it('keeps edits for the next visit', async () => {
		const { server, storage, store } = await opened();
		server.hold();
		store.edit([title('een')], 'een');
		store.edit([title('twee', 'b')], 'twee');
		await vi.waitFor(() => expect(server.received).toHaveLength(1));
		store.close();
		expect(await storage.list('journeys/jo')).toHaveLength(2);

		const fresh = await opened(new FakeServer(), storage);
		expect([card(fresh.store), card(fresh.store, 'b')]).toEqual(['een', 'twee']);
		await saved(fresh.store);
		expect(fresh.server.received.map(({ client }) => client)).toEqual(
			Array(2).fill(server.received[0]!.client),
		);
		expect(await storage.list('journeys/jo')).toEqual([]);
	});
});

describe('what the server decides', () => {
	it('an op that did nothing there is taken back, with the reason', async () => {
		const { server, store } = await opened();
		server.other([
			{ op: 'insert', id: 'n', type: 'card', pos: { stageId: 's2', laneId: 'l1' }, props: { type: 'idea' } },
		]);
		store.edit(
			[
				{
					op: 'insert',
					id: 'n',
					type: 'card',
					pos: { stageId: 's1', laneId: 'l1' },
					props: { type: 'idea' },
				},
			],
			'x',
		);
		expect(cell(store.journey!, 's1')).toBe('a1 b2 c3 n4');
		await saved(store);
		await vi.waitFor(() => expect(cell(store.journey!, 's2')).toBe('d1 n2'));
		expect(cell(store.journey!, 's1')).toBe('a1 b2 c3');
		expect(toasts.list).toHaveLength(1);
		expect(store.undoLabel, 'there is nothing to take back').toBeUndefined();
	});

	it('what comes back by undo comes back as others left it', async () => {
		const { server, store } = await opened();
		server.other([title('van een ander')]);
		store.edit([{ op: 'delete', id: 'a' }], 'weg');
		await saved(store);
		store.undo();
		await vi.waitFor(() => expect(card(store)).toBe('van een ander'));
	});

	it("takes over what others did in between, under one's own waiting edits", async () => {
		const { server, store } = await opened();
		server.other([title('van een ander', 'c')]);
		store.edit([title('van mij')], 'titel');
		await saved(store);
		await vi.waitFor(() => expect(card(store, 'c')).toBe('van een ander'));
		expect(card(store)).toBe('van mij');
		expect(store.seq).toBe(3);
	});

	it('a refused edit is taken back and what follows is renumbered', async () => {
		const { server, store } = await opened();
		server.instead.push(refusal(403, 'forbidden'));
		store.edit([title('mag niet')], 'titel');
		store.edit([title('mag wel', 'b')], 'titel');
		await saved(store);
		expect([card(store), card(store, 'b')]).toEqual(['a', 'mag wel']);
		expect(server.received.map(({ n }) => n)).toEqual([1, 1]);
		expect(toasts.list).toHaveLength(1);
		expect(server.journey.cards[1]!.title.nl).toBe('mag wel');
	});

	it('numbers anew after a gap', async () => {
		const { server, store } = await opened();
		server.instead.push(refusal(409, 'gap', { last: 0 }));
		store.edit([title('een')], 'een');
		await saved(store);
		expect(server.journey.cards[0]!.title.nl).toBe('een');
	});

	it('says why a journey cannot be opened', async () => {
		const store = new JourneyStore({ api: createApi(new FakeServer().fetch), storage: memoryStorage() });
		await store.load('elsewhere');
		expect(store.failure?.code).toBe('not_found');
		expect(store.journey).toBeUndefined();
	});
});

describe('evidence in the workspace', () => {
	it('makes a card known at once, and the figures are fetched again', async () => {
		const { store } = await opened();
		const props = { strength: 2, statement: { nl: 'gezien' } };
		store.workspaceStore.edit([{ op: 'insert', id: 'ev', type: 'evidence', props }], 'bewijs');
		expect(store.saveState).toMatchObject({ kind: 'waiting', count: 1 });
		await vi.waitFor(() => expect(store.computed).toEqual({ workspaceSeq: 2 }));
		store.edit([{ op: 'set', id: 'a', key: 'evidenceIds', value: ['ev'] }], 'bewijs');
		expect(store.journey?.cards[0]?.evidenceStatus).toBe('known');
		await saved(store);
		expect(store.journey?.cards[0]?.evidenceStatus).toBe('known');
	});
});

describe('undo and redo', () => {
	it('are edits that say what they take back', async () => {
		const { server, store } = await opened();
		store.edit([title('nieuw')], 'titel gewijzigd');
		expect(store.undoLabel).toBe('titel gewijzigd');
		store.undo();
		expect(card(store)).toBe('a');
		expect([store.undoLabel, store.redoLabel]).toEqual([undefined, 'titel gewijzigd']);
		store.redo();
		expect(card(store)).toBe('nieuw');
		await saved(store);
		expect(server.received.map(({ undoOf }) => undoOf)).toEqual([undefined, 1, 2]);
		expect(server.journey.cards[0]!.title.nl).toBe('nieuw');
	});

	it('k times each leave the document as it was', async () => {
		const { store } = await opened();
		const before = JSON.stringify(store.journey);
		store.edit([{ op: 'delete', id: 's1' }], 'fase weg');
		store.edit([{ op: 'move', id: 'd', pos: { laneId: 'l2' } }], 'verplaatst');
		store.edit([title('x', 'd'), { op: 'set', id: 'jo', key: 'title.nl', value: 'y' }], 'twee titels');
		const after = JSON.stringify(store.journey);
		while (store.undo());
		expect(JSON.stringify(store.journey)).toBe(before);
		while (store.redo());
		expect(JSON.stringify(store.journey)).toBe(after);
	});
});
