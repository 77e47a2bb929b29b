import type { Page } from '@playwright/test';
import { violations } from '../support/axe';
import { test, expect } from '../support/fixtures';
import { MapPage } from '../support/map';

const bar = (page: Page) => page.getByRole('region', { name: 'Filter' });

async function filter(page: Page, part: string, value: string): Promise<void> {
	if (!(await bar(page).isVisible())) await page.getByRole('button', { name: 'Filter', exact: true }).click();
	await bar(page).locator('summary').filter({ hasText: part }).click();
	await bar(page).getByRole('checkbox', { name: value, exact: true }).check();
	await page.keyboard.press('Escape');
}

/** Sets a property of the card or stage with that name in its details. */
async function give(map: MapPage, property: string, value: string): Promise<void> {
	await map.details.getByRole('combobox', { name: property, exact: true }).selectOption(value);
}

test.describe('the filter', () => {
	test('[R13] "customer stays" shows only the stages and actions of that situation', async ({
		page,
		server,
	}) => {
		const map = await MapPage.open(page, server);
		await map.stage('Care – klant zijn en blijven').click();
		await give(map, 'Situatie', 'klant blijven');
		const actions = page.getByRole('article', { name: /^actie:/ });
		const all = await actions.count();
		await filter(page, 'Situatie', 'klant blijven');
		expect(await map.stageNames()).toEqual(['Care – klant zijn en blijven']);
		const names = await actions.evaluateAll((nodes) => nodes.map((node) => node.getAttribute('aria-label')));
		expect(names.length).toBeGreaterThan(0);
		expect(names.length).toBeLessThan(all);
		await expect(map.card('Proefrit rijden')).toBeHidden();
		await expect(map.card('Eerste rit')).toBeVisible();

		await filter(page, 'Situatie', 'klant worden');
		await expect.poll(() => map.stageNames()).toHaveLength(4);
	});

	test('[R16] of an experience level shows only the cards for those customers', async ({ page, server }) => {
		const map = await MapPage.open(page, server);
		await map.card('Proefrit rijden').click();
		await give(map, 'Klantervaring', 'Onervaren');
		await filter(page, 'Klantervaring', 'Onervaren');
		await expect(bar(page).getByRole('status')).toHaveText('1 van 73 kaartjes');
		expect(await map.titles('Contactmomenten')).toEqual(['Proefrit rijden']);
		await filter(page, 'Klantervaring', 'Bestaand');
		await expect(bar(page).getByRole('status')).toHaveText('1 van 73 kaartjes');
	});

	test('[R33] of a kind of trigger shows only those triggers', async ({ page, server }) => {
		const map = await MapPage.open(page, server);
		await filter(page, 'Aanleiding', 'gebeurtenis');
		await expect(bar(page).getByRole('status')).toHaveText('1 van 73 kaartjes');
		expect(await map.titles('Wat doe ik')).toHaveLength(1);
		await bar(page).getByRole('button', { name: 'Aanleiding: gebeurtenis weghalen' }).click();
		await filter(page, 'Aanleiding', 'marketing');
		await expect(bar(page).getByRole('status')).toHaveText('0 van 73 kaartjes');
	});

	test('of a tag stands in the address, so that a link shows the same', async ({ page, server }) => {
		const map = await MapPage.open(page, server);
		await map.card('Proefrit rijden').click();
		await map.details.getByRole('combobox', { name: 'Label toevoegen' }).fill('proef, kopen');
		await map.details.getByRole('combobox', { name: 'Label toevoegen' }).press('Enter');
		await expect(map.card('Proefrit rijden')).toContainText('proef');
		await filter(page, 'Label', 'proef');
		await filter(page, 'Weten of raden', 'weten');
		await expect(page).toHaveURL(/\?tag=proef&evidence=known$/);
		await expect(bar(page).getByRole('status')).toHaveText('1 van 73 kaartjes');
		await map.reload();
		await expect(bar(page).getByRole('status')).toHaveText('1 van 73 kaartjes');
		expect(await map.titles('Contactmomenten')).toEqual(['Proefrit rijden']);
		expect(await violations(page)).toEqual([]);
		await bar(page).getByRole('button', { name: 'Alles tonen' }).click();
		await expect(page).toHaveURL(/\/j\/jo-femke$/);
		await expect(bar(page).getByRole('status')).toHaveText('73 van 73 kaartjes');
	});

	test('of what is known hides guesses; closing it brings them back in their order', async ({
		page,
		server,
	}) => {
		const map = await MapPage.open(page, server);
		const before = await map.titles('Wat doe ik');
		await filter(page, 'Weten of raden', 'weten');
		const shown = await map.titles('Wat doe ik');
		expect(shown.length).toBeLessThan(before.length);
		await page.getByRole('button', { name: 'Filter sluiten' }).click();
		expect(await map.titles('Wat doe ik')).toEqual(before);
	});
});

test.describe('saved views', () => {
	test('keep filter and lanes for an audience, and everything comes back', async ({ page, server }) => {
		const map = await MapPage.open(page, server);
		await map.menu('Rij Drempels: mogelijkheden', 'Verbergen');
		await filter(page, 'Weten of raden', 'weten');
		await page.getByRole('button', { name: 'Weergave', exact: true }).click();
		await page.getByRole('menuitem', { name: /^Weergaven bewaren/ }).click();
		const dialog = page.getByRole('dialog');
		await dialog.getByRole('textbox', { name: 'Naam van de weergave' }).fill('Voor het bestuur');
		await dialog.getByRole('combobox').first().selectOption('Bestuur');
		await dialog.getByRole('button', { name: 'Bewaren', exact: true }).click();
		await expect(bar(page)).toContainText('Voor het bestuur');
		await expect(page).toHaveURL(/\?view=[0-9a-f-]{36}$/);

		await page.getByRole('button', { name: 'Weergave', exact: true }).click();
		await page.getByRole('menuitemradio', { name: 'Alles', exact: true }).click();
		await expect(map.lane('Drempels')).toBeHidden();
		await page.getByRole('button', { name: 'Weergave', exact: true }).click();
		await page.getByRole('menuitem', { name: 'Drempels tonen' }).click();
		await expect(map.lane('Drempels')).toBeVisible();

		await page.getByRole('button', { name: 'Weergave', exact: true }).click();
		await page.getByRole('menuitemradio', { name: 'Voor het bestuur' }).click();
		await expect(map.lane('Drempels')).toBeHidden();
		await expect(bar(page).getByRole('button', { name: 'Bewaar in weergave' })).toBeHidden();
		await map.menu('Rij Behoeften: mogelijkheden', 'Verbergen');
		await bar(page).getByRole('button', { name: 'Bewaar in weergave' }).click();
		await map.reload();
		await expect(map.lane('Behoeften')).toBeHidden();
		await expect(map.lane('Drempels')).toBeHidden();
		await bar(page).getByRole('button', { name: 'Weergave verlaten' }).click();
		await expect(map.lane('Behoeften')).toBeVisible();
	});

	test('are renamed, and deleted with a way back', async ({ page, server }) => {
		const map = await MapPage.open(page, server);
		const open = async () => {
			await page.getByRole('button', { name: 'Weergave', exact: true }).click();
			await page.getByRole('menuitem', { name: /^Weergaven bewaren/ }).click();
		};
		await open();
		const dialog = page.getByRole('dialog');
		await dialog.getByRole('button', { name: 'Bewaren', exact: true }).click();
		await open();
		await dialog.getByRole('button', { name: /^Naam van de weergave/ }).click();
		await dialog.locator('li').getByRole('textbox').fill('Ploeg');
		await dialog.locator('li').getByRole('textbox').press('Enter');
		await expect(bar(page)).toContainText('Ploeg');
		expect(await violations(page)).toEqual([]);
		await dialog.getByRole('button', { name: 'Weergave Ploeg verwijderen' }).click();
		await page.keyboard.press('Escape');
		await expect(bar(page)).toBeHidden();
		await page.keyboard.press('Control+z');
		await map.reload();
		await page.getByRole('button', { name: 'Weergave', exact: true }).click();
		await expect(page.getByRole('menuitemradio', { name: 'Ploeg' })).toBeVisible();
	});
});

test.describe('the palette', () => {
	test('goes to a card by a few letters, also in a folded lane', async ({ page, server }) => {
		const map = await MapPage.open(page, server);
		await page.keyboard.press('Control+k');
		await page.getByRole('combobox', { name: 'Zoek een opdracht of kaartje' }).fill('prfrt rijden');
		await page.keyboard.press('Enter');
		await expect(map.card('Proefrit rijden')).toBeFocused();
	});

	test('shows keys, and folds and unfolds all lanes', async ({ page, server }) => {
		const map = await MapPage.open(page, server);
		await page.keyboard.press('Control+k');
		const search = page.getByRole('combobox', { name: 'Zoek een opdracht of kaartje' });
		await search.fill('inzoomen');
		await expect(page.getByRole('option', { name: 'Inzoomen' })).toContainText('Alt++');
		await search.fill('alle rijen inkl');
		await page.keyboard.press('Enter');
		await expect(map.card('Proefrit rijden')).toBeHidden();
		await page.keyboard.press('Control+k');
		await search.fill('uitklappen');
		await page.keyboard.press('Enter');
		await expect(map.card('Proefrit rijden')).toBeVisible();
	});
});

test('zoom by keyboard is told, and remembered', async ({ page, server }) => {
	const map = await MapPage.open(page, server);
	await map.card('Proefrit rijden').focus();
	await page.keyboard.press('Alt+Minus');
	await page.keyboard.press('Alt+Minus');
	await expect(page.getByRole('banner').getByText(/^80/)).toBeVisible();
	await map.reload();
	await expect(page.getByRole('banner').getByText(/^80/)).toBeVisible();
	await page.keyboard.press('Alt+Digit0');
	await expect(page.getByRole('banner').getByText(/^100/)).toBeVisible();
});

test('deleting a stage offers the way that loses nothing first, and tells what went along', async ({
	page,
	server,
}) => {
	const map = await MapPage.open(page, server);
	await map.stage('Do – kopen').focus();
	await page.keyboard.press('Delete');
	const dialog = page.getByRole('dialog');
	await expect(dialog.getByRole('button', { name: 'Verplaats alles naar Think' })).toBeFocused();
	await dialog.getByRole('button', { name: 'Verwijder alles mee' }).click();
	await expect(
		page.getByText(/^Fase Do – kopen verwijderd, met \d+ kaartjes en \d+ kansen/).first(),
	).toBeVisible();
});
