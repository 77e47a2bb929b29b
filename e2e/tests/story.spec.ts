import { test, expect } from '../support/fixtures';
import { MapPage } from '../support/map';

// The way of a first visitor: open the demo, change it in several ways, and find it all again.
test('what a person changes on the map is there after a reload', async ({ page, server }) => {
	await page.goto(server.link);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('De Lage Versnelling');
	await page
		.getByRole('main')
		.getByRole('link', { name: /Van eerste rit tot eigen racefiets/ })
		.click();
	const map = new MapPage(page);
	await expect(map.table).toBeVisible();

	await test.step('edit a card', async () => {
		await map.card('Gratis routes downloaden').dblclick();
		await map.field.fill('Elke zondag een nieuwe route');
		await map.field.press('Enter');
		await expect(map.card('Elke zondag een nieuwe route')).toBeFocused();
	});

	await test.step('add a stage', async () => {
		await page.getByRole('button', { name: 'Fase toevoegen', exact: true }).click();
		await map.field.fill('Doorvertellen');
		await map.field.press('Enter');
		await expect(map.stage('Doorvertellen')).toBeFocused();
	});

	await test.step('move a card by keyboard', async () => {
		await map.card('Reviews van klanten lezen').focus();
		await page.keyboard.press('Alt+ArrowLeft');
		await expect(map.card('Reviews van klanten lezen')).toBeFocused();
	});

	await test.step('change a score and see the picture of gain change', async () => {
		await expect(map.gain('Do – kopen')).toHaveAccessibleName(/relevantie 75, aanwezigheid 75/);
		await map.score('Do – kopen', 'Aanwezigheid', 'Amira', 15);
		await expect(map.gain('Do – kopen')).toHaveAccessibleName(/relevantie 75, aanwezigheid 55/);
	});

	await test.step('switch language', async () => {
		await page.getByRole('button', { name: /^NL\./ }).click();
		await expect(map.stage('Think')).toBeVisible();
		await expect(map.card('Read customer reviews')).toBeVisible();
	});

	await test.step('delete a card and undo it', async () => {
		await map.card('Make the test ride').focus();
		await page.keyboard.press('Delete');
		await expect(map.card('Make the test ride')).toBeHidden();
		await page.keyboard.press('Control+z');
		await expect(map.card('Make the test ride')).toBeVisible();
	});

	await map.reload();

	// What has no English yet shows in Dutch, and says so.
	expect(await map.stageNames()).toEqual([
		'See',
		'Think',
		'Do',
		'Care',
		expect.stringMatching(/^DoorvertellenNL$/i),
	]);
	expect((await map.titles('Contact moments')).slice(3, 7)).toEqual([
		'Read customer reviews',
		'Web shop with filters and size table',
		'Call to arrange a test ride',
		'Make the test ride',
	]);
	await expect(map.gain('Do')).toHaveAccessibleName(/relevance 75, presence 55/);
	await page.getByRole('button', { name: /^EN\./ }).click();
	await expect(map.card('Elke zondag een nieuwe route')).toBeVisible();
});
