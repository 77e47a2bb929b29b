import { defineConfig } from '@playwright/test';
import { launchOptions } from './support/browser';
import type { Language } from './support/fixtures';
import type { HandKind } from './support/hand';

/** The ways in which every user task runs; the first two are enough for `make test`. */
const ways: { language: Language; width: number; height: number; handKind: HandKind }[] = [
	{ language: 'nl', width: 1280, height: 800, handKind: 'mouse' },
	{ language: 'en', width: 390, height: 844, handKind: 'keyboard' },
	{ language: 'nl', width: 1280, height: 800, handKind: 'keyboard' },
	{ language: 'nl', width: 390, height: 844, handKind: 'touch' },
	{ language: 'nl', width: 390, height: 844, handKind: 'keyboard' },
	{ language: 'en', width: 1280, height: 800, handKind: 'mouse' },
	{ language: 'en', width: 1280, height: 800, handKind: 'keyboard' },
	{ language: 'en', width: 390, height: 844, handKind: 'touch' },
];
/** `make test-all` asks for the others too. */
const usual = 2;
const shown = process.env['KLANTREIS_TASKS'] === 'others' ? ways.slice(usual) : ways.slice(0, usual);
const tasks = shown.map(({ language, width, height, handKind }) => ({
	name: `tasks ${language} ${width} ${handKind}`,
	testDir: './tests/tasks',
	// A task is long; on a busy machine it may take its time.
	timeout: 150_000,
	expect: { timeout: 20_000 },
	use: {
		language,
		handKind,
		viewport: { width, height },
		hasTouch: handKind === 'touch',
		isMobile: handKind === 'touch',
	},
}));

/** Zero retries: a test that passes the second time has found something. */
export default defineConfig<{ language: Language; handKind: HandKind }>({
	testDir: './tests',
	outputDir: './results',
	fullyParallel: true,
	workers: 2,
	retries: 0,
	forbidOnly: true,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	reporter: [['list'], ['html', { outputFolder: 'report', open: 'never' }]],
	use: {
		launchOptions,
		locale: 'nl-NL',
		timezoneId: 'Europe/Amsterdam',
		trace: 'retain-on-failure',
		screenshot: 'only-on-failure',
	},
	projects: [
		{
			name: 'laptop',
			testIgnore: 'tasks/**',
			use: { viewport: { width: 1280, height: 800 } },
			grepInvert: /@phone/,
		},
		{
			name: 'phone',
			testIgnore: 'tasks/**',
			use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
			grep: /@phone|@everywhere/,
		},
		...tasks,
	],
});
