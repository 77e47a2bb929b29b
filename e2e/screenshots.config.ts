import { defineConfig } from '@playwright/test';
import { launchOptions } from './support/browser';

/** Pictures of the main pages for the README and for looking at; `make screenshots`. */
export default defineConfig({
	testDir: './screenshots',
	outputDir: './results/screenshots',
	fullyParallel: true,
	workers: 2,
	retries: 0,
	timeout: 60_000,
	reporter: 'list',
	use: { launchOptions, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', reducedMotion: 'reduce' },
	projects: [
		{
			name: 'laptop',
			testMatch: ['laptop.spec.ts', 'pages.spec.ts'],
			use: { viewport: { width: 1280, height: 800 } },
		},
		{
			name: 'phone',
			testMatch: 'phone.spec.ts',
			use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
		},
	],
});
