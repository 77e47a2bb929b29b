import { test, expect, type Language, type Theme } from '../support/fixtures';
import { violations } from '../support/axe';
import type { Page } from '@playwright/test';

const card = (page: Page, title: string | RegExp) =>
	page.getByRole('main').getByRole('link').filter({ hasText: title });

async function menu(page: Page, button: string | RegExp, item: string): Promise<void> {
	await page.getByRole('button', { name: button }).click();
	await page.getByRole('menuitem', { name: item, exact: true }).click();
}

const message = (page: Page) => page.getByRole('status', { name: /^(Meldingen|Messages)$/ });

test('a deleted journey is undone at once, or put back from the bin, or goes for good', async ({
	page,
	server,
	problems,
}) => {
	await page.goto(server.link);
	await menu(page, 'Meer over Blijven rijden', 'Verwijderen');
	await expect(card(page, 'Blijven rijden')).toHaveCount(0);
	await message(page).getByRole('button', { name: 'Ongedaan maken' }).click();
	await expect(card(page, 'Blijven rijden')).toBeVisible();

	await page
		.getByRole('banner')
		.getByRole('button', { name: /^Ik ben|^Wie ben/ })
		.click();
	await page.getByRole('menuitemradio', { name: 'Joris' }).click();
	await menu(page, 'Meer over Blijven rijden', 'Verwijderen');
	await menu(page, /^Werkruimte: /, 'Prullenbak');
	const bin = page.getByRole('dialog', { name: 'Prullenbak' });
	await expect(bin.getByRole('listitem')).toContainText(/Verwijderd op .* door Joris/);
	await bin.getByRole('button', { name: 'Blijven rijden terugzetten' }).click();
	await expect(bin).toContainText('De prullenbak is leeg.');
	await page.keyboard.press('Escape');
	await expect(card(page, 'Blijven rijden')).toBeVisible();

	await menu(page, 'Meer over Blijven rijden', 'Verwijderen');
	await menu(page, /^Werkruimte: /, 'Prullenbak');
	await bin.getByRole('button', { name: 'Blijven rijden voorgoed verwijderen' }).click();
	await expect(bin.getByRole('button', { name: 'Annuleren' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(bin.getByRole('button', { name: 'Blijven rijden voorgoed verwijderen' })).toBeFocused();
	await page.keyboard.press('Enter');
	await bin.getByRole('button', { name: 'Voorgoed verwijderen', exact: true }).click();
	await expect(bin).toContainText('De prullenbak is leeg.');

	problems.foresee(/jo-ruud.*404|status of 404/);
	await page.goto(`${server.origin}/j/jo-ruud`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deze klantreis is er niet');
});

test('an archived journey leaves the start page and can be brought back @everywhere', async ({
	page,
	server,
}) => {
	await page.goto(server.link);
	await menu(page, 'Meer over Van eerste rit tot eigen racefiets', 'Naar het archief');
	await expect(card(page, 'Van eerste rit')).toHaveCount(0);
	await expect(page.getByRole('link', { name: 'Proefrit online laten boeken' })).toHaveCount(0);

	await page.getByRole('radiogroup', { name: 'Welke klantreizen' }).getByText('Archief').click();
	await expect(card(page, 'Van eerste rit')).toBeVisible();
	await expect(card(page, 'Blijven rijden')).toHaveCount(0);
	await menu(page, 'Meer over Van eerste rit tot eigen racefiets', 'Terughalen uit het archief');
	await page.reload();
	await expect(card(page, 'Van eerste rit')).toBeVisible();
	await expect(card(page, 'Blijven rijden')).toBeVisible();
});

test('[R21] a journey is copied with everything, or its structure alone, and stays as it was', async ({
	page,
	server,
}) => {
	await page.goto(server.link);
	await menu(page, 'Meer over Van eerste rit tot eigen racefiets', 'Dupliceren');
	const dialog = page.getByRole('dialog', { name: 'Dupliceren' });
	await expect(dialog.getByRole('textbox')).toHaveValue('Kopie van Van eerste rit tot eigen racefiets');
	await dialog.getByRole('button', { name: 'Kopie maken' }).click();
	await expect(page.getByRole('article', { name: 'Bellen om een proefrit' })).toBeVisible();

	await page.goto(server.origin);
	await expect(card(page, 'Kopie van Van eerste rit')).toContainText('79 % weten');
	await menu(page, 'Meer over Van eerste rit tot eigen racefiets', 'Dupliceren');
	await dialog.getByRole('textbox').fill('Van club tot toertocht');
	await dialog.getByText('Alleen de opzet').click();
	await dialog.getByRole('button', { name: 'Kopie maken' }).click();
	await expect(page.getByRole('columnheader')).toHaveCount(5);
	await expect(page.getByRole('article')).toHaveCount(0);

	await page.goto(server.origin);
	await expect(card(page, 'Van club tot toertocht')).toContainText('Volgende: verder met Stap voor stap');
	await expect(page.locator('main a.jc[href="/j/jo-femke"]')).toContainText('15 acties open');
});

test('a journey has an owner and a review that comes back', async ({ page, server }) => {
	await page.goto(server.link);
	await expect(page.getByRole('heading', { name: /^Toe aan herziening/ })).toHaveCount(0);
	await menu(page, 'Meer over Blijven rijden', 'Eigenschappen');
	const dialog = page.getByRole('dialog', { name: 'Eigenschappen' });
	await dialog.getByLabel('Titel').fill('Blijven rijden, jaar na jaar');
	await dialog.getByLabel('Eigenaar').selectOption('Joris');
	await dialog.getByLabel('Status').selectOption('Klaar');
	await dialog.getByLabel('Volgende herziening').fill('2025-03-01');
	await dialog.getByLabel('Ritme van herzien').selectOption('Elk jaar');
	await dialog.getByRole('button', { name: 'Opslaan' }).click();
	await expect(dialog).toBeHidden();

	await page.reload();
	const journey = card(page, 'Blijven rijden, jaar na jaar');
	await expect(journey.getByRole('img', { name: 'Joris' })).toBeVisible();
	const aside = page.getByRole('complementary');
	await expect(aside).toContainText('sinds 1 mrt 2025');
	await aside.getByRole('button', { name: 'Blijven rijden, jaar na jaar is herzien' }).click();
	await expect(aside.getByRole('heading', { name: /^Toe aan herziening/ })).toHaveCount(0);
	await message(page).getByRole('button', { name: 'Ongedaan maken' }).click();
	await expect(aside).toContainText('sinds 1 mrt 2025');
});

test('a workspace is made, renamed, deleted and put back; the example fills it', async ({ page, server }) => {
	await page.goto(server.link);
	await menu(page, /^Werkruimte: /, 'Nieuwe werkruimte');
	let dialog = page.getByRole('dialog', { name: 'Nieuwe werkruimte' });
	await dialog.getByLabel('Hoe heet de werkruimte?').fill('Bakkerij Vroeg');
	await dialog.getByLabel('Munteenheid').selectOption('USD');
	await dialog.getByRole('button', { name: 'Werkruimte maken' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welke reis maakt je klant?');

	await menu(page, /^Werkruimte: /, 'Naam wijzigen');
	dialog = page.getByRole('dialog', { name: 'Naam wijzigen' });
	await dialog.getByRole('textbox').fill('Bakkerij Laat');
	await dialog.getByRole('button', { name: 'Opslaan' }).click();
	await expect(page.getByRole('button', { name: /^Werkruimte: Bakkerij Laat/ })).toBeVisible();

	for (const other of ['De Lage Versnelling', 'Sleutelbos Hypotheekadvies']) {
		await page.getByRole('button', { name: /^Werkruimte: / }).click();
		await page.getByRole('menuitemradio', { name: other }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(other);
		await menu(page, /^Werkruimte: /, 'Werkruimte verwijderen');
		await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(other);
	}
	await page.getByRole('button', { name: /^Werkruimte: Bakkerij Laat/ }).click();
	await expect(page.getByRole('menuitem', { name: 'Werkruimte verwijderen' })).toBeDisabled();
	await page.keyboard.press('Escape');

	await page
		.getByRole('main')
		.getByRole('button', { name: /^Voorbeeld bekijken/ })
		.click();
	await expect(page.getByRole('article', { name: 'Bellen om een proefrit' })).toBeVisible();
	await page.goto(server.origin);
	await expect(card(page, 'Van eerste rit tot eigen racefiets')).toContainText('79 % weten');

	await menu(page, /^Werkruimte: /, 'Prullenbak');
	const bin = page.getByRole('dialog', { name: 'Prullenbak' });
	await bin.getByRole('button', { name: 'De Lage Versnelling terugzetten' }).click();
	await expect(bin.getByRole('listitem')).toHaveCount(1);
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: /^Werkruimte: / }).click();
	await expect(page.getByRole('menuitemradio', { name: 'De Lage Versnelling' })).toBeVisible();
});

test('the example of the demo is opened where it is', async ({ page, server }) => {
	await page.goto(server.link);
	await page
		.getByRole('main')
		.getByRole('button', { name: /^Voorbeeld bekijken/ })
		.click();
	await expect(page).toHaveURL(/\/j\/jo-femke$/);
	await expect(page.getByRole('table').first()).toBeVisible();
});

test('everything works by keyboard, and the focus comes back', async ({ page, server }) => {
	await page.goto(server.link);
	const more = page.getByRole('button', { name: 'Meer over Blijven rijden' });
	await more.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('menuitem', { name: 'Eigenschappen' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog', { name: 'Eigenschappen' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(more).toBeFocused();
	await page.keyboard.press('Enter');
	await page.keyboard.press('End');
	await page.keyboard.press('Enter');
	await expect(card(page, 'Blijven rijden')).toHaveCount(0);
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

const looks: [Language, Theme][] = [
	['nl', 'light'],
	['en', 'dark'],
];

for (const [language, theme] of looks) {
	test.describe(`axe finds nothing in ${language}, ${theme}, and nothing is wider than the screen:`, () => {
		test.use({ language, theme });

		test('menus and windows of the start page @everywhere', async ({ page, server }) => {
			const words = (nl: string, en: string) => (language === 'nl' ? nl : en);
			const clean = async (step: string) =>
				test.step(step, async () => {
					expect(await violations(page)).toEqual([]);
					const over = await page.evaluate(
						() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
					);
					expect(over).toBeLessThanOrEqual(0);
				});
			await page.goto(server.link);
			const workspaces = /^(Werkruimte|Workspace): /;
			const more = /^(Meer over Blijven rijden|More about Keep riding)/;
			await menu(page, more, words('Eigenschappen', 'Properties'));
			const dialog = page.getByRole('dialog', { name: words('Eigenschappen', 'Properties') });
			await clean('properties');
			await dialog.getByLabel(words('Volgende herziening', 'Next review')).fill('2025-03-01');
			await dialog.getByLabel(words('Eigenaar', 'Owner')).selectOption('Joris');
			await dialog.getByRole('button', { name: words('Opslaan', 'Save') }).click();
			await expect(dialog).toBeHidden();
			await clean('due for review');

			await menu(page, more, words('Dupliceren', 'Duplicate'));
			await clean('copy');
			await page.keyboard.press('Escape');
			await menu(page, workspaces, words('Nieuwe werkruimte', 'New workspace'));
			await clean('new workspace');
			await page.keyboard.press('Escape');
			await page.getByRole('button', { name: workspaces }).click();
			await clean('workspace menu');
			await page.keyboard.press('Escape');

			await menu(page, more, words('Naar het archief', 'Archive'));
			await expect(page.getByRole('radiogroup')).toBeVisible();
			await clean('archive');
			await menu(
				page,
				/^(Meer over Van eerste rit|More about From first ride)/,
				words('Verwijderen', 'Delete'),
			);
			await expect(message(page)).toContainText(words('ligt in de prullenbak', 'is in the bin'));
			await menu(page, workspaces, words('Prullenbak', 'Bin'));
			await clean('bin');
			await page
				.getByRole('dialog')
				.getByRole('button', { name: /(voorgoed verwijderen|for good)$/ })
				.click();
			await clean('sure');
		});
	});
}
