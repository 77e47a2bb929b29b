import { expect } from '@playwright/test';
import { test, type Language, type Theme } from '../support/fixtures';
import { MapPage } from '../support/map';
import { picture } from '../support/picture';

// The pages around the map, each once in Dutch and light, and once in English and dark.
const looks: [Language, Theme][] = [
	['nl', 'light'],
	['en', 'dark'],
];

const pages = [
	['stages', '/j/jo-femke/stages'],
	['measures', '/j/jo-femke/measures'],
	['actions', '/j/jo-femke/actions'],
	['actions-all', '/actions'],
	['present', '/j/jo-femke/present'],
	['present-stage', '/j/jo-femke/present?slide=3'],
	['summary', '/j/jo-femke/summary'],
	['search', '/search?q=proef'],
	['about', '/about'],
] as const;

for (const [language, theme] of looks) {
	test.describe(`${language}-${theme}`, () => {
		test.use({ language, theme });
		const look = `${language}-${theme}`;

		for (const [name, path] of pages)
			test(name, async ({ page, server }) => {
				await page.goto(server.link);
				await page.goto(server.origin + path);
				await expect(page.getByRole('heading').first()).toBeVisible();
				await picture(page, `${name}-${look}`);
			});

		for (const [name, path] of pages.slice(0, 5))
			test(`${name} on a phone`, async ({ page, server }) => {
				await page.setViewportSize({ width: 390, height: 844 });
				await page.goto(server.link);
				await page.goto(server.origin + path);
				await expect(page.getByRole('heading').first()).toBeVisible();
				await picture(page, `phone-${name}-${look}`);
			});

		test('a filter', async ({ page, server }) => {
			const map = await MapPage.open(page, server);
			await page.goto(`${server.origin}/j/jo-femke?evidence=guess`);
			await expect(map.table).toBeVisible();
			await picture(page, `filter-${look}`);
		});
	});

	test.describe(`tour ${language}-${theme}`, () => {
		test.use({ language, theme, tour: null });
		test('tour', async ({ page, server }) => {
			await MapPage.open(page, server);
			await expect(page.getByRole('dialog')).toBeVisible();
			await picture(page, `tour-${language}-${theme}`);
		});
	});
}
