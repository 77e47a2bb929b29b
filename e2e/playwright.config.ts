import { defineConfig } from '@playwright/test';
import { launchOptions } from './support/browser';

/** Zero retries: a test that passes the second time has found something. */
export default defineConfig({
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
		{ name: 'laptop', use: { viewport: { width: 1280, height: 800 } }, grepInvert: /@phone/ },
		{
			name: 'phone',
			use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
			grep: /@phone|@everywhere/,
		},
	],
});
