import { test, expect } from '../support/fixtures';
import { MapPage } from '../support/map';

test('edits wait while the program is away, and are kept when it is back', async ({
	page,
	server,
	problems,
}) => {
	problems.foresee(/ERR_CONNECTION_REFUSED/);
	const map = await MapPage.open(page, server);
	await server.halt();

	await map.card('Reviews van klanten lezen').dblclick();
	await map.field.fill('Lezen wat anderen ervan vinden');
	await map.field.press('Enter');
	await expect(page.getByRole('banner').getByRole('status')).toContainText('1 wijziging wacht');

	await server.resume();
	await map.reload();
	await expect(map.card('Lezen wat anderen ervan vinden')).toBeVisible();
});

test('edits that waited in a closed tab are sent by the next one', async ({
	page,
	context,
	server,
	problems,
}) => {
	problems.foresee(/ERR_CONNECTION_REFUSED/);
	const map = await MapPage.open(page, server);
	await server.halt();
	await map.card('Gratis routes downloaden').dblclick();
	await map.field.fill('Elke zondag een nieuwe route');
	await map.field.press('Enter');
	await expect(page.getByRole('banner').getByRole('status')).toContainText('1 wijziging wacht');
	await page.close();

	await server.resume();
	const next = new MapPage(await context.newPage());
	await next.page.goto(`${server.origin}/j/jo-femke`);
	await expect(next.card('Elke zondag een nieuwe route')).toBeVisible();
	await next.reload();
	await expect(next.card('Elke zondag een nieuwe route')).toBeVisible();
});

test('an edit is on screen at once and on disk within a tenth of a second', async ({ page, server }) => {
	const map = await MapPage.open(page, server);
	const answers: number[] = [];
	page.on('requestfinished', (request) => {
		if (request.method() === 'POST') answers.push(request.timing().responseEnd);
	});
	for (let i = 1; i <= 9; i++) {
		await map.card('Gratis routes').dblclick();
		await map.field.fill(`Gratis routes ${i}`);
		await map.field.press('Enter');
		await expect(map.card(`Gratis routes ${i}`)).toBeFocused();
		await map.saved();
	}
	expect(answers).toHaveLength(9);
	const median = answers.sort((a, b) => a - b)[4];
	expect(median).toBeLessThan(100);
});
