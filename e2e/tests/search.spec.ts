import type { Page } from '@playwright/test';
import { violations } from '../support/axe';
import { test, expect, type Language, type Theme } from '../support/fixtures';
import type { Klantreis } from '../support/klantreis';
import { MapPage } from '../support/map';

async function open(page: Page, server: Klantreis, query = ''): Promise<void> {
	await page.goto(server.link);
	await page.goto(`${server.origin}/search${query}`);
	await expect(page.getByRole('searchbox')).toBeFocused();
}

test('what is typed is found in every journey, marked, and opened on its map', async ({ page, server }) => {
	await open(page, server);
	await page.keyboard.type('levertijd');
	const main = page.getByRole('main');
	const femke = main.getByRole('region', { name: 'Van eerste rit tot eigen racefiets' });
	await expect(femke.getByRole('link', { name: /Eerlijke levertijd beloven/ })).toBeVisible();
	await expect(femke.locator('mark').first()).toHaveText(/levertijd/i);
	await expect(page).toHaveURL(/q=levertijd/);

	await page.getByRole('searchbox').fill('fiets');
	await expect(main.getByRole('region', { name: 'Blijven rijden' })).toBeVisible();
	await expect(femke).toBeVisible();

	await page.getByRole('searchbox').fill('wachten op');
	await femke.getByRole('link', { name: /contactmoment Wachten op de fiets/ }).click();
	const map = new MapPage(page);
	await expect(map.details).toContainText('Wachten op de fiets');
	await page.goBack();
	await expect(page.getByRole('searchbox')).toHaveValue('wachten op');
	await expect(femke).toBeVisible();
});

test('a word of the field finds its synonyms, and the page says which', async ({ page, server }) => {
	await open(page, server, '?q=touchpoint');
	await expect(page.getByText(/^\d+ resultaten/)).toBeVisible();
	await expect(page.getByText(/Ook gezocht op: .*contactmoment/)).toBeVisible();
	await expect(page.getByRole('link', { name: /^contactmoment/ }).first()).toBeVisible();
});

test('nothing found, and no answer, say so in words', async ({ page, server, problems }) => {
	await open(page, server, '?q=zeppelin');
	await expect(page.getByText('Niets gevonden voor ‘zeppelin’.')).toBeVisible();
	await expect(page.getByText(/Probeer minder woorden/)).toBeVisible();
	problems.foresee(/ERR_|Failed to load|requestfailed|503/);
	await page.route('**/search?**', (route) => route.abort());
	await page.getByRole('searchbox').fill('fiets');
	await expect(page.getByText('Zoeken lukte niet')).toBeVisible();
	await page.unroute('**/search?**');
	await page.getByRole('button', { name: 'Opnieuw proberen' }).click();
	await expect(page.getByRole('link', { name: /fiets/i }).first()).toBeVisible();
});

test.describe('in English by keyboard', () => {
	test.use({ language: 'en', theme: 'dark' });

	test('slash searches from any page and Enter opens the card', async ({ page, server }) => {
		const map = await MapPage.open(page, server, 'jo-ruud');
		await page.keyboard.press('/');
		const dialog = page.getByRole('dialog', { name: 'Search all journeys' });
		await expect(dialog.getByRole('searchbox')).toBeFocused();
		await page.keyboard.type('wait for the bike');
		await expect(dialog.getByRole('link').first()).toBeVisible();
		expect(await violations(page)).toEqual([]);
		await page.keyboard.press('ArrowDown');
		await expect(dialog.getByRole('link').first()).toBeFocused();
		await page.keyboard.press('ArrowUp');
		await expect(dialog.getByRole('searchbox')).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(dialog).toHaveCount(0);
		await expect(page).toHaveURL(/jo-femke#/);
		await expect(map.details).toContainText('Wait for the bike');

		await page.keyboard.press('/');
		await page.getByRole('searchbox').fill('call to arrange');
		await dialog
			.getByRole('link', { name: /Call to arrange/ })
			.first()
			.click();
		await expect(map.details).toContainText('Call to arrange a test ride');
		await expect(map.card('Call to arrange')).toBeInViewport();
		await page.keyboard.press('/');
		await expect(dialog.getByRole('searchbox')).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(dialog).toHaveCount(0);
	});
});

test('a phone reaches the search from a journey and from the list of places @phone', async ({
	page,
	server,
}) => {
	await page.goto(server.link);
	await page.getByRole('button', { name: 'Hoofdnavigatie' }).tap();
	await page.getByRole('menuitemradio', { name: 'Zoeken' }).tap();
	await page.getByRole('searchbox').fill('proefrit');
	const first = page.getByRole('main').getByRole('link').first();
	await expect(first).toBeVisible();
	expect((await first.boundingBox())!.height).toBeGreaterThanOrEqual(44);
	await page.goto(`${server.origin}/j/jo-femke`);
	await page.getByRole('banner').getByRole('button', { name: 'Meer' }).tap();
	await page.getByRole('link', { name: 'Zoeken' }).tap();
	await expect(page.getByRole('searchbox')).toBeVisible();
});

const looks: [Language, Theme][] = [
	['nl', 'light'],
	['en', 'dark'],
];
for (const [language, theme] of looks) {
	test.describe(`axe finds nothing in ${language}, ${theme}:`, () => {
		test.use({ language, theme });
		test('search @everywhere', async ({ page, server }) => {
			await open(page, server, '?q=fiets');
			await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
			expect(await violations(page)).toEqual([]);
			expect(
				await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
			).toBeLessThanOrEqual(0);
		});
	});
}

test('the field is emptied by its own button, and typing goes on', async ({ page, server }) => {
	await open(page, server, '?q=touchpoint');
	await expect(page.getByText(/resultaten · Ook gezocht op/)).toBeVisible();
	await page.getByRole('button', { name: 'Zoekveld leegmaken' }).click();
	await expect(page.getByRole('searchbox')).toHaveValue('');
	await expect(page.getByRole('searchbox')).toBeFocused();
	await expect(page.getByRole('button', { name: 'Zoekveld leegmaken' })).toHaveCount(0);
	await page.keyboard.type('levertijd');
	await expect(page.getByRole('link', { name: /levertijd/i }).first()).toBeVisible();
});
