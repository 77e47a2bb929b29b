import { test, expect } from '../support/fixtures';
import { MapPage } from '../support/map';

test('the start page shows each journey with its curve, its gain and what is known @everywhere', async ({
	page,
	server,
}) => {
	await page.goto(server.link);
	const journeys = page.getByRole('main').getByRole('link');
	const femke = journeys.filter({ hasText: 'Van eerste rit tot eigen racefiets' });
	await expect(femke).toContainText('Meeste winst: See');
	await expect(femke).toContainText('79 % weten');
	await expect(femke).toContainText('15 acties open');
	await expect(journeys.filter({ hasText: 'Blijven rijden' })).toContainText('58 % weten');
});

test('the other workspace is one choice away', async ({ page, server }) => {
	await page.goto(server.link);
	await page.getByRole('button', { name: /^Werkruimte/ }).click();
	await page.getByRole('menuitemradio', { name: 'Sleutelbos Hypotheekadvies' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sleutelbos Hypotheekadvies');
	await expect(
		page.getByRole('main').getByRole('link', { name: /Van droomhuis tot jaarlijks overzicht/ }),
	).toBeVisible();
});

test('a new journey starts with its stages and their questions', async ({ page, server }) => {
	await page.goto(server.link);
	await page.getByRole('banner').getByRole('button', { name: 'Nieuwe klantreis' }).click();
	const dialog = page.getByRole('dialog', { name: 'Nieuwe klantreis' });
	await dialog.getByRole('textbox').fill('Een tweede fiets');
	await dialog.getByText('Klant worden, zijn, blijven').click();
	await dialog.getByRole('button', { name: 'Klantreis maken' }).click();

	const map = new MapPage(page);
	await expect(map.table).toBeVisible();
	await expect(page.getByRole('banner')).toContainText('Een tweede fiets');
	expect(await map.stageNames()).toHaveLength(3);

	await page.goto(server.origin);
	await expect(page.getByRole('main').getByRole('link', { name: /Een tweede fiets/ })).toBeVisible();
});

test('a new journey can begin step by step', async ({ page, server }) => {
	await page.goto(server.link);
	await page.getByRole('banner').getByRole('button', { name: 'Nieuwe klantreis' }).click();
	const dialog = page.getByRole('dialog', { name: 'Nieuwe klantreis' });
	await dialog.getByRole('textbox').fill('Stap voor stap verder');
	await dialog.getByRole('button', { name: 'Stap voor stap' }).click();
	await expect(page).toHaveURL(/\/j\/[^/]+\/start$/);
	await expect(page.getByRole('banner')).toContainText('Stap voor stap verder');
});

test('the ambition is edited where it stands', async ({ page, server }) => {
	await page.goto(server.link);
	const ambition = page.getByRole('button', { name: /^Ambitie: De winkel waar iedereen/ });
	await ambition.focus();
	await page.keyboard.press('Enter');
	await page.getByRole('textbox', { name: 'Ambitie' }).fill('Iedereen op de fiets, het hele jaar.');
	await page.keyboard.press('Enter');
	const changed = page.getByRole('button', { name: /^Ambitie: Iedereen op de fiets/ });
	await expect(changed).toBeFocused();
	await page
		.getByRole('main')
		.getByRole('link', { name: /Blijven rijden/ })
		.click();
	await expect(new MapPage(page).table).toBeVisible();
	await page.goBack();
	await page.reload();
	await expect(changed).toBeVisible();
});
