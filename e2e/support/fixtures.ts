import { test as base, expect } from '@playwright/test';
import { Klantreis } from './klantreis';
import { watch, type Problems } from './watch';

export type Language = 'nl' | 'en';
export type Theme = 'light' | 'dark';

interface Options {
	/** The language and theme a person chose before; null leaves it to the first visit. */
	language: Language | null;
	theme: Theme | null;
	/** Somebody who has seen the tour is not offered it. */
	tour: 'seen' | null;
}

interface Fixtures {
	server: Klantreis;
	/** What must not happen on any page; a test ends without any. */
	problems: Problems;
}

/**
 * Every test gets a server of its own, on a folder of its own, and a page with a session on it.
 * So tests share nothing and may run in any order.
 */
export const test = base.extend<Options & Fixtures>({
	language: ['nl', { option: true }],
	theme: ['light', { option: true }],
	tour: ['seen', { option: true }],

	server: async ({}, use, testInfo) => {
		const server = await Klantreis.start();
		await use(server);
		await server.stop();
		if (testInfo.status !== testInfo.expectedStatus)
			await testInfo.attach('klantreis.log', { body: server.log, contentType: 'text/plain' });
	},

	problems: [
		async ({ page, server }, use) => {
			const problems = await watch(page, server.origin);
			await use(problems);
			expect(problems.unforeseen, 'nothing went wrong behind the page').toEqual([]);
		},
		{ auto: true },
	],

	page: async ({ page, language, theme, tour }, use) => {
		await page.addInitScript(
			(chosen) => {
				for (const [key, value] of Object.entries(chosen))
					if (value && localStorage.getItem(key) === null) localStorage.setItem(key, value);
			},
			{ 'klantreis.lang': language, 'klantreis.theme': theme, 'klantreis.tour': tour },
		);
		await use(page);
	},
});

export { expect };
