import type { Page } from '@playwright/test';
import { violations } from '../support/axe';
import { expect, test, type Language } from '../support/fixtures';
import type { Klantreis } from '../support/klantreis';
import { femke } from '../support/map';

const main = (page: Page) => page.getByRole('main');
const measure = (page: Page, name: string) => main(page).getByRole('article', { name });
const saved = (page: Page) =>
	expect(page.getByRole('banner').getByRole('status')).toHaveText(/^\s*(Opgeslagen|Saved)/);

async function open(page: Page, server: Klantreis): Promise<void> {
	await page.goto(server.link);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await page.goto(`${server.origin}/j/${femke}/measures`);
	await expect(main(page).getByRole('article').first()).toBeVisible();
}

/** Brings in a table of requests and visitors, as the share of one in the other; ends where it is checked. */
async function bringIn(page: Page, rows: string): Promise<void> {
	await main(page).getByRole('button', { name: 'Cijfers importeren' }).click();
	const panel = main(page).getByRole('region', { name: 'Cijfers importeren' });
	await panel.getByRole('textbox', { name: /^Of plak/ }).fill(`datum;aanvragen;bezoekers\n${rows}`);
	await panel.getByRole('button', { name: 'Verder naar de kolommen' }).click();
	await expect(panel).toContainText('gescheiden door puntkomma’s, in UTF-8');
	await panel.getByRole('combobox', { name: 'Meetwaarde' }).fill('Proefritaanvragen per bezoeker');
	await panel.getByRole('radiogroup', { name: 'Dat is' }).getByText('kolom ÷ kolom').click();
	await panel.getByLabel('Deel in').selectOption({ label: 'aanvragen' });
	await panel.getByLabel('Geheel in').selectOption({ label: 'bezoekers' });
	await panel.getByRole('button', { name: 'Verder naar nakijken' }).click();
	await expect(panel.getByRole('heading', { name: /kijk het na/ })).toBeVisible();
}

test('every stage has its own measures: one is added, measured and judged', async ({ page, server }) => {
	await open(page, server);
	const stage = main(page).getByRole('region', { name: 'Do – kopen' });
	await stage.getByRole('button', { name: 'Bestelling niet afgemaakt toevoegen' }).click();
	const own = measure(page, 'Bestelling niet afgemaakt');
	await expect(own).toContainText('nog niet gemeten');
	await own.getByRole('button', { name: /^Cijfers \d/ }).click();
	await own.getByRole('spinbutton', { name: 'Streefwaarde' }).fill('50 %');
	await own.getByRole('spinbutton', { name: 'Streefwaarde' }).press('Enter');
	for (const [date, value] of [
		['2026-05-31', '60'],
		['2026-06-30', '48'],
	] as const) {
		await own.getByLabel('Datum', { exact: true }).fill(date);
		await own.getByRole('spinbutton', { name: 'Waarde', exact: true }).fill(value);
		await own.getByRole('spinbutton', { name: 'Waarde', exact: true }).press('Tab');
		await own.getByRole('button', { name: 'Cijfer toevoegen' }).click();
	}
	// Lower is better here.
	await expect(own).toContainText('streefwaarde 50 % gehaald');
	await expect(own).toContainText('gedaald sinds 31 mei');
	await expect(own.getByRole('img', { name: /60 % op 31 mei, 48 % op 30 jun/ })).toBeVisible();
	await own.getByRole('button', { name: 'Cijfer van 30 jun verwijderen' }).click();
	await expect(own).toContainText('streefwaarde 50 % nog niet gehaald');
	await saved(page);
	await page.reload();
	await expect(own).toContainText('60 %');
});

test('[U3-2] figures come in with Dutch numbers; one broken line is told, the rest waits for a yes', async ({
	page,
	server,
}) => {
	await open(page, server);
	await bringIn(page, '30-06-2026;162;900\nmorgen;3;10\n31-07-2026;253;1.100\n');
	const panel = main(page).getByRole('region', { name: 'Cijfers importeren' });
	await expect(panel.getByRole('group', { name: '1 regel kan niet worden gelezen' })).toContainText(
		'Regel 3:',
	);
	await expect(panel).toContainText('1 regel blijft weg.');
	const own = measure(page, 'Proefritaanvragen per bezoeker');
	await expect(own).toContainText('18 % op 30 jun');
	await panel.getByRole('button', { name: '2 cijfers bewaren' }).click();
	await expect(panel).toHaveCount(0);
	await expect(own).toContainText('23 % op 31 jul');
	await expect(own.getByRole('img', { name: /18 % op 30 jun, 23 % op 31 jul/ })).toBeVisible();

	await bringIn(page, '31-07-2026;231;1.100\n31-08-2026;250;1.000\n');
	await expect(panel).toContainText('1 dag wordt overschreven');
	await panel.getByRole('button', { name: '2 cijfers bewaren' }).click();
	await expect(own).toContainText('25 % op 31 aug');
	await expect(own).toContainText('gestegen sinds 31 jul');
	await own.getByRole('button', { name: /^Cijfers \d/ }).click();
	await expect(own.getByRole('spinbutton', { name: 'Waarde van 31 jul' })).toHaveValue(/^21\s%$/);
	await expect(own.getByRole('spinbutton', { name: 'Aantal van 30 jun' })).toHaveValue('900');

	await page.getByRole('button', { name: 'Ongedaan maken', exact: true }).click();
	await expect(own).toContainText('23 % op 31 jul');
});

test('what is no table is told in a sentence', async ({ page, server, problems }) => {
	problems.foresee(/400/);
	await open(page, server);
	await main(page).getByRole('button', { name: 'Cijfers importeren' }).click();
	const panel = main(page).getByRole('region', { name: 'Cijfers importeren' });
	await panel.getByRole('textbox', { name: /^Of plak/ }).fill(';;;');
	await panel.getByRole('button', { name: 'Verder naar de kolommen' }).click();
	await expect(panel.getByRole('alert')).toContainText('kan niet als tabel worden gelezen');
});

for (const language of ['nl', 'en'] as Language[]) {
	test.describe(`in ${language}`, () => {
		test.use({ language, theme: language === 'nl' ? 'dark' : 'light' });

		test('axe finds nothing on the measures and the import @everywhere', async ({ page, server }) => {
			await open(page, server);
			await main(page)
				.getByRole('button', { name: /^(Cijfers|Figures) \d/ })
				.first()
				.click();
			expect(await violations(page)).toEqual([]);
			await main(page)
				.getByRole('button', { name: /^(Cijfers importeren|Import figures)$/ })
				.click();
			const panel = main(page).getByRole('region', { name: /^(Cijfers importeren|Import figures)$/ });
			await panel.getByRole('textbox').fill('date,visits\n2026-01-01,12\n');
			await panel.getByRole('button', { name: /^(Verder naar de|On to the)/ }).click();
			await expect(panel.getByRole('table')).toBeVisible();
			expect(await violations(page)).toEqual([]);
		});
	});
}
