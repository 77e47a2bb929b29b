import { expect } from '@playwright/test';
import { test, type Language, type Theme } from '../support/fixtures';
import { MapPage } from '../support/map';
import { picture } from '../support/picture';

const languages: Language[] = ['nl', 'en'];
const themes: Theme[] = ['light', 'dark'];

for (const language of languages) {
	for (const theme of themes) {
		test.describe(`${language}-${theme}`, () => {
			test.use({ language, theme });
			const look = `${language}-${theme}`;

			test('start page', async ({ page, server }) => {
				await page.goto(server.link);
				await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
				await picture(page, `home-${look}`);
			});

			test('map', async ({ page, server }) => {
				const map = await MapPage.open(page, server);
				await picture(page, `map-${look}`);

				await map.card(language === 'nl' ? 'Bellen om een proefrit' : 'Call to arrange').click();
				await expect(map.details).toBeVisible();
				await picture(page, `details-${look}`);
			});

			test('map, moments stacked', async ({ page, server }) => {
				await MapPage.open(page, server);
				await page.getByRole('button', { name: /^Compact/ }).click();
				await picture(page, `compact-${look}`);
			});

			test('mortgage adviser', async ({ page, server }) => {
				await MapPage.open(page, server, 'jo-mortgage');
				await picture(page, `mortgage-${look}`);
			});

			test('picture of gain', async ({ page, server }) => {
				await page.goto(server.link);
				await page.goto(`${server.origin}/j/jo-femke/gain`);
				await expect(page.getByRole('table')).toBeVisible();
				await picture(page, `gain-${look}`);
			});

			for (const [name, path] of [
				['start', '/j/jo-femke/start'],
				['groups', '/groups'],
				['persona', '/groups/pe-femke'],
				['settings', '/settings'],
			] as const) {
				test(name, async ({ page, server }) => {
					await page.goto(server.link);
					await page.goto(server.origin + path);
					await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
					await picture(page, `${name}-${look}`);
				});
			}
		});
	}
}
