import type { Page } from '@playwright/test';
import { violations } from '../support/axe';
import { test, expect, type Language, type Theme } from '../support/fixtures';
import { MapPage } from '../support/map';

const saved = (page: Page) =>
	expect(page.getByRole('banner').getByRole('status')).toHaveText(/^\s*(Opgeslagen|Saved)/);

/** Enters by the link, then goes to a page about the workspace. */
async function open(page: Page, link: string, path: string): Promise<void> {
	await page.goto(link);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await page.goto(new URL(path, link).href);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Moves the focus with Tab until it is on what is meant, as somebody without a mouse does. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
	const tabsMax = 150;
	for (let tab = 0; tab < tabsMax; tab++) {
		const focused = await page.evaluate(() => {
			const at = document.activeElement;
			return at?.getAttribute('aria-label') ?? at?.textContent?.trim() ?? '';
		});
		if (typeof name === 'string' ? focused === name : name.test(focused)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`Tab does not reach ${name}`);
}

test('[R07] groups stand apart, with what goes back and forth and their own journey', async ({
	page,
	server,
}) => {
	await page.goto(server.link);
	await page.getByRole('navigation', { name: 'Hoofdnavigatie' }).getByText('Klantgroepen').click();
	const groups = page.getByRole('main').getByRole('region');
	await expect(groups).toHaveCount(3);
	const beginners = groups.filter({ hasText: 'Beginnende wielrenners' });
	await expect(beginners.getByRole('link', { name: 'Van eerste rit tot eigen racefiets' })).toBeVisible();
	await expect(beginners.getByRole('link', { name: /^Femke/ })).toContainText('4 van 5 weten');
	await expect(
		groups.filter({ hasText: 'Ervaren clubrijders' }).getByRole('link', { name: 'Blijven rijden' }),
	).toBeVisible();

	await page.getByRole('button', { name: 'Klantgroep toevoegen' }).click();
	await page.getByRole('textbox', { name: 'Klantgroep toevoegen' }).fill('Toeristen');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	const tourists = page.getByRole('region', { name: 'Toeristen' });
	await tourists.getByRole('button', { name: 'Kenmerk toevoegen' }).click();
	for (const criterion of ['Zijn hier op vakantie', 'Huren voor een dag']) {
		await tourists.getByRole('textbox', { name: 'Kenmerk toevoegen' }).fill(criterion);
		await page.keyboard.press('Enter');
	}
	await page.keyboard.press('Escape');
	await expect(tourists.getByRole('list', { name: 'Wie hoort erbij' }).getByRole('listitem')).toHaveCount(2);
	await tourists.getByRole('button', { name: /^Omvang/ }).click();
	await tourists.getByRole('textbox', { name: 'Omvang' }).fill('1.200');
	await page.keyboard.press('Enter');
	await tourists.getByRole('button', { name: 'Uitwisseling toevoegen' }).click();
	await tourists.getByRole('textbox', { name: 'wij geven' }).fill('Een huurfiets die past');
	await tourists.getByRole('textbox', { name: 'zij geven' }).fill('Een review');
	await tourists.getByRole('combobox').selectOption('aanbeveling');
	await tourists.getByRole('button', { name: 'Toevoegen', exact: true }).click();
	await expect(tourists.getByRole('list', { name: 'Waarde-uitwisseling' })).toContainText('Een review');

	await tourists.getByRole('button', { name: 'Klantgroep Toeristen: meer' }).click();
	await page.getByRole('menuitem', { name: 'Omhoog' }).click();
	await expect(groups.nth(2)).toHaveAccessibleName('Toeristen');
	await saved(page);
	await page.reload();
	await expect(groups.nth(2)).toContainText('1.200');
	await expect(groups.nth(2)).toContainText('Een huurfiets die past');

	await groups.nth(2).getByRole('button', { name: 'Klantgroep Toeristen: meer' }).click();
	await page.getByRole('menuitem', { name: 'Verwijderen' }).click();
	await expect(groups).toHaveCount(3);
	await page.getByRole('button', { name: 'Ongedaan maken', exact: true }).click();
	await expect(groups.nth(2)).toHaveAccessibleName('Toeristen');
});

test('[R09] a statement about a persona is known or guessed, and evidence makes it known', async ({
	page,
	server,
}) => {
	await open(page, server.link, '/groups');
	await page
		.getByRole('main')
		.getByRole('link', { name: /^Femke/ })
		.click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Femke');
	await expect(page.getByRole('main')).toContainText('4 van 5 uitspraken weten we');
	const habits = page.getByRole('article').locator('section').filter({ hasText: 'Gewoonten' });
	await expect(habits).toContainText('raden');
	await habits.getByRole('button', { name: /^Zoek het uit/ }).click();
	const dialog = page.getByRole('dialog', { name: "Zoekt 's avonds op haar telefoon" });
	await dialog
		.getByRole('button', { name: /Routes in de regio/ })
		.first()
		.click();
	await dialog.getByRole('button', { name: 'Klaar' }).click();
	await expect(page.getByRole('main')).toContainText('5 van 5 uitspraken weten we');
	await expect(habits).not.toContainText('raden');

	const worries = page.getByRole('article').locator('section').filter({ hasText: 'Zorgen' });
	await worries.getByRole('button', { name: 'Zorg toevoegen' }).click();
	await worries.getByRole('textbox').fill('Vallen met klikpedalen');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('main')).toContainText('5 van 6 uitspraken weten we');

	await page.getByRole('button', { name: 'Kies een portret' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'krullen' }).click();
	await page.getByRole('radio', { name: /^Nieuw/ }).check({ force: true });
	await saved(page);
	await page.reload();
	await expect(worries).toContainText('Vallen met klikpedalen');
	await expect(page.getByRole('radio', { name: /^Nieuw/ })).toBeChecked();
	await page.keyboard.press('Control+z');
	await page.goto(`${server.origin}/j/jo-femke`);
	await expect(new MapPage(page).table).toBeVisible();
});

test('a persona is one page of A4, also a full one in the dark theme', async ({ page, server }) => {
	await open(page, server.link, '/groups/pe-femke');
	const needs = page.getByRole('article').locator('section').filter({ hasText: 'Behoeften' });
	const pages = async () => {
		const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
		expect(pdf).toMatch(/MediaBox\s*\[0 0 594\.\d+ 841\.\d+\]/);
		return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length;
	};
	await expect(page.getByText('meeste winst')).toBeVisible();
	expect(await pages()).toBe(1);
	await needs.getByRole('button', { name: 'Behoefte toevoegen' }).click();
	for (let i = 1; i <= 8; i++) {
		await needs.getByRole('textbox').fill(`Nog een behoefte waar lang over te vertellen valt, nummer ${i}`);
		await page.keyboard.press('Enter');
	}
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Donkere weergave' }).click();
	expect(await pages()).toBe(1);
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('settings: principles in order, channels of which one stays, who is who', async ({ page, server }) => {
	await page.goto(server.link);
	await page.getByRole('navigation', { name: 'Hoofdnavigatie' }).getByText('Instellingen').click();
	const principles = page.getByRole('region', { name: 'Basisprincipes' });
	await principles.getByRole('button', { name: 'Basisprincipe toevoegen' }).click();
	await principles.getByRole('textbox', { name: 'Basisprincipe toevoegen' }).fill('Eerst luisteren.');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	await expect(principles.getByRole('listitem').last()).toContainText('Eerst luisteren.');
	await principles.getByRole('button', { name: '‘Eerst luisteren.’: meer' }).click();
	await page.getByRole('menuitem', { name: 'Omhoog' }).click();
	await expect(principles.getByRole('listitem').nth(3)).toContainText('Eerst luisteren.');

	const channels = page.getByRole('region', { name: 'Kanalen' });
	await channels.getByRole('button', { name: '‘Werkwijze (geen kanaal)’: meer' }).click();
	await expect(page.getByRole('menuitem', { name: 'Verwijderen' })).toHaveCount(0);
	await page.keyboard.press('Escape');
	await channels.getByRole('combobox', { name: 'Soort kanaal van Website' }).selectOption('betaald');
	await channels.getByRole('checkbox', { name: 'Berichtendienst is in gebruik' }).uncheck();

	await page.getByRole('region', { name: 'Organisatie' }).getByRole('checkbox').uncheck();
	await page.getByRole('combobox', { name: 'Ik ben …' }).selectOption('Amira');
	await saved(page);
	await page.reload();
	await expect(principles.getByRole('listitem').nth(3)).toContainText('Eerst luisteren.');
	await expect(channels.getByRole('combobox', { name: 'Soort kanaal van Website' })).toHaveValue('paid');
	await expect(channels.getByRole('checkbox', { name: 'Berichtendienst is in gebruik' })).not.toBeChecked();
	await expect(page.getByRole('button', { name: 'Je bent Amira. Kies iemand anders' })).toBeVisible();

	const map = await test.step('the map scores for who you are', async () => {
		await page.goto(`${server.origin}/j/jo-femke`);
		return new MapPage(page);
	});
	await map.gain('See – zien').click();
	await expect(map.details.getByRole('combobox').first()).toHaveValue('m-amira');
});

test.describe('in English by keyboard', () => {
	test.use({ language: 'en', theme: 'dark' });

	test('a group, a persona and a principle are made without a mouse @phone', async ({ page, server }) => {
		await open(page, server.link, '/groups');
		await tabTo(page, 'Add a customer group');
		await page.keyboard.press('Enter');
		await page.keyboard.type('Tourists');
		await page.keyboard.press('Enter');
		await page.keyboard.press('Escape');
		const tourists = page.getByRole('region', { name: 'Tourists' });
		await expect(tourists).toBeVisible();
		await tourists.getByRole('button', { name: 'Add a persona' }).focus();
		await page.keyboard.press('Enter');
		await page.keyboard.type('Kim');
		await page.keyboard.press('Enter');
		await expect(page.getByRole('heading', { level: 1 })).toContainText('Kim');
		await expect(page.getByRole('combobox', { name: 'Customer group' })).toHaveValue(/.+/);
		await tabTo(page, 'Add a goal');
		await page.keyboard.press('Enter');
		await page.keyboard.type('A day out');
		await page.keyboard.press('Enter');
		await page.keyboard.press('Escape');
		await expect(page.getByRole('main')).toContainText('we know 0 of 1 statements');
		await saved(page);

		await tabTo(page, 'Main navigation');
		await page.keyboard.press('Enter');
		await page.keyboard.press('End');
		await page.keyboard.press('Enter');
		await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
		await tabTo(page, 'Add a guiding principle');
		await page.keyboard.press('Enter');
		await page.keyboard.type('Listen first.');
		await page.keyboard.press('Enter');
		await page.keyboard.press('Escape');
		const principles = page.getByRole('region', { name: 'Guiding principles' });
		await expect(principles.getByRole('listitem').last()).toContainText('Listen first.');
		await page.keyboard.press('Control+z');
		await expect(principles).not.toContainText('Listen first.');
	});
});

const looks: [Language, Theme][] = [
	['nl', 'light'],
	['en', 'dark'],
];
for (const [language, theme] of looks) {
	test.describe(`axe finds nothing in ${language}, ${theme}:`, () => {
		test.use({ language, theme });
		for (const path of ['/groups', '/groups/pe-femke', '/groups/nobody', '/settings'])
			test(`${path} @everywhere`, async ({ page, server }) => {
				await open(page, server.link, path);
				if (path === '/groups/pe-femke')
					await expect(page.getByText(/^(meeste winst|most to gain)/)).toBeVisible();
				expect(await violations(page)).toEqual([]);
				expect(
					await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
				).toBeLessThanOrEqual(0);
			});
	});
}
