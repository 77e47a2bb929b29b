import { test, expect, type Language, type Theme } from '../support/fixtures';
import { violations } from '../support/axe';
import { MapPage } from '../support/map';
import { StartPage } from '../support/start';

test('U1-1, U1-2: a first journey step by step, by mouse, in Dutch [R14] [R18]', async ({ page, server }) => {
	const id = await StartPage.fresh(page, server);
	const start = await StartPage.open(page, server, id, '?step=organisation');
	const map = page.getByRole('complementary', { name: 'Je kaart' });

	await test.step('organisation, without a website', async () => {
		await start.field('Naam van je organisatie').fill('Bakkerij Zonnebloem');
		await start.main.getByText('Net begonnen').click();
		await start.main.getByText('zonder website', { exact: true }).click();
		await start.onward.click();
	});
	await test.step('reason', async () => {
		await expect(start.question).toHaveText('Waarom maak je deze klantreis?');
		await start.main.getByText('Verbeteren', { exact: true }).click();
		await start.field('Hoe noem je deze klantreis?').fill('Elke zaterdag brood');
		await expect(map).toContainText('Elke zaterdag brood');
		await start.onward.click();
	});
	await test.step('an example becomes a principle of one’s own', async () => {
		await start.main.getByRole('button', { name: 'Kwaliteit gaat boven hoeveelheid.' }).click();
		await start.field('Basisprincipe 5').fill('Vers gaat boven veel.');
		await start.onward.click();
	});
	await test.step('group', async () => {
		await start.add('Een nieuwe klantgroep', 'Gezinnen in de wijk');
		await start.add('Nog een kenmerk', 'iedereen');
		await start.add('Een nieuwe persona', 'Noor');
		await expect(map).toContainText('Noor · gezinnen in de wijk');
		await start.onward.click();
	});

	const check = start.main.locator('section').filter({ hasText: 'situaties in één klantreis' });
	await test.step('too broad, with its reasons; it does not block', async () => {
		for (const situation of ['Klant worden', 'Klant zijn', 'Klant blijven'])
			await start.main.getByText(situation, { exact: true }).click();
		await expect(check.getByRole('heading', { name: 'Waarschijnlijk te breed' })).toBeVisible();
		await expect(check.getByRole('listitem')).toHaveCount(3);
		await expect(map).toContainText('Voorstel');
		await expect(start.onward).toBeEnabled();
	});
	await test.step('meant like this, and taken back', async () => {
		await check.getByRole('button', { name: 'Zo is het bedoeld' }).click();
		await expect(check.getByRole('heading', { name: 'Zo is het bedoeld' })).toBeVisible();
		await check.getByRole('button', { name: 'Ongedaan maken' }).click();
		await expect(check.getByRole('heading', { name: 'Waarschijnlijk te breed' })).toBeVisible();
	});
	await test.step('a journey of its own changes the verdict, and can be undone', async () => {
		await check.getByRole('button', { name: 'Maak een aparte klantreis' }).click();
		await expect(start.main.getByRole('checkbox', { name: /^Klant blijven/ })).not.toBeChecked();
		await expect(check).toContainText('Twee situaties in één klantreis.');
		await expect(check).not.toContainText('Er is nog niets dat er niet bij hoort.');
		const made = map.getByRole('link', { name: /Elke zaterdag brood – Klant blijven/ });
		await expect(made).toContainText('Aparte klantreis gemaakt');
		await check.getByRole('button', { name: 'Ongedaan maken' }).click();
		await expect(start.main.getByRole('checkbox', { name: /^Klant blijven/ })).toBeChecked();
		await expect(made).toBeHidden();
		await start.onward.click();
	});
	await test.step('beginning and end', async () => {
		await expect(start.main.getByRole('radio', { name: 'als de behoefte ontstaat' })).toBeChecked();
		await start.field('Wanneer is iemand klant?').fill('Wie zijn brood afrekent.');
		await start.onward.click();
	});
	await test.step('own stages', async () => {
		await start.add('Fase toevoegen', 'Ruiken', 'Kopen');
		await start.field('Naam van fase 1').fill('Opvallen');
		await start.main.getByRole('button', { name: 'Kopen eerder' }).click();
		await expect(start.field('Naam van fase 2')).toHaveValue('Kopen');
		await start.onward.click();
	});
	await test.step('a stage: our question, and whether it is so in practice', async () => {
		await start.field('Jouw antwoord').fill('De geur hangt in de straat.');
		await start.main.getByText('In theorie', { exact: true }).click();
		await start.field('Waaraan zie je dat?').fill('De deur is dicht.');
		await expect(start.main.getByRole('link', { name: /Opvallen/ })).toContainText('Opvallen');
	});
	await test.step('first contact moments begin as guesses', async () => {
		await page
			.getByRole('navigation', { name: 'Stappen' })
			.getByRole('link', { name: /^Invullen per fase/ })
			.click();
		await start.add('Een contactmoment', 'Ik ruik brood op straat');
		await start.add('Een drempel', 'Ik sta in de rij');
		await expect(start.main.getByText('raden', { exact: true })).toHaveCount(2);
		await start.saved();
	});
	await test.step('leaving and coming back goes on where it was', async () => {
		await page.getByRole('link', { name: 'Later verder' }).click();
		await expect(new MapPage(page).card('Ik ruik brood op straat')).toBeVisible();
		await page.goto(`${server.origin}/j/${id}/start`);
		await expect(start.question).toHaveText(/^Wat maakt de klant mee in /);
		await expect(start.main).toContainText('Welkom terug. Je stopte vandaag bij Invullen per fase');
	});
	await test.step('without a website no step about figures of it', async () => {
		await page
			.getByRole('navigation', { name: 'Stappen' })
			.getByRole('link', { name: /^Verder op de kaart/ })
			.click();
		await expect(start.main).toContainText('Acties per kanaal');
		await expect(start.main).not.toContainText('Cijfers van je website');
	});
});

test.describe('in English, by keyboard', () => {
	test.use({ language: 'en' });

	test('a scope is narrowed and stages are ordered without a mouse @phone', async ({ page, server }) => {
		const id = await StartPage.fresh(page, server, 'bbs');
		const start = await StartPage.open(page, server, id, '?step=scope');

		await test.step('scope', async () => {
			for (const situation of [/^Becoming/, /^Staying/]) {
				await start.main.getByRole('checkbox', { name: situation }).focus();
				await page.keyboard.press('Space');
			}
			await expect(start.main.getByRole('heading', { name: 'Probably too broad' })).toBeVisible();
			await start.field('Add to: out of scope').focus();
			await page.keyboard.type('Business customers');
			await page.keyboard.press('Enter');
			await page.keyboard.type('Visitors from abroad');
			await page.keyboard.press('Enter');
			await expect(start.field('Out of scope, line 2')).toHaveValue('Visitors from abroad');
			await start.main.getByRole('button', { name: 'Make a separate journey' }).focus();
			await page.keyboard.press('Enter');
			await expect(start.main.getByRole('checkbox', { name: /^Staying/ })).not.toBeChecked();
		});
		await test.step('on by keyboard; the question takes the focus', async () => {
			await page.keyboard.press('Control+Enter');
			await expect(start.question).toHaveText('Where does the journey begin, and where does it end?');
			await expect(start.question).toBeFocused();
			await page.keyboard.press('Control+Enter');
		});
		await test.step('the third stage first', async () => {
			await start.field('Name of stage 3').focus();
			await page.keyboard.press('Alt+ArrowUp');
			await page.keyboard.press('Alt+ArrowUp');
			await expect(start.field('Name of stage 1')).toHaveValue('Staying a customer');
			await expect(start.field('Name of stage 1')).toBeFocused();
		});
		await test.step('taken back, and to the map', async () => {
			await page.keyboard.press('Escape');
			await page.keyboard.press('Control+z');
			await expect(start.field('Name of stage 2')).toHaveValue('Staying a customer');
			await start.saved();
			await page.reload();
			await expect(start.field('Name of stage 2')).toHaveValue('Staying a customer');
			await page.keyboard.press('Escape');
			await expect(page).toHaveURL(`${server.origin}/j/${id}`);
		});
	});
});

test('the guided start is one command away from the map', async ({ page, server }) => {
	await MapPage.open(page, server);
	await page.keyboard.press('Control+k');
	await page.getByRole('dialog').getByRole('combobox').fill('stap voor');
	await page.keyboard.press('Enter');
	await expect(new StartPage(page).question).toBeVisible();
});

const looks: [Language, Theme][] = [
	['nl', 'light'],
	['nl', 'dark'],
	['en', 'light'],
	['en', 'dark'],
];
const steps = [
	'organisation',
	'reason',
	'principles',
	'group',
	'scope',
	'bounds',
	'stages',
	'questions',
	'fill',
	'ready',
];

for (const [language, theme] of looks) {
	test.describe(`axe finds nothing in the guided start in ${language}, ${theme}:`, () => {
		test.use({ language, theme });

		test('every step, filled and fresh @everywhere', async ({ page, server }) => {
			const fresh = await StartPage.fresh(page, server, 'bbs');
			for (const id of ['jo-femke', fresh])
				for (const step of steps) {
					await StartPage.open(page, server, id, `?step=${step}`);
					expect(await violations(page), `${id} ${step}`).toEqual([]);
					const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
					expect(wider, `${id} ${step}`).toBeLessThanOrEqual(0);
				}
		});
	});
}
