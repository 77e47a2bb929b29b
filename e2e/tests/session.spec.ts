import { test, expect } from '../support/fixtures';

test('without a session the page says in one sentence how to get in', async ({ browser, server }) => {
	const stranger = await browser.newContext({ locale: 'nl-NL' });
	const page = await stranger.newPage();
	const answer = await page.goto(server.origin);
	expect(answer?.status()).toBe(401);
	await expect(page.getByRole('main')).toContainText('open de link die het programma toont');
	await stranger.close();
});

test('the link lets one browser in, once', async ({ browser, page, server }) => {
	await page.goto(server.link);
	await expect(page).toHaveURL(`${server.origin}/`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('De Lage Versnelling');

	const stranger = await browser.newContext();
	const answer = await (await stranger.newPage()).goto(server.link);
	expect(answer?.status()).toBe(401);
	await stranger.close();
});

test('a browser that is in stays in when the program starts again', async ({ page, server, problems }) => {
	problems.foresee(/ERR_CONNECTION_REFUSED/);
	await page.goto(server.link);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await page.waitForLoadState('networkidle');
	await server.halt();
	await server.resume();
	await page.goto(server.origin);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('De Lage Versnelling');
});

test('an address that does not exist says so and shows the way back', async ({ page, server, problems }) => {
	problems.foresee(/Not found: \/ergens\/anders/);
	await page.goto(server.link);
	await page.goto(`${server.origin}/ergens/anders`);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await page.getByRole('link', { name: 'Naar de klantreizen' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('De Lage Versnelling');
});
