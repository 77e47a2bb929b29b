import type { Page } from '@playwright/test';
import { test, expect } from '../support/fixtures';
import { MapPage } from '../support/map';

const saved = (page: Page) =>
	expect(page.getByRole('banner').getByRole('status')).toHaveText(/^\s*(Opgeslagen|Saved)/);

test('time zone and limits are kept, and say where they count', async ({ page, server }) => {
	await page.goto(server.link);
	await page.goto(`${server.origin}/settings`);
	const zone = page.getByRole('combobox', { name: 'Tijdzone' });
	await zone.fill('new york');
	await zone.press('Enter');
	await expect(zone).toHaveValue('America/New_York');
	await zone.fill('Nergens');
	await zone.press('Enter');
	await expect(page.getByText('‘Nergens’ is geen tijdzone')).toBeVisible();
	await expect(zone).toHaveValue('America/New_York');

	const limits = page.getByRole('region', { name: 'Grenzen' });
	await expect(limits).toContainText('wat ouder is, heet oud');
	await limits.getByRole('spinbutton', { name: 'Bewijs is oud na' }).fill('6');
	await page.keyboard.press('Enter');
	await limits.getByRole('spinbutton', { name: 'Weinig antwoorden onder' }).fill('5000');
	await page.keyboard.press('Enter');
	await expect(page.getByText(/1 tot( en met)? 1\.000|1 en 1\.000|1–1\.000/)).toBeVisible();
	await limits.getByRole('spinbutton', { name: 'Weinig antwoorden onder' }).fill('50');
	await page.keyboard.press('Enter');
	await saved(page);
	await page.reload();
	await expect(zone).toHaveValue('America/New_York');
	await expect(limits.getByRole('spinbutton', { name: 'Bewijs is oud na' })).toHaveValue('6');
	await expect(limits.getByRole('spinbutton', { name: 'Weinig antwoorden onder' })).toHaveValue('50');
	await page.getByRole('button', { name: 'Zoals op dit apparaat' }).click();
	await expect(zone).toHaveValue('');
	await page.keyboard.press('Control+z');
	await expect(zone).toHaveValue('America/New_York');
});

test('a proof point rests on evidence of the workspace', async ({ page, server }) => {
	await page.goto(server.link);
	await page.goto(`${server.origin}/settings`);
	const proof = page.getByRole('region', { name: 'Bewijspunten' });
	await proof.getByRole('button', { name: 'Bewijspunt toevoegen' }).click();
	await proof.getByRole('textbox', { name: 'Bewijspunt toevoegen' }).fill('Wij leveren op tijd');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	const row = proof.getByRole('listitem').filter({ hasText: 'Wij leveren op tijd' });
	await row.getByRole('button', { name: /^Bewijs toevoegen/ }).click();
	const dialog = page.getByRole('dialog', { name: 'Bewijs voor ‘Wij leveren op tijd’' });
	await dialog.getByRole('listitem').getByRole('button').first().click();
	await dialog.getByRole('button', { name: 'Klaar' }).click();
	await expect(row.getByRole('button', { name: /^1 keer bewijs/ })).toBeVisible();
	await saved(page);
	await page.reload();
	await expect(row.getByRole('button', { name: /^1 keer bewijs/ })).toBeVisible();
});

test('a channel out of use leaves the choices, and stays where it is used', async ({ page, server }) => {
	await page.goto(server.link);
	await page.goto(`${server.origin}/settings`);
	const channels = page.getByRole('region', { name: 'Kanalen' });
	await channels.getByRole('checkbox', { name: 'Telefoon is in gebruik' }).uncheck();
	await channels.getByRole('checkbox', { name: 'Website is in gebruik' }).uncheck();
	await saved(page);
	const map = await (async () => {
		await page.goto(`${server.origin}/j/jo-femke`);
		return new MapPage(page);
	})();
	await map.card('Bellen om een proefrit').click();
	const channel = map.details.getByRole('combobox', { name: 'Kanaal' });
	await expect(channel).toHaveValue('ch-phone');
	await expect(channel.getByRole('option', { name: 'Telefoon' })).toHaveCount(1);
	await expect(channel.getByRole('option', { name: 'Website' })).toHaveCount(0);
	await expect(map.card('Gratis routes downloaden')).toContainText('Website');
});

test('a persona has channels of its own, a group the source of its size', async ({ page, server }) => {
	await page.goto(server.link);
	await page.goto(`${server.origin}/groups/pe-femke`);
	const lane = page.getByRole('article').locator('section').filter({ hasText: 'Kanalen' }).first();
	await lane.getByRole('button', { name: 'Kanalen kiezen' }).click();
	await page.getByRole('checkbox', { name: 'Femke gebruikt Folder en drukwerk' }).check();
	await page.getByRole('dialog').getByRole('button', { name: 'Klaar' }).click();
	await expect(lane.getByRole('listitem').filter({ hasText: 'Folder' })).toBeVisible();
	await saved(page);

	await page.goto(`${server.origin}/groups`);
	const group = page.getByRole('main').getByRole('region', { name: 'Beginnende wielrenners' });
	await group.getByRole('button', { name: /^Bron van de omvang/ }).click();
	await group.getByRole('textbox', { name: 'Bron van de omvang' }).fill('Ledenlijst 2026');
	await page.keyboard.press('Enter');
	await saved(page);
	await page.goto(`${server.origin}/j/jo-femke/summary`);
	await expect(page.getByText('bron: Ledenlijst 2026')).toBeVisible();
	await page.goto(`${server.origin}/groups/pe-femke`);
	await expect(lane.getByRole('listitem').filter({ hasText: 'Folder' })).toBeVisible();
});
