import { violations } from '../support/axe';
import { test, expect } from '../support/fixtures';
import { MapPage } from '../support/map';
import { PhonePage } from '../support/phone';
import { StartPage } from '../support/start';

const boxOf = async (box: Promise<{ x: number; y: number; width: number; height: number } | null>) =>
	(await box)!;

test.describe('a first start', () => {
	test.use({ tour: null });

	test('explains the map in five steps, beside what they are about, and only once', async ({
		page,
		server,
	}) => {
		const map = await MapPage.open(page, server);
		const tour = page.getByRole('dialog');
		const lit = page.locator('.lit');
		for (const title of [
			'Kolommen zijn fasen',
			'Kaartjes zijn wat er gebeurt',
			'Weten of raden',
			'Waar de winst ligt',
			'Wat je gaat doen',
		]) {
			await expect(tour).toHaveAccessibleName(title);
			const [note, about] = [await boxOf(tour.boundingBox()), await boxOf(lit.boundingBox())];
			const apart =
				note.y >= about.y + about.height ||
				note.y + note.height <= about.y ||
				note.x >= about.x + about.width ||
				note.x + note.width <= about.x;
			expect(apart, `${title} covers nothing`).toBe(true);
			expect(note.y).toBeGreaterThanOrEqual(0);
			expect(note.y + note.height).toBeLessThanOrEqual(800);
			await tour.getByRole('button', { name: /^(Verder|Aan de slag)$/ }).click();
		}
		await expect(tour).toHaveCount(0);
		await map.reload();
		await expect(tour).toHaveCount(0);
	});

	test('waits on an empty journey of your own, and comes on the example', async ({ page, server }) => {
		const id = await StartPage.fresh(page, server);
		await MapPage.at(page, server, id);
		const tour = page.getByRole('dialog');
		await expect(tour).toHaveCount(0);
		await MapPage.at(page, server);
		await expect(tour).toHaveAccessibleName('Kolommen zijn fasen');
	});

	test('can be sent away, and leaves the keyboard to the map until it is asked for', async ({
		page,
		server,
	}) => {
		const map = await MapPage.open(page, server);
		const tour = page.getByRole('dialog', { name: 'Kolommen zijn fasen' });
		await expect(tour).toBeVisible();
		await expect(page.locator('body')).toBeFocused();
		expect(await violations(page)).toEqual([]);
		await page.keyboard.press('Escape');
		await expect(tour).toHaveCount(0);
		await map.reload();
		await expect(tour).toHaveCount(0);
	});
});

test.describe('in English by keyboard', () => {
	test.use({ language: 'en', theme: 'dark' });

	test('the help menu begins it again, and closing gives the focus back', async ({ page, server }) => {
		await MapPage.open(page, server);
		await expect(page.getByRole('dialog')).toHaveCount(0);
		const help = page.getByRole('button', { name: 'More and help' });
		await help.focus();
		await page.keyboard.press('Enter');
		await page.getByRole('menuitem', { name: 'Tour' }).focus();
		await page.keyboard.press('Enter');
		const tour = page.getByRole('dialog');
		await expect(tour).toHaveAccessibleName('Columns are stages');
		await expect(tour.getByRole('button', { name: 'Next' })).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(tour).toHaveAccessibleName('Cards are what happens');
		await page.keyboard.press('ArrowRight');
		await expect(tour).toHaveAccessibleName('Known or a guess');
		await page.keyboard.press('ArrowLeft');
		await expect(tour).toHaveAccessibleName('Cards are what happens');
		expect(await violations(page)).toEqual([]);
		await page.keyboard.press('Escape');
		await expect(tour).toHaveCount(0);
		await expect(help).toBeFocused();
	});
});

test('a phone is led through the same five steps @phone', async ({ page, server }) => {
	const phone = await PhonePage.open(page, server);
	await page.getByRole('banner').getByRole('button', { name: 'Meer' }).tap();
	await phone.sheet.getByRole('button', { name: 'Rondleiding' }).tap();
	const tour = page.getByRole('dialog', { name: /^(Kolommen|Kaartjes|Weten|Waar|Wat) / });
	for (let step = 1; step <= 5; step++) {
		await expect(tour.getByText(`Stap ${step} van 5`)).toBeVisible();
		const [note, about] = [await boxOf(tour.boundingBox()), await boxOf(page.locator('.lit').boundingBox())];
		expect(note.y >= about.y + about.height || note.y + note.height <= about.y, `step ${step}`).toBe(true);
		const next = tour.getByRole('button', { name: /^(Verder|Aan de slag)$/ });
		expect((await boxOf(next.boundingBox())).height).toBeGreaterThanOrEqual(44);
		await next.tap();
	}
	await expect(tour).toHaveCount(0);
});
