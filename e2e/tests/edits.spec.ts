import { test, expect } from '../support/fixtures';
import { MapPage } from '../support/map';

test.describe('cards', () => {
	test('are typed into a cell, one after the other', async ({ page, server }) => {
		const map = await MapPage.open(page, server);
		await map.addTo('Drempels', 'Do – kopen').click();
		await map.field.fill('Ik weet niet welke pedalen erbij horen');
		await map.field.press('Enter');
		await expect(map.card('Ik weet niet welke pedalen erbij horen')).toBeFocused();
		await page.keyboard.press('Insert');
		await map.field.fill('De winkel is op zondag dicht');
		await map.field.press('Enter');
		await map.reload();
		expect(await map.titles('Drempels')).toEqual(
			expect.arrayContaining(['Ik weet niet welke pedalen erbij horen', 'De winkel is op zondag dicht']),
		);
	});

	test('keep their title when Escape leaves the field', async ({ page, server }) => {
		const map = await MapPage.open(page, server);
		await map.card('Gratis routes downloaden').focus();
		await page.keyboard.press('Enter');
		await map.field.fill('Iets anders');
		await map.field.press('Escape');
		await expect(map.card('Gratis routes downloaden')).toBeFocused();
	});

	test('at the edge of the screen are edited by double-click, though their details open there', async ({
		page,
		server,
	}) => {
		const map = await MapPage.open(page, server);
		await map.card('Proefrit rijden').dblclick();
		await map.field.fill('Een uur op pad met de proeffiets');
		await map.field.press('Enter');
		await expect(map.card('Een uur op pad met de proeffiets')).toBeFocused();
	});

	test('are dragged to another stage', async ({ page, server }) => {
		const map = await MapPage.open(page, server);
		const from = await map.card('Ik zoek een mooie route voor zondag').boundingBox();
		const to = await map.card('Ik vergelijk modellen').boundingBox();
		if (!from || !to) throw new Error('both cards are on screen');
		await page.mouse.move(from.x + 30, from.y + 20);
		await page.mouse.down();
		await page.mouse.move(from.x + 60, from.y + 24, { steps: 4 });
		await page.mouse.move(to.x + 8, to.y + 20, { steps: 12 });
		await page.mouse.up();
		await map.reload();
		expect((await map.titles('Wat doe ik')).slice(2, 4)).toEqual([
			'Ik zoek een mooie route voor zondag',
			'Ik vergelijk modellen, maten en prijzen op mijn telefoon',
		]);
	});

	test('walk through the stages by keyboard, and back by undo', async ({ page, server }) => {
		const map = await MapPage.open(page, server);
		const before = await map.titles('Contactmomenten');
		await map.card('Gratis routes downloaden').focus();
		await page.keyboard.press('Alt+Shift+ArrowRight');
		expect((await map.titles('Contactmomenten')).indexOf('Gratis routes downloaden')).toBe(6);
		await page.keyboard.press('Control+z');
		await expect.poll(() => map.titles('Contactmomenten')).toEqual(before);
		await page.keyboard.press('Control+y');
		await expect
			.poll(async () => (await map.titles('Contactmomenten')).indexOf('Gratis routes downloaden'))
			.toBe(6);
	});

	test('a decision keeps its figures when its question changes', async ({ page, server }) => {
		const map = await MapPage.open(page, server);
		await map.card('Kom ik een proefrit maken?').dblclick();
		await map.field.fill('Durf ik een proefrit aan?');
		await map.field.press('Enter');
		await map.reload();
		await expect(map.card('Durf ik een proefrit aan?')).toContainText('162 van 900');
		await expect(map.card('Durf ik een proefrit aan?')).toHaveAccessibleName(/18\s% ja/);
	});
});

test.describe('stages', () => {
	test('are renamed, moved and deleted with what is in them', async ({ page, server }) => {
		const map = await MapPage.open(page, server);
		await map.stage('Do – kopen').focus();
		await page.keyboard.press('Enter');
		await map.field.fill('Kopen');
		await map.field.press('Enter');
		await page.keyboard.press('Alt+ArrowLeft');
		expect(await map.stageNames()).toEqual([
			'See – zien',
			'Kopen',
			'Think – overwegen',
			'Care – klant zijn en blijven',
		]);

		await expect(map.stage('Kopen')).toBeFocused();
		await page.keyboard.press('Delete');
		await page.getByRole('dialog').getByRole('button', { name: 'Verwijder alles mee' }).click();
		await expect(map.stage('Kopen')).toBeHidden();
		await expect(map.card('Wachten op de fiets')).toBeHidden();
		await map.reload();
		await expect(map.stage('Kopen')).toBeHidden();
		await expect(map.card('Wachten op de fiets')).toBeHidden();
	});

	test('what was in a deleted stage moves to its neighbour when asked', async ({ page, server }) => {
		const map = await MapPage.open(page, server);
		await map.stage('Do – kopen').focus();
		await page.keyboard.press('Delete');
		await page.getByRole('dialog').getByRole('button', { name: 'Verplaats alles naar Think' }).click();
		await expect(map.stage('Do – kopen')).toBeHidden();
		await expect(map.card('Wachten op de fiets')).toBeVisible();
		await page.keyboard.press('Control+z');
		await expect(map.stage('Do – kopen')).toBeVisible();
		await map.reload();
		await expect(map.stage('Do – kopen')).toBeVisible();
		expect((await map.titles('Contactmomenten')).slice(7, 10)).toEqual([
			'Maat laten opnemen in de winkel',
			'Offerte en betaling',
			'Wachten op de fiets',
		]);
	});

	test('the last one stays, with a sentence why', async ({ page, server }) => {
		const map = await MapPage.open(page, server);
		for (const stage of ['See – zien', 'Think – overwegen', 'Do – kopen']) {
			await map.stage(stage).focus();
			await page.keyboard.press('Delete');
			await page.getByRole('dialog').getByRole('button', { name: 'Verwijder alles mee' }).click();
			await expect(map.stage(stage)).toBeHidden();
		}
		await map.stage('Care – klant zijn en blijven').focus();
		await page.keyboard.press('Delete');
		await expect(page.getByText('Een klantreis heeft minstens één fase.')).toBeVisible();
		expect(await map.stageNames()).toEqual(['Care – klant zijn en blijven']);
	});
});

test.describe('lanes', () => {
	test('are added, renamed, moved, hidden and deleted', async ({ page, server }) => {
		const map = await MapPage.open(page, server);
		await map.menu('Rij Drempels: mogelijkheden', 'Rij eronder toevoegen');
		const dialog = page.getByRole('dialog');
		await dialog.getByRole('textbox').fill('Nog uit te zoeken');
		await dialog.getByRole('button', { name: 'Notities' }).click();
		await expect(map.lane('Nog uit te zoeken')).toBeVisible();

		await map.lane('Nog uit te zoeken').focus();
		await page.keyboard.press('Alt+ArrowUp');
		await map.reload();
		const names = await map.laneNames();
		expect(names.indexOf('Nog uit te zoeken')).toBe(names.indexOf('Drempels') - 1);

		await map.menu('Rij Behoeften: mogelijkheden', 'Verbergen');
		await expect(map.lane('Behoeften')).toBeHidden();
		await map.menu('Rij Drempels: mogelijkheden', 'Behoeften tonen');
		await expect(map.lane('Behoeften')).toBeVisible();

		await map.menu('Rij Nog uit te zoeken: mogelijkheden', 'Verwijderen');
		await expect(map.lane('Nog uit te zoeken')).toBeHidden();
		await map.reload();
		await expect(map.lane('Nog uit te zoeken')).toBeHidden();
	});
});
