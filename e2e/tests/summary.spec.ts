import type { Page } from '@playwright/test';
import { violations } from '../support/axe';
import { test, expect, type Language, type Theme } from '../support/fixtures';
import { journeyOf } from '../support/journeys';
import type { Klantreis } from '../support/klantreis';
import { MapPage } from '../support/map';
import { StartPage } from '../support/start';

async function open(page: Page, server: Klantreis, query = ''): Promise<void> {
	await page.goto(server.link);
	await page.goto(`${server.origin}/j/jo-femke/summary${query}`);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** What stands behind a name in a list of facts. */
const fact = (page: Page, name: string) =>
	page
		.getByRole('term')
		.filter({ hasText: new RegExp(`^${name}$`) })
		.locator('+ *');

test('[R03] the head of the report says where the journey begins and ends', async ({ page, server }) => {
	await open(page, server);
	await expect(fact(page, 'Begint')).toHaveText('vóór de behoefte');
	await expect(fact(page, 'Eindigt')).toHaveText('niet: hij gaat door');
	await expect(fact(page, 'Aanleiding')).toHaveText('Verbeteren');
	const paper = page.getByRole('article');
	await expect(paper).toContainText('Beginners in de regio, eerste racefiets, winkel en website');
	await expect(paper).toContainText(
		'Iemand is klant vanaf het moment dat de aanbetaling is gedaan. (vanaf Care)',
	);
	await expect(paper).toContainText('Klanten buiten 25 km');
	await expect(paper).toContainText('weten, 58 van 73 kaartjes');
	await expect(paper).toContainText('3 perspectieven');
});

test('[R11] what we give a group and ask of it is printed in the report', async ({ page, server }) => {
	await open(page, server);
	const row = page.getByRole('row').filter({ hasText: 'Gratis routes en ritten' });
	await expect(row).toContainText('Vertel het een vriend');
	await expect(row).toContainText('aanbeveling');
	await page.emulateMedia({ media: 'print' });
	await expect(row).toBeVisible();
});

test('[R34] where, when, mindset and our role are printed in the summary of a stage', async ({
	page,
	server,
}) => {
	await open(page, server);
	const think = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /^Think/ }) });
	for (const words of [
		'Thuis op de telefoon, bij vrienden',
		"'s Avonds, drie tot tien weken voor de koop",
		'Zoekt zekerheid, vergelijkt, twijfelt aan zichzelf',
		'Uitlegger',
		'Proefrit makkelijk maken, vaktaal weg',
	])
		await expect(think).toContainText(words);
	await page.emulateMedia({ media: 'print' });
	await expect(think.getByText('Uitlegger')).toBeVisible();
	const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
	expect(pdf).toMatch(/MediaBox\s*\[0 0 59[45]\.\d+ 84[12]\.\d+\]/);
	expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBeLessThanOrEqual(4);
});

test('[R12] without a scope the map can be filled; the report says that it is not clear and leads to its step', async ({
	page,
	server,
}) => {
	await page.goto(server.link);
	const id = await journeyOf(page, server, 'Nog zonder scope', ['Kopen']);
	const map = await MapPage.at(page, server, id);
	await map.addTo('Contactmomenten', 'Kopen').click();
	await map.field.fill('De etalage zien');
	await map.field.press('Enter');
	await expect(map.card('De etalage zien')).toBeVisible();

	await page.goto(`${server.origin}/j/${id}/summary`);
	await expect(page.getByRole('article')).toContainText('De scope is nog niet duidelijk.');
	await page.getByRole('link', { name: 'Maak hem duidelijk' }).click();
	const steps = page.getByRole('navigation', { name: 'Stappen' });
	await steps.getByRole('link', { name: /^Scope/ }).click();
	const start = new StartPage(page);
	await start.field(/^Reikwijdte/).fill('Gezinnen in de wijk, brood');
	await start.field(/^Invalshoek/).fill('Tijd en gemak');
	await start.saved();
	await page.goto(`${server.origin}/j/${id}/summary`);
	await expect(page.getByRole('article')).toContainText('Gezinnen in de wijk, brood');
	await expect(page.getByRole('article')).toContainText('Tijd en gemak');
	await expect(page.getByRole('article')).not.toContainText('De scope is nog niet duidelijk.');
});

test('[R36] competitors can be hidden in what is printed, and guesses too', async ({ page, server }) => {
	await open(page, server);
	const paper = page.getByRole('article');
	await expect(paper.getByRole('heading', { name: 'Concurrenten' })).toBeVisible();
	await expect(paper).toContainText('Grote webwinkel');
	await expect(paper.getByText('Think → See: Stelt uit tot volgend seizoen')).toBeVisible();

	await page.getByRole('checkbox', { name: 'Zonder concurrenten' }).check();
	await expect(paper).not.toContainText('Grote webwinkel');
	await expect(paper.getByRole('heading', { name: 'Concurrenten' })).toHaveCount(0);
	await expect(paper.getByRole('img', { name: /^Tekening/ })).toHaveCount(0);
	await page.getByRole('checkbox', { name: 'Zonder wat we raden' }).check();
	await expect(paper).not.toContainText('Stelt uit tot volgend seizoen');
	await expect(paper).not.toContainText('ongeveer');
	await page.reload();
	await expect(paper).not.toContainText('Grote webwinkel');
	await page.emulateMedia({ media: 'print' });
	await expect(paper).not.toContainText('Grote webwinkel');
	await expect(page.getByRole('checkbox')).toHaveCount(0);
});

const looks: [Language, Theme][] = [
	['nl', 'light'],
	['en', 'dark'],
];
for (const [language, theme] of looks) {
	test.describe(`axe finds nothing in ${language}, ${theme}:`, () => {
		test.use({ language, theme });
		test('summary @everywhere', async ({ page, server }) => {
			await open(page, server);
			await expect(page.getByRole('img', { name: /^(Tekening|Drawing)/ })).toBeVisible();
			expect(await violations(page)).toEqual([]);
			expect(
				await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
			).toBeLessThanOrEqual(0);
		});
	});
}
