import { test, expect, type Language, type Theme } from '../support/fixtures';
import { violations } from '../support/axe';
import { PhonePage } from '../support/phone';

test('a stage is one tap away, and its figures are on screen @phone', async ({ page, server }) => {
	const phone = await PhonePage.open(page, server);
	const stage = await phone.goTo('Do – kopen');
	await expect(stage.getByText('13 van 18 weten')).toBeVisible();
	await expect(stage.getByRole('button', { name: /Dieptepunt.*Wachten op de fiets/ })).toBeVisible();
	await expect(phone.stage('See – zien')).not.toBeInViewport();
});

test('what is changed on a phone is there after a reload @phone', async ({ page, server }) => {
	const phone = await PhonePage.open(page, server);
	let stage = await phone.goTo('Think – overwegen');

	await test.step('edit a card', async () => {
		await stage.getByRole('button', { name: /Reviews van klanten lezen/ }).tap();
		await phone.sheet.getByRole('button', { name: /^Titel: / }).tap();
		await phone.sheet.getByRole('textbox').first().fill('Lezen wat anderen ervan vinden');
		await page.keyboard.press('Enter');
		await phone.close();
		await expect(stage.getByRole('button', { name: /Lezen wat anderen ervan vinden/ })).toBeVisible();
	});

	await test.step('add a card', async () => {
		await stage.getByRole('button', { name: 'Kaartje toevoegen bij Contactmomenten' }).tap();
		await phone.sheet.getByRole('textbox').fill('Een proefrit boeken op mijn telefoon');
		await page.keyboard.press('Enter');
		await expect(stage.getByRole('button', { name: /Een proefrit boeken op mijn telefoon/ })).toBeVisible();
	});

	await test.step('score', async () => {
		await stage.getByRole('combobox', { name: 'Wie scoort' }).selectOption('Joris');
		const figure = stage.getByRole('spinbutton', { name: 'Aanwezigheid als getal' });
		await figure.fill('90');
		await figure.press('Enter');
		await expect(stage.getByText('Samen 80 en 60.')).toBeVisible();
	});

	await test.step('delete a card and undo it', async () => {
		await stage.getByRole('button', { name: /Proefrit rijden/ }).tap();
		await phone.sheet.getByRole('button', { name: 'Verwijderen' }).tap();
		await expect(stage.getByRole('button', { name: /Proefrit rijden/ })).toBeHidden();
		await page.getByRole('button', { name: 'Ongedaan maken' }).tap();
		await expect(stage.getByRole('button', { name: /Proefrit rijden/ })).toBeVisible();
	});

	await phone.reload();
	stage = await phone.goTo('Think – overwegen');
	await expect(stage.getByRole('button', { name: /Lezen wat anderen ervan vinden/ })).toBeVisible();
	await expect(stage.getByRole('button', { name: /Een proefrit boeken op mijn telefoon/ })).toBeVisible();
	await expect(stage.getByRole('button', { name: /Proefrit rijden/ })).toBeVisible();
	await expect(stage.getByText('Samen 80 en 60.')).toBeVisible();
});

test('no page is wider than the screen @phone', async ({ page, server }) => {
	await page.goto(server.link);
	for (const path of ['/', '/j/jo-femke', '/j/jo-mortgage', '/j/jo-femke/gain']) {
		await page.goto(`${server.origin}${path}`);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
	}
});

const looks: [Language, Theme][] = [
	['nl', 'light'],
	['nl', 'dark'],
	['en', 'light'],
	['en', 'dark'],
];

for (const [language, theme] of looks) {
	test.describe(`axe finds nothing in ${language}, ${theme}:`, () => {
		test.use({ language, theme });

		test('map, details, adding, more @phone', async ({ page, server }) => {
			const phone = await PhonePage.open(page, server);
			const stage = await phone.goTo(language === 'nl' ? 'Do – kopen' : 'Do');
			await test.step('map', async () => expect(await violations(page)).toEqual([]));

			await stage.getByRole('button', { name: /Wachten op de fiets|Wait for the bike/ }).tap();
			await expect(phone.sheet).toBeVisible();
			await test.step('details', async () => expect(await violations(page)).toEqual([]));
			await phone.close();

			for (const name of [/^(Kaartje|Card)$/, /^(Meer|More)$/]) {
				await page
					.getByRole('navigation', { name: /^(Hoofdnavigatie|Main navigation)$/ })
					.getByRole('button', { name })
					.tap();
				await expect(phone.sheet).toBeVisible();
				await test.step(`${name}`, async () => expect(await violations(page)).toEqual([]));
				await phone.close();
			}
		});
	});
}
