import type { Page } from '@playwright/test';
import { violations } from '../support/axe';
import { expect, test, type Language } from '../support/fixtures';
import type { Klantreis } from '../support/klantreis';
import { femke } from '../support/map';
import { StartPage } from '../support/start';

const main = (page: Page) => page.getByRole('main');
const list = (page: Page) => main(page).getByRole('table', { name: /^(Acties|Actions)$/ });
const row = (page: Page, title: string) => list(page).getByRole('row').filter({ hasText: title });
const saved = (page: Page) =>
	expect(page.getByRole('banner').getByRole('status')).toHaveText(/^\s*(Opgeslagen|Saved)/);

/** Enters by the link, then goes to the action list of a journey, or of all of them. */
async function open(page: Page, server: Klantreis, path: string): Promise<void> {
	await page.goto(server.link);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await page.goto(`${server.origin}${path}`);
	await expect(main(page).getByRole('heading', { level: 1 })).toBeVisible();
}

test('the list is sorted by due date, ticked, taken back and downloaded', async ({ page, server }) => {
	await open(page, server, `/j/${femke}/actions`);
	await expect(list(page).getByRole('columnheader', { name: 'Einddatum' })).toHaveAttribute(
		'aria-sort',
		'ascending',
	);
	const titles = list(page).getByRole('row').locator('.title');
	await expect(titles.first()).toHaveText('Proefrit online laten boeken');
	await list(page).getByRole('button', { name: 'Einddatum' }).click();
	await expect(titles.first()).toHaveText('Leenfiets bij reparatie langer dan twee dagen');

	const action = 'Vragen binnen vier uur beantwoorden';
	await row(page, action).getByRole('checkbox').click();
	await expect(row(page, action)).toHaveCount(0);
	await main(page).getByText('Klaar 2').click();
	await expect(row(page, action).getByRole('checkbox')).toBeChecked();
	await page.keyboard.press('Control+z');
	await expect(row(page, action)).toHaveCount(0);
	await main(page).getByText('Open 15').click();
	await expect(row(page, action).getByRole('checkbox')).not.toBeChecked();

	const download = page.waitForEvent('download');
	await main(page).getByRole('link', { name: 'Actielijst downloaden als CSV' }).click();
	const text = await (await (await download).createReadStream()).toArray();
	const csv = Buffer.concat(text).toString('utf8');
	expect(csv).toMatch(/^\ufefffase;kanaal;actie;/);
	expect(csv).toContain('Proefrit online laten boeken');
});

test('what is late says so, and stays in sight by a filter', async ({ page, server }) => {
	await open(page, server, '/actions');
	await expect(main(page).getByRole('heading', { level: 1 })).toContainText('te laat');
	await main(page)
		.getByText(/Te laat \d+/)
		.click();
	await expect(list(page).getByRole('row').filter({ hasText: 'te laat' }).first()).toBeVisible();
	await expect(row(page, 'Leenfiets bij reparatie')).toHaveCount(0);
});

test('[R70] an empty list says why; actions are added per channel by keyboard alone, and stand there after a reload', async ({
	page,
	server,
}) => {
	const id = await StartPage.fresh(page, server);
	await page.goto(`${server.origin}/j/${id}/actions`);
	await expect(main(page).getByRole('heading', { level: 1 })).toHaveText('Nog geen acties');
	await expect(main(page)).toContainText('Er is nog geen kans geschreven');
	const form = main(page).getByRole('form', { name: 'Actie toevoegen' });
	for (const [channel, title] of [
		['Winkel', 'Elke ochtend proeven aanbieden'],
		['E-mail en nieuwsbrief', 'Weekbrood aankondigen'],
	] as const) {
		await form.getByRole('combobox', { name: 'Kanaal' }).selectOption({ label: channel });
		await form.getByRole('textbox').focus();
		await page.keyboard.type(title);
		await page.keyboard.press('Enter');
		await expect(
			row(page, title)
				.getByRole('combobox', { name: /^Kanaal/ })
				.locator('option:checked'),
		).toHaveText(channel);
	}
	await saved(page);
	await page.reload();
	await expect(list(page).getByRole('row')).toHaveCount(3);
	await expect(main(page).getByText('Open 2')).toBeVisible();
});

test('owner, day and status change where they stand', async ({ page, server }) => {
	await open(page, server, '/actions');
	const action = row(page, 'Vaste klanten krijgen voorrang');
	await action.getByRole('combobox', { name: /^Eigenaar/ }).selectOption({ label: 'Wout' });
	await action.getByLabel(/^Einddatum/).fill('2030-05-17');
	await expect(action).toContainText('17 mei 2030');
	await action.getByRole('combobox', { name: /^Status/ }).selectOption({ label: 'bezig' });
	await expect(action.getByRole('checkbox')).toHaveAttribute('aria-checked', 'mixed');
	for (let step = 0; step < 3; step++) await page.keyboard.press('Control+z');
	await expect(action.getByRole('combobox', { name: /^Eigenaar/ }).locator('option:checked')).toHaveText(
		'Joris',
	);
});

test('[R17] an action that conflicts with a guiding principle says which one', async ({ page, server }) => {
	await open(page, server, '/actions');
	const clash = row(page, 'Vaste klanten krijgen voorrang');
	await expect(clash).toContainText('Botst met basisprincipe 1: Iedereen die wil fietsen, is welkom.');
	await expect(main(page)).toContainText('1 actie botst met een basisprincipe');

	const action = row(page, 'Instappakket met pedalen');
	await action.getByRole('button', { name: /toetsen aan de basisprincipes/ }).click();
	const checks = list(page).getByRole('group', { name: /toetsen aan de basisprincipes/ });
	await expect(checks.getByRole('radiogroup')).toHaveCount(4);
	await checks
		.getByRole('radiogroup', { name: 'We beloven alleen wat we waarmaken.' })
		.getByText('botst')
		.click();
	await expect(action).toContainText('Botst met basisprincipe 3');
	await expect(main(page)).toContainText('2 acties botsen');
});

test('[R35] a source where we are absent is suggested, and becomes an action to talk', async ({
	page,
	server,
}) => {
	await open(page, server, `/j/${femke}/actions`);
	const suggestions = main(page).getByRole('region', { name: 'Voorstellen' });
	const suggestion = suggestions.getByRole('article').filter({ hasText: 'Podcastmaakster' });
	await expect(suggestion).toContainText('voorstel');
	await suggestion.getByRole('button', { name: /^Kans en actie maken/ }).click();
	await expect(suggestion).toHaveCount(0);
	const action = row(page, 'Praat met: Podcastmaakster');
	await expect(action).toContainText('vanwege: Podcastmaakster');
	await expect(action).toContainText('kans: ');
	await page.keyboard.press('Control+z');
	await expect(suggestion).toHaveCount(1);
	await expect(action).toHaveCount(0);

	await suggestion.getByRole('button', { name: /^Niet nu/ }).click();
	await expect(suggestion).toHaveCount(0);
	await page.reload();
	await expect(suggestions).toContainText('weggelegd');
	await suggestions.getByRole('button', { name: 'Weer tonen' }).click();
	await expect(suggestion).toHaveCount(1);
});

test('[R19] a plan of five steps counts what is done, and survives a reload', async ({ page, server }) => {
	await open(page, server, `/j/${femke}/actions`);
	const plan = main(page).getByRole('region', { name: 'Plan' });
	await expect(plan).toContainText(/ingevuld \(\d+ van \d+ velden\)/);
	await plan.getByRole('button', { name: 'Alle vijf, binnen zes weken' }).click();
	await expect(plan).toContainText('0 van 5');
	await plan.getByRole('checkbox').first().click();
	await expect(plan).toContainText('1 van 5');
	await plan.getByRole('combobox', { name: /^Eigenaar van Twaalf/ }).selectOption({ label: 'Amira' });
	await saved(page);
	await page.reload();
	await expect(plan).toContainText('1 van 5');
	await expect(
		plan.getByRole('combobox', { name: /^Eigenaar van Twaalf/ }).locator('option:checked'),
	).toHaveText('Amira');
});

for (const language of ['nl', 'en'] as Language[]) {
	test.describe(`in ${language}`, () => {
		test.use({ language, theme: language === 'nl' ? 'light' : 'dark' });

		test('axe finds nothing on the action lists @everywhere', async ({ page, server }) => {
			await open(page, server, '/actions');
			await expect(list(page)).toBeVisible();
			expect(await violations(page)).toEqual([]);
			await page.goto(`${server.origin}/j/${femke}/actions`);
			await expect(list(page)).toBeVisible();
			await list(page)
				.getByRole('button', { name: /guiding principles|basisprincipes/ })
				.first()
				.click();
			expect(await violations(page)).toEqual([]);
		});
	});
}
