import type { Page } from '@playwright/test';
import { violations } from '../support/axe';
import { test, expect, type Language, type Theme } from '../support/fixtures';
import type { Klantreis } from '../support/klantreis';
import { MapPage } from '../support/map';

const slide = (page: Page) => page.getByRole('main');

async function open(page: Page, server: Klantreis, query = ''): Promise<void> {
	await page.goto(server.link);
	await page.goto(`${server.origin}/j/jo-femke/present${query}`);
	await expect(slide(page).getByRole('heading', { level: 1 })).toBeVisible();
}

test('[U2-7] F presents the journey, keys go through it, Escape leads back to where the map was', async ({
	page,
	server,
}) => {
	const map = await MapPage.open(page, server);
	await map.card('Wachten op de fiets').focus();
	await page.keyboard.press('f');
	await expect(page).toHaveURL(/\/present$/);
	await expect(slide(page)).toHaveAccessibleName('Dia 1 van 5');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		/De meeste winst ligt bij See: je bent relevant \(60\) maar weinig aanwezig \(25\)/,
	);
	await expect(
		page.getByRole('img', { name: /^Emotielijn: .*Wachten op de fiets: teleurgesteld/ }),
	).toBeVisible();

	await page.keyboard.press('ArrowRight');
	await expect(page.getByRole('heading', { level: 1, name: 'See' })).toBeVisible();
	await page.keyboard.press('End');
	await expect(page).toHaveURL(/slide=4/);
	await expect(page.getByRole('heading', { level: 1, name: 'Care' })).toBeVisible();
	await page.keyboard.press('ArrowLeft');
	await expect(slide(page)).toContainText('−4 onder de belofte');
	await expect(slide(page)).toContainText('216 van 540');
	await page.reload();
	await expect(page.getByRole('heading', { level: 1, name: 'Do' })).toBeVisible();
	await page.keyboard.press('Home');
	await expect(slide(page)).toHaveAccessibleName('Dia 1 van 5');
	await page.goBack();
	await expect(map.table).toBeVisible();

	await map.card('Wachten op de fiets').focus();
	await page.keyboard.press('f');
	await expect(slide(page)).toHaveAccessibleName('Dia 1 van 5');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Escape');
	await expect(map.table).toBeVisible();
	await expect(map.card('Wachten op de fiets')).toBeFocused();
});

test('the board sees no people and no evidence, a customer no scores and no gaps', async ({
	page,
	server,
}) => {
	await open(page, server, '?slide=3');
	const team = slide(page);
	await expect(team.getByText('weten, 2 keer bewijs')).toHaveCount(1);
	await expect(team.getByText('Sanne')).toHaveCount(2);
	await expect(team.getByText('Relevantie')).toBeVisible();

	await page.keyboard.press('a');
	await expect(page).toHaveURL(/for=customer/);
	for (const word of ['Relevantie', 'winst', 'belofte', 'verwacht', '14,3', 'Sanne'])
		await expect(
			team.getByText(word, { exact: false }).filter({ hasNotText: 'Belofte aanpassen' }),
		).toHaveCount(0);
	await expect(team.getByText('Eerlijke levertijd')).toBeVisible();

	await page.keyboard.press('a');
	await expect(page).toHaveURL(/for=board/);
	await expect(team.getByText('keer bewijs')).toHaveCount(0);
	await expect(team.getByText('Sanne')).toHaveCount(0);
	await expect(team.getByText('14,3')).toBeVisible();
	await page.keyboard.press('Home');
	await expect(team.getByText('Amira')).toHaveCount(0);
	await expect(page).toHaveURL(/for=board/);
	await page.getByRole('radio', { name: 'Klant' }).check({ force: true });
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		/^De reis voelt het best bij .* en het slechtst bij ‘Wachten op de fiets’/,
	);
});

test('the foot names the slides, fades when nothing moves and comes back', async ({ page, server }) => {
	await page.clock.install();
	await open(page, server);
	const foot = page.locator('footer');
	await page.getByRole('navigation', { name: "Dia's" }).getByRole('button', { name: 'Think' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Think' })).toBeVisible();
	await page.evaluate(() => (document.activeElement as HTMLElement).blur());
	await page.mouse.move(300, 200);
	await expect(foot).toHaveCSS('opacity', '1');
	await page.clock.runFor(5000);
	await expect(foot).toHaveCSS('opacity', '0');
	await page.mouse.move(320, 220);
	await expect(foot).toHaveCSS('opacity', '1');
});

test('a slide is 1280 by 720 on every screen, as large as fits', async ({ page, server }) => {
	for (const [width, height, scale] of [
		[1280, 720, 1],
		[1920, 1080, 1.5],
		[1600, 1200, 1.25],
	] as const) {
		await page.setViewportSize({ width, height });
		await open(page, server, '?slide=2');
		const box = await slide(page).boundingBox();
		expect(box?.width).toBeCloseTo(1280 * scale, 0);
		expect(box?.height).toBeCloseTo(720 * scale, 0);
	}
});

test('a phone held upright reads a slide as a column, and a swipe turns it @phone', async ({
	page,
	server,
}) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await open(page, server, '?slide=1');
	await expect(page.getByRole('img', { name: 'Dia 2 van 5' })).toBeVisible();
	await page.getByRole('button', { name: 'Volgende dia' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Think' })).toBeVisible();
	await page.evaluate(() => {
		const touch = (x: number) =>
			new Touch({ identifier: 1, target: document.body, clientX: x, clientY: 400 });
		const fire = (type: string, x: number) =>
			window.dispatchEvent(
				new TouchEvent(type, { touches: type === 'touchend' ? [] : [touch(x)], changedTouches: [touch(x)] }),
			);
		fire('touchstart', 300);
		fire('touchend', 120);
	});
	await expect(page.getByRole('heading', { level: 1, name: 'Do' })).toBeVisible();
	expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
	for (const button of await page.locator('footer').getByRole('button').all()) {
		const box = await button.boundingBox();
		expect(Math.min(box!.width, box!.height)).toBeGreaterThanOrEqual(44);
	}
	await page.getByRole('button', { name: 'Terug naar de kaart' }).click();
	await expect(page).toHaveURL(/\/j\/jo-femke$/);
});

const looks: [Language, Theme][] = [
	['nl', 'light'],
	['en', 'dark'],
];
for (const [language, theme] of looks) {
	test.describe(`axe finds nothing in ${language}, ${theme}:`, () => {
		test.use({ language, theme });
		for (const query of ['', '?slide=3', '?slide=2&for=customer', '?for=board'])
			test(`present${query} @everywhere`, async ({ page, server }) => {
				await open(page, server, query);
				await expect(page.getByRole('img', { name: /^(Emotielijn|Emotion curve)/ })).toBeVisible();
				expect(await violations(page)).toEqual([]);
			});
	});
}
