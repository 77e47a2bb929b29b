import { test, expect } from '../support/fixtures';
import { MapPage } from '../support/map';
import { StagesPage } from '../support/stages';

test('[R37] [U5-9] paths are drawn and told: back, skipping, once more and out, with counts or shares', async ({
	page,
	server,
}) => {
	const stages = await StagesPage.open(page, server);
	await expect(stages.ways.getByRole('listitem')).toHaveCount(8);
	await expect(stages.ways).toContainText('Care → See: Neemt een vriendin mee');

	const dialog = page.getByRole('dialog');
	const choose = async (from: string, to: string) => {
		await dialog.getByRole('combobox', { name: 'Van' }).selectOption(from);
		await dialog.getByRole('combobox', { name: 'Naar' }).selectOption(to);
	};

	await test.step('a loop back, counted', async () => {
		await page.getByRole('button', { name: 'Pad toevoegen' }).click();
		await choose('Care', 'Think');
		await expect(dialog.getByRole('radio', { name: 'terug' })).toBeChecked();
		await dialog.getByRole('spinbutton', { name: 'Aantal keer gezien' }).fill('12');
		await dialog.getByRole('textbox', { name: 'Wat mensen doen' }).fill('zoekt een tweede fiets');
		await dialog.getByRole('radio', { name: 'weten' }).check({ force: true });
		await dialog.getByRole('button', { name: 'Opslaan' }).click();
		await expect(stages.ways).toContainText('Care → Think: zoekt een tweede fiets, 12 keer');
	});

	await test.step('a skip, with a share', async () => {
		await page.getByRole('button', { name: 'Pad toevoegen' }).click();
		await choose('Think', 'Care');
		await expect(dialog.getByText('overslaan', { exact: true })).toBeVisible();
		await dialog.getByRole('spinbutton', { name: 'Aandeel' }).fill('3');
		await dialog.getByRole('button', { name: 'Opslaan' }).click();
		await expect(stages.ways).toContainText('Think → Care: slaat fasen over, 3 %');
	});

	await test.step('change where one leads, and take one away', async () => {
		await stages.ways.getByRole('button', { name: /Think → Care/ }).click();
		await choose('Think', 'weg uit de reis');
		await dialog.getByRole('combobox', { name: 'Waarheen' }).fill('doet niets');
		await dialog.getByRole('button', { name: 'Opslaan' }).click();
		await expect(stages.ways).not.toContainText('Think → Care');
		await page
			.getByRole('banner')
			.getByRole('button', { name: /^Ongedaan maken/ })
			.click();
		await expect(stages.ways).toContainText('Think → Care: slaat fasen over, 3 %');
		await stages.ways.getByRole('button', { name: /Do → Think/ }).click();
		await dialog.getByRole('button', { name: 'Verwijderen' }).click();
		await expect(stages.ways).not.toContainText('Do → Think');
	});

	await stages.reload();
	await expect(stages.ways).toContainText('Care → Think: zoekt een tweede fiets, 12 keer');
	await page.goto(`${server.origin}/j/jo-femke`);
	const arcs = page.getByRole('group', { name: 'Andere paden door de reis' });
	await expect(
		arcs.getByRole('button', { name: /Care → Think: zoekt een tweede fiets, 12 keer, weten/ }),
	).toHaveCount(1);
	await expect(arcs.getByRole('button', { name: /Think → Care: slaat fasen over, 3/ })).toHaveCount(1);
});

test('[R37] of counted paths the share shows from thirty on; before that the counts', async ({
	page,
	server,
}) => {
	const stages = await StagesPage.open(page, server, 'jo-ruud');
	const dialog = page.getByRole('dialog');
	const count = async (way: RegExp, to: string, times: string) => {
		const known = stages.ways.getByRole('button', { name: way });
		if (await known.count()) await known.click();
		else {
			await page.getByRole('button', { name: 'Pad toevoegen' }).click();
			await dialog.getByRole('combobox', { name: 'Van' }).selectOption('Service');
			await dialog.getByRole('combobox', { name: 'Naar' }).selectOption(to);
		}
		await dialog.getByRole('spinbutton', { name: 'Aantal keer gezien' }).fill(times);
		await dialog.getByRole('button', { name: 'Opslaan' }).click();
		await expect(dialog).toBeHidden();
	};
	await count(/Service → Transactie/, 'Transactie', '12');
	await expect(stages.ways).toContainText('Service → Transactie: gaat terug, 12 keer');
	await expect(stages.ways).toContainText('Met minder dan 30 waargenomen paden');
	await count(/Service → Loyaliteit/, 'Loyaliteit', '18');
	await expect(stages.ways).toContainText('Service → Transactie: gaat terug, 40 %');
	await expect(stages.ways).toContainText('Service → Loyaliteit: gaat door, 60 %');
	await expect(stages.ways).not.toContainText('Met minder dan 30 waargenomen paden');
});

test.describe('by keyboard, in English:', () => {
	test.use({ language: 'en' });

	test('[U5-2] arrows reach an arc from its stage, Enter opens it, and the menu of a stage adds one', async ({
		page,
		server,
	}) => {
		const map = await MapPage.open(page, server);
		await map.stage('Think').focus();
		await page.keyboard.press('ArrowUp');
		const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
		expect(await focused()).toMatch(/^Change path: Think →/);
		await page.keyboard.press('Enter');
		const dialog = page.getByRole('dialog', { name: 'Path through the journey' });
		await expect(dialog).toBeVisible();
		await expect(dialog.getByRole('combobox', { name: 'From' })).toHaveValue('st-think');
		await page.keyboard.press('Escape');
		await expect(dialog).toBeHidden();

		await map.menu('Stage Do: options', 'Path from here …');
		await dialog.getByRole('combobox', { name: 'To' }).selectOption('See');
		await dialog.getByRole('spinbutton', { name: 'Times seen' }).fill('1');
		await dialog.getByRole('button', { name: 'Save' }).click();
		const arcs = page.getByRole('group', { name: 'Other paths through the journey' });
		await expect(arcs.getByRole('button', { name: /Do → See: goes back, once, guess/ })).toBeFocused();
		await page.keyboard.press('Delete');
		await expect(arcs.getByRole('button', { name: /Do → See/ })).toHaveCount(0);
	});
});

test('[R37] paths are reached and added on a phone @phone', async ({ page, server }) => {
	const stages = await StagesPage.open(page, server);
	await page.getByRole('button', { name: 'Pad toevoegen' }).tap();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('combobox', { name: 'Van' }).selectOption('Do');
	await dialog.getByRole('combobox', { name: 'Naar' }).selectOption('Do');
	await expect(dialog.getByText('opnieuw', { exact: true })).toBeVisible();
	await dialog.getByRole('button', { name: 'Opslaan' }).tap();
	await expect(stages.ways).toContainText('Do → Do: begint opnieuw');
});

test('other personas lie over the emotion curve, remembered, and are read as a list', async ({
	page,
	server,
}) => {
	const map = await MapPage.open(page, server);
	await page.getByRole('button', { name: 'Vergelijk met …' }).click();
	await page.getByRole('menuitem', { name: /^Ruud/ }).click();
	const list = page.getByRole('list', { name: 'Andere klantreizen op deze lijn' });
	await expect(list.getByRole('listitem')).toHaveCount(1);
	await expect(list).toContainText('Ruud');
	await map.reload();
	await expect(list).toContainText('Ruud');
	await list.getByRole('button', { name: 'Haal Ruud van de lijn' }).click();
	await expect(list).toBeHidden();
});
