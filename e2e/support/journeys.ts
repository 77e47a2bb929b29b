import { expect, type Page } from '@playwright/test';
import type { Klantreis } from './klantreis';

const clients = { count: 0 };

/** An edit as the API takes it. */
export interface Op {
	op: 'set' | 'insert' | 'move' | 'delete' | 'restore';
	id: string;
	[more: string]: unknown;
}

/** Stores ops of one client, as a script would; the page must have a session. */
export async function edit(page: Page, server: Klantreis, journey: string, ops: Op[]): Promise<void> {
	const answer = await page.request.post(`${server.origin}/api/v1/journeys/${journey}/transactions`, {
		data: { client: `script-${++clients.count}`, n: 1, base: 0, ops },
	});
	expect(answer.status(), await answer.text()).toBe(200);
	const { results } = (await answer.json()) as { results: { applied: boolean; reason?: string }[] };
	expect(results.filter((result) => !result.applied)).toEqual([]);
}

/** Makes a journey with own stages of these names; the first workspace of the demo holds it. */
export async function journeyOf(
	page: Page,
	server: Klantreis,
	title: string,
	stages: string[],
): Promise<string> {
	const { workspaces } = (await (await page.request.get(`${server.origin}/api/v1/session`)).json()) as {
		workspaces: { id: string }[];
	};
	const answer = await page.request.post(`${server.origin}/api/v1/workspaces/${workspaces[0]!.id}/journeys`, {
		data: { stageSet: 'empty', title: { nl: title, en: title } },
	});
	expect(answer.status()).toBe(201);
	const { id } = (await answer.json()) as { id: string };
	const made = (await (await page.request.get(`${server.origin}/api/v1/journeys/${id}`)).json()) as {
		journey: { stages: { id: string }[] };
	};
	const there = made.journey.stages;
	await edit(page, server, id, [
		...stages.slice(0, there.length).map((name, i): Op => rename(there[i]!.id, name)),
		...there.slice(stages.length).map((stage): Op => ({ op: 'delete', id: stage.id })),
		...stages.slice(there.length).map((name, i): Op => ({
			op: 'insert',
			id: `${id}-stage-${i}`,
			type: 'stage',
			pos: { order: there.length + i + 1 },
			props: { name: { nl: name, en: name } },
		})),
	]);
	return id;
}

function rename(id: string, name: string): Op {
	return { op: 'set', id, key: 'name', value: { nl: name, en: name } };
}
