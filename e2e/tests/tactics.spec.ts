import { violations } from '../support/axe';
import { expect, test, type Language } from '../support/fixtures';
import { femke, MapPage } from '../support/map';

test('a tactic becomes an action of Think in one step, and is known as one', async ({ page, server }) => {
	const map = await MapPage.open(page, server);
	await map.menu('Fase Think – overwegen: mogelijkheden', 'Tactieken voor deze fase');
	const tactics = page.getByRole('dialog', { name: 'Tactieken' });
	await expect(
		tactics.getByRole('combobox', { name: 'Actie voor fase' }).locator('option:checked'),
	).toHaveText('Think – overwegen');
	expect(await tactics.getByRole('listitem').count()).toBeGreaterThanOrEqual(6);
	const reviews = tactics
		.getByRole('listitem')
		.filter({ hasText: 'Laat reviews van vergelijkbare klanten zien' });
	await reviews.getByRole('button', { name: /^Maak actie/ }).click();
	await expect(reviews).toContainText('is een actie');
	await reviews.getByRole('button', { name: 'Ongedaan maken' }).click();
	await expect(reviews.getByRole('button', { name: /^Maak actie/ })).toBeVisible();
	await reviews.getByRole('button', { name: /^Maak actie/ }).click();
	await page.keyboard.press('Escape');
	await map.saved();

	await page.goto(`${server.origin}/j/${femke}/actions`);
	const action = page.getByRole('row').filter({ hasText: 'Laat reviews van vergelijkbare klanten zien' });
	await expect(action.getByRole('combobox', { name: /^Fase/ }).locator('option:checked')).toHaveText('Think');
	await expect(action.getByRole('combobox', { name: /^Kanaal/ }).locator('option:checked')).toHaveText(
		'Reviewsite',
	);
});

const kinds: Record<Language, string[]> = {
	nl: ['Zien', 'Overwegen', 'Kopen', 'Klant blijven'],
	en: ['See', 'Think', 'Do', 'Care'],
};

for (const language of ['nl', 'en'] as Language[]) {
	test.describe(`in ${language}`, () => {
		test.use({ language, theme: language === 'nl' ? 'dark' : 'light' });

		test('axe finds nothing in the library of tactics @everywhere', async ({ page, server }) => {
			await page.goto(server.link);
			await page.goto(`${server.origin}/j/${femke}/actions`);
			await page.getByRole('button', { name: /^(Tactieken|Tactics)$/ }).click();
			await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
			expect(await violations(page)).toEqual([]);
		});

		test('[R32] every kind of stage has six tactics or more, by channel @everywhere', async ({
			page,
			server,
		}) => {
			await page.goto(server.link);
			await page.goto(`${server.origin}/j/${femke}/actions`);
			await page.getByRole('button', { name: /^(Tactieken|Tactics)$/ }).click();
			const tactics = page.getByRole('dialog', { name: /^(Tactieken|Tactics)$/ });
			await expect(tactics.getByRole('listitem').first()).toBeVisible();
			for (const kind of kinds[language]) {
				await tactics.getByRole('radiogroup').getByText(kind, { exact: true }).click();
				expect(await tactics.getByRole('listitem').count()).toBeGreaterThanOrEqual(6);
			}
			const workshop = language === 'nl' ? 'Werkplaats' : 'Workshop';
			await tactics.getByRole('combobox', { name: /^(Kanaal|Channel)$/ }).selectOption({ label: workshop });
			await expect(tactics.getByRole('listitem').filter({ hasNotText: workshop })).toHaveCount(0);
			await expect(tactics.getByRole('listitem').first()).toContainText(workshop);
		});
	});
}
