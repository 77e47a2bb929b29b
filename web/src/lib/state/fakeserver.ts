// A server for tests, behind `fetch`: it keeps one journey, answers transactions like the real one,
// and can be told to fail. Only the network is made up; client, queue and store are the real ones.
import type { Computed, Journey, Workspace } from '$lib/api';
import { applyOps, journeySchema, openDoc, viewOf, workspaceSchema, type Transaction } from '$lib/ops';
import { sample } from '$lib/ops/sample';

const workspace: Workspace = {
	id: 'ws',
	name: 'Werkruimte',
	organisation: { name: 'Werkruimte', hasWebsite: false },
	locales: ['nl', 'en'],
	currency: 'EUR',
	members: [],
	products: [],
	channels: [],
	customerGroups: [],
	personas: [],
	guidingPrinciples: [],
	proofPoints: [],
	studies: [],
	evidence: [],
	processes: [],
};

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const failed = (status: number, code: string, more = {}) =>
	json(status, { error: { code, message: code, ...more } });

export class FakeServer {
	/** Every transaction that arrived, refused ones too. */
	readonly received: Transaction[] = [];
	/** Answers to give instead of the next ones; 'offline' is no answer at all. */
	readonly instead: (Response | 'offline' | 'lost')[] = [];
	seq = 1;
	#doc = openDoc(sample());
	#workspace = openDoc(workspace);
	#workspaceSeq = 1;
	#answers = new Map<string, unknown>();
	#last = new Map<string, number>();
	#waiting: (() => void)[] = [];
	#held = false;

	get journey(): Journey {
		return viewOf(journeySchema, this.#doc);
	}

	/** Answers wait until `release`. */
	hold(): void {
		this.#held = true;
	}

	release(): void {
		this.#held = false;
		for (const go of this.#waiting.splice(0)) go();
	}

	/** Somebody else edits. */
	other(ops: Transaction['ops']): void {
		this.#doc = applyOps(journeySchema, this.#doc, ops).doc;
		this.seq++;
	}

	readonly fetch = async (input: RequestInfo | URL): Promise<Response> => {
		const request = new Request(input);
		const path = new URL(request.url).pathname.replace('/api/v1', '');
		if (request.method !== 'POST') return this.#get(path);
		const tx = (await request.json()) as Transaction;
		if (path.startsWith('/workspaces/')) return this.#postWorkspace(tx);
		this.received.push(tx);
		if (this.#held) await new Promise<void>((go) => this.#waiting.push(go));
		const instead = this.instead.shift();
		if (instead === 'offline') throw new TypeError('failed to fetch');
		if (instead === 'lost') this.#post(tx); // it arrived, but the answer did not
		if (instead === 'lost') throw new TypeError('failed to fetch');
		return instead ?? this.#post(tx);
	};

	#get(path: string): Response {
		if (path === '/workspaces/ws') {
			const shown = viewOf(workspaceSchema, this.#workspace);
			return json(200, { seq: this.#workspaceSeq, savedAt: 'before', workspace: shown, journeys: [] });
		}
		if (path !== '/journeys/jo') return failed(404, 'not_found');
		const computed = { workspaceSeq: this.#workspaceSeq } as unknown as Computed;
		return json(200, {
			seq: this.seq,
			workspaceId: 'ws',
			savedAt: 'before',
			journey: this.journey,
			computed,
		});
	}

	#postWorkspace(tx: Transaction): Response {
		const { doc, results } = applyOps(workspaceSchema, this.#workspace, tx.ops);
		this.#workspace = doc;
		return json(200, { seq: ++this.#workspaceSeq, results, savedAt: 'now' });
	}

	#post(tx: Transaction): Response {
		const key = `${tx.client} ${tx.n}`;
		const last = this.#last.get(tx.client) ?? 0;
		if (tx.n <= last) return json(200, this.#answers.get(key));
		if (tx.n > last + 1) return failed(409, 'gap', { last });
		const { doc, results } = applyOps(journeySchema, this.#doc, tx.ops);
		this.#doc = doc;
		this.#last.set(tx.client, tx.n);
		this.#answers.set(key, {
			seq: ++this.seq,
			results,
			savedAt: `at ${this.seq}`,
			computed: { n: this.seq },
		});
		return json(200, this.#answers.get(key));
	}
}

export const refusal = failed;
