import { test, expect } from '../support/fixtures';
import { MapPage } from '../support/map';

test.describe('a first visit follows the browser', () => {
	test.use({ language: null, theme: null, locale: 'en-GB', colorScheme: 'dark' });

	test('in language and theme', async ({ page, server }) => {
		await page.goto(server.link);
		await expect(
			page.getByRole('heading', { level: 2, name: /From first ride to own racing bike/ }),
		).toBeVisible();
		await expect(page.locator('html')).toHaveAttribute('lang', 'en');
		await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	});
});

test('language and theme switch at once and are remembered @everywhere', async ({ page, server }) => {
	await page.goto(server.link);
	await page.getByRole('button', { name: /^NL\./ }).click();
	await expect(
		page.getByRole('heading', { level: 2, name: /From first ride to own racing bike/ }),
	).toBeVisible();
	await page.getByRole('button', { name: 'Dark theme' }).click();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await page.reload();
	await expect(
		page.getByRole('heading', { level: 2, name: /From first ride to own racing bike/ }),
	).toBeVisible();
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a text that is written in one language leaves the other as it was', async ({ page, server }) => {
	const map = await MapPage.open(page, server);
	await map.card('Gratis routes downloaden').dblclick();
	await map.field.fill('Elke maand een gratis route');
	await map.field.press('Enter');
	await page.getByRole('button', { name: /^NL\./ }).click();
	await expect(map.card('Download free routes')).toBeVisible();
	await map.reload();
	await page.getByRole('button', { name: /^EN\./ }).click();
	await expect(map.card('Elke maand een gratis route')).toBeVisible();
});
