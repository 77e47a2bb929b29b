import { test, expect, type Language, type Theme } from '../support/fixtures';
import { violations } from '../support/axe';
import { MapPage } from '../support/map';

const looks: [Language, Theme][] = [
	['nl', 'light'],
	['nl', 'dark'],
	['en', 'light'],
	['en', 'dark'],
];

for (const [language, theme] of looks) {
	test.describe(`axe finds nothing in ${language}, ${theme}:`, () => {
		test.use({ language, theme });

		test('start page @everywhere', async ({ page, server }) => {
			await page.goto(server.link);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			expect(await violations(page)).toEqual([]);
		});

		test('picture of gain @everywhere', async ({ page, server }) => {
			await page.goto(server.link);
			await page.goto(`${server.origin}/j/jo-femke/gain`);
			await expect(page.getByRole('table')).toBeVisible();
			expect(await violations(page)).toEqual([]);
		});

		test('map, with details, compact, and its dialogs', async ({ page, server }) => {
			const map = await MapPage.open(page, server);
			await test.step('map', async () => expect(await violations(page)).toEqual([]));

			await map.stage(language === 'nl' ? 'Think – overwegen' : 'Think').click();
			await expect(map.details).toBeVisible();
			await test.step('stage', async () => expect(await violations(page)).toEqual([]));
			await page.keyboard.press('Escape');

			await map.card(language === 'nl' ? 'Bellen om een proefrit' : 'Call to arrange').click();
			await expect(map.details).toBeVisible();
			await test.step('card', async () => expect(await violations(page)).toEqual([]));
			await page.keyboard.press('Escape');

			for (const key of ['?', 'Control+k']) {
				await page.keyboard.press(key);
				await expect(page.getByRole('dialog')).toBeVisible();
				await test.step(key, async () => expect(await violations(page)).toEqual([]));
				await page.keyboard.press('Escape');
			}

			await page.getByRole('button', { name: /^Compact/ }).click();
			await test.step('compact', async () => expect(await violations(page)).toEqual([]));
		});
	});
}

test('axe finds nothing on the page without a session @everywhere', async ({ browser, server }) => {
	const stranger = await browser.newContext();
	const page = await stranger.newPage();
	await page.goto(server.origin);
	expect(await violations(page)).toEqual([]);
	await stranger.close();
});
