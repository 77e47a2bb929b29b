import { violations } from '../support/axe';
import { test, expect, type Language, type Theme } from '../support/fixtures';
import { MapPage } from '../support/map';
import { StagesPage } from '../support/stages';
import { StartPage } from '../support/start';

test('[R24] [U5-7] stages are added, named, moved, split, merged and deleted, each taken back in one step', async ({
	page,
	server,
}) => {
	const stages = await StagesPage.open(page, server);
	const before = ['See – zien', 'Think – overwegen', 'Do – kopen', 'Care – klant zijn en blijven'];
	expect(await stages.names()).toEqual(before);
	const undo = () => page.getByRole('banner').getByRole('button', { name: /^Ongedaan maken/ });

	await test.step('add and name', async () => {
		await page.getByRole('button', { name: 'Fase toevoegen' }).click();
		await page.getByRole('textbox', { name: 'Naam van de fase' }).fill('Verder');
		await page.keyboard.press('Enter');
		await expect.poll(() => stages.names()).toEqual([...before, 'Verder']);
	});

	await test.step('move by button and by keyboard', async () => {
		await stages.stage('Verder').getByRole('button', { name: 'Verder naar voren' }).click();
		await expect.poll(async () => (await stages.names())[3]).toBe('Verder');
		await stages
			.stage('Verder')
			.getByRole('button', { name: /^Naam van de fase/ })
			.focus();
		await page.keyboard.press('Alt+ArrowUp');
		await expect.poll(async () => (await stages.names())[2]).toBe('Verder');
	});

	await test.step('delete an empty one', async () => {
		await stages.menu('Verder', 'Verwijderen');
		await expect.poll(() => stages.names()).toEqual(before);
	});

	await test.step('split: what was chosen goes along', async () => {
		await stages.menu('Think', 'Splitsen …');
		const dialog = page.getByRole('dialog');
		await dialog.getByRole('textbox', { name: 'Naam van de tweede fase' }).fill('Passen');
		await dialog.getByRole('checkbox', { name: 'Proefrit rijden' }).check();
		await dialog.getByRole('checkbox', { name: 'Kom ik een proefrit maken?' }).check();
		await dialog.getByRole('button', { name: 'Splits', exact: true }).click();
		await expect.poll(async () => (await stages.names())[2]).toBe('Passen');
		await expect(stages.stage('Passen')).toContainText('van 2 weten');
		await undo().click();
		await expect.poll(() => stages.names()).toEqual(before);
		await expect(stages.stage('Think')).toContainText('van 20 weten');
	});

	await test.step('merge with the neighbour', async () => {
		await stages.menu('Do', 'Samenvoegen met Think');
		await expect.poll(() => stages.names()).toEqual([before[0], before[1], before[3]]);
		await expect(stages.stage('Think')).toContainText('van 38 weten');
		await expect(stages.ways).toContainText('Think → Care: gaat door, 40 %');
		await undo().click();
		await expect.poll(() => stages.names()).toEqual(before);
		await expect(stages.ways).toContainText('Do → Care: gaat door, 40 %');
	});

	await test.step('delete: the cards go to the neighbour that is chosen', async () => {
		await stages.menu('Do', 'Verwijderen');
		const dialog = page.getByRole('dialog');
		await expect(dialog).toContainText('18 kaartjes');
		await dialog.getByRole('button', { name: 'Verplaats alles naar Care' }).click();
		await expect(stages.stage('Care')).toContainText('van 36 weten');
		await undo().click();
		await expect(stages.stage('Care')).toContainText('van 18 weten');
	});
	await stages.reload();
	expect(await stages.names()).toEqual(before);
});

test('[R28] goals, questions, circumstances: what is missing is listed, and what is filled in is printed', async ({
	page,
	server,
}) => {
	const stages = await StagesPage.open(page, server);
	const think = stages.stage('Think');
	await expect(think).toContainText('Waarmee help je iemand kiezen');
	await stages.fill(think, 'Antwoord', 'Met een proefrit zonder afspraak');
	await stages.fill(think, 'Wat de klant wil bereiken', 'Weten welke fiets past');
	await expect(stages.gaps).toBeHidden();

	await stages.menu('Think', 'Fase erna toevoegen');
	await page.getByRole('textbox', { name: 'Naam van de fase' }).fill('Passen');
	await page.keyboard.press('Enter');
	const fitting = stages.stage('Passen');
	await expect(fitting).toContainText('nog niet wat er moet gebeuren om verder te gaan');
	await expect(stages.gaps.getByRole('listitem')).toHaveCount(1);
	await stages.gaps.getByRole('link', { name: /Passen/ }).click();
	await expect(fitting.getByRole('heading', { level: 2 })).toBeInViewport();
	await stages.fill(fitting, 'Naar de volgende stap', 'Kiest een maat');
	await expect(stages.gaps).toBeHidden();

	// A moment is linked to the stage that it helps on to.
	await stages.saved();
	await page.goto(`${server.origin}/j/jo-femke`);
	const map = new MapPage(page);
	await map.card('Proefrit rijden').click();
	const leads = map.details.getByRole('combobox', { name: 'Helpt verder naar' });
	await leads.selectOption('Do');
	await map.reload();
	await map.card('Proefrit rijden').click();
	await expect(leads).toHaveValue('st-do');
	await page.goto(`${server.origin}/j/jo-femke/stages`);
	await expect(stages.audiences).toBeVisible();

	await stages.reload();
	await expect(think).toContainText('Met een proefrit zonder afspraak');
	// Printed, the circumstances are there and nothing asks to be filled in.
	await page.emulateMedia({ media: 'print' });
	await expect(think.getByText('Thuis op de telefoon, bij vrienden')).toBeVisible();
	await expect(think.getByText('Onze rol verbeteren').locator('visible=true')).toBeVisible();
	await expect(think.getByRole('button', { name: /mogelijkheden$/ })).toBeHidden();
	await expect(think.getByText('Wat wij willen bereiken')).toBeHidden();
});

test('[R23] an answer in theory becomes a suggested finding, and one that is taken over stays', async ({
	page,
	server,
}) => {
	const stages = await StagesPage.open(page, server, 'jo-ruud');
	const use = stages.stage('Afname');
	await expect(use).not.toContainText('Voorstel voor een bevinding');
	await use.getByRole('radio', { name: 'in theorie' }).check({ force: true });
	await stages.fill(use, 'Waaruit blijkt dat', 'Niemand belt na een maand');
	await expect(use).toContainText('Voorstel voor een bevinding');
	await use.getByRole('button', { name: 'Maak er een bevinding van' }).click();
	await expect(
		use.getByRole('list', { name: 'Bevindingen over deze fase' }).getByRole('listitem'),
	).toHaveCount(1);
	await expect(use).not.toContainText('Voorstel voor een bevinding');
	await stages.reload();
	await expect(
		use.getByRole('list', { name: 'Bevindingen over deze fase' }).getByRole('listitem'),
	).toHaveCount(1);
});

test('[R04] a stage holds exits with reason, share and destination, and the map shows them', async ({
	page,
	server,
}) => {
	const stages = await StagesPage.open(page, server);
	const think = stages.stage('Think');
	await think.getByRole('button', { name: 'Uitgang toevoegen' }).click();
	const field = think.getByRole('textbox', { name: 'Uitgang toevoegen' });
	await field.fill('Durft niet te bellen');
	await field.press('Enter');
	await field.fill('Vindt het te duur');
	await field.press('Enter');
	await page.keyboard.press('Escape');
	const second = think.getByRole('listitem').filter({ hasText: 'Vindt het te duur' });
	await second.getByRole('combobox', { name: 'Waarheen' }).selectOption('naar concurrent');
	await second.getByRole('spinbutton', { name: 'Aandeel' }).fill('12,5');
	await page.keyboard.press('Enter');
	const first = think.getByRole('listitem').filter({ hasText: 'Durft niet te bellen' });
	await first.getByRole('combobox', { name: 'Waarheen' }).selectOption('anders …');
	await first.getByRole('textbox', { name: 'Waarheen, in eigen woorden' }).fill('vraagt een vriend');
	await page.keyboard.press('Enter');
	await stages.saved();

	await page.goto(`${server.origin}/j/jo-femke`);
	const mark = page.getByText(/^Uitgang: Durft niet te bellen \(vraagt een vriend\) en Vindt het te duur/);
	await expect(mark).toHaveCount(1);
	await expect(page.getByTitle(/^Uitgang: .*12,5|^Uitgang: .*13/)).toBeVisible();

	await page.goto(`${server.origin}/j/jo-femke/stages`);
	await first.getByRole('button', { name: 'Weghalen: Durft niet te bellen' }).click();
	await expect(think.getByRole('listitem').filter({ hasText: 'Durft niet' })).toHaveCount(0);
});

test('[R06] the stage from which people count as customer has its badge, on the page and on the map', async ({
	page,
	server,
}) => {
	const stages = await StagesPage.open(page, server);
	const head = (name: string) => stages.stage(name).locator('header');
	await expect(head('Care')).toContainText('klant vanaf hier');
	await stages.stage('Do').getByRole('checkbox', { name: 'Klant vanaf deze fase' }).check();
	await expect(head('Do')).toContainText('klant vanaf hier');
	await expect(head('Care')).not.toContainText('klant vanaf hier');
	await stages.saved();
	await page.goto(`${server.origin}/j/jo-femke`);
	await expect(page.getByRole('columnheader', { name: /^Do/ })).toContainText('klant vanaf hier');
});

test('[R02] without a stage after the purchase the page and the map say so', async ({ page, server }) => {
	const stages = await StagesPage.open(page, server);
	await stages
		.stage('Care')
		.getByRole('combobox', { name: 'Situatie' })
		.selectOption({ label: 'klant worden' });
	await expect(stages.gaps).toContainText('Nog geen fase na de aankoop');
	await stages.saved();
	await page.goto(`${server.origin}/j/jo-femke`);
	await expect(page.getByRole('columnheader', { name: /^Care/ })).toContainText(
		'Nog geen fase na de aankoop',
	);
});

test('[R27] [R08] [U3-1] audiences in each other: shares, a warning that names the stage, and undo', async ({
	page,
	server,
}) => {
	await page.goto(server.link);
	const id = await StartPage.fresh(page, server, 'stdc');
	await page.goto(`${server.origin}/j/${id}/stages`);
	const stages = new StagesPage(page);
	await expect(stages.audiences).toContainText('Vul bij een fase een omvang in');
	for (const [stage, size] of [
		['See', '24.000'],
		['Think', '3600'],
		['Do', '540'],
		['Care', '216'],
	] as const)
		await stages.size(stage, size);
	const row = (stage: string) => stages.audiences.getByRole('row', { name: new RegExp(`^${stage}`) });
	await expect(row('Think')).toContainText('15 %');
	await expect(row('Do')).toContainText('15 %');
	await expect(row('Care')).toContainText('40 %');
	await expect(row('Care')).toContainText('0,9 %');
	await expect(
		stages.audiences.getByRole('img', {
			name: 'Cirkels in elkaar: See 24.000, Think 3.600, Do 540 en Care 216',
		}),
	).toBeVisible();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('0,9 %');

	await stages.audiences.getByRole('combobox', { name: /Omvang van Do/ }).selectOption('weten');
	await stages.size('Think', '30000');
	await expect(stages.audiences.getByRole('status')).toContainText('See');
	await expect(row('Think')).toContainText('meer dan See');
	await page.locator('body').click({ position: { x: 4, y: 400 } });
	await page.keyboard.press('Control+z');
	await expect(stages.audiences.getByRole('status')).toBeHidden();
	await expect(row('Think')).toContainText('15 %');

	// A sub group may be a part of another stage's audience than the one before.
	await stages.stage('Care').getByRole('combobox', { name: 'Deel van' }).selectOption('Think');
	await expect(row('Care')).toContainText('6 %');
});

test('another set of stages: what happens is shown first, nothing is lost, undo is one step', async ({
	page,
	server,
}) => {
	const stages = await StagesPage.open(page, server);
	await page.getByRole('button', { name: 'Andere indeling …' }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('radio', { name: /^Vijf fasen/ }).check();
	await expect(dialog.getByRole('row')).toHaveCount(6);
	await expect(dialog.getByRole('row', { name: /See \+ Think/ })).toContainText('Oriëntatie');
	await expect(dialog).toContainText(/Kaartjes die verhuizen: \d+/);
	await expect(dialog).toContainText('kijk ze na: Oriëntatie');
	await dialog.getByRole('button', { name: 'Pas toe' }).click();
	await expect
		.poll(async () => (await stages.names()).map((name) => name.split(' ')[0]))
		.toEqual(['Oriëntatie', 'Transactie', 'Afname', 'Service', 'Loyaliteit']);
	await expect(stages.stage('Oriëntatie')).toContainText('van 37 weten');
	await page.getByRole('button', { name: 'Ongedaan maken', exact: true }).click();
	await expect.poll(async () => (await stages.names())[1]).toBe('Think – overwegen');
	await expect(stages.stage('Think')).toContainText('van 20 weten');
	await stages.reload();
	expect(await stages.names()).toHaveLength(4);
});

test('[R35] a source where we are absent is a suggestion; taking it over makes an opportunity and an action', async ({
	page,
	server,
}) => {
	const stages = await StagesPage.open(page, server);
	const see = stages.stage('See');
	await see.getByRole('button', { name: 'Informatiebron toevoegen' }).click();
	await see.getByRole('textbox', { name: 'Informatiebron toevoegen' }).fill('Tourrenner uit de buurt');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	await stages.saved();
	await see.getByRole('link', { name: /Tourrenner uit de buurt/ }).click();
	const map = new MapPage(page);
	await expect(map.details).toBeVisible();
	await map.details.getByRole('combobox', { name: 'Soort bron' }).selectOption('beïnvloeder');
	await map.details.getByRole('radio', { name: 'geen' }).check({ force: true });
	await map.details.getByRole('button', { name: 'Maak er een kans en een actie van' }).click();
	await expect(map.table.getByText('Praat met: Tourrenner uit de buurt')).toHaveCount(1);
	await page.goto(`${server.origin}/j/jo-femke/stages`);
	await expect(see.getByRole('listitem').filter({ hasText: 'Tourrenner' })).toContainText('aanwezig: geen');
});

test('a stage and a card open the journey that shows them in detail, and that one leads back', async ({
	page,
	server,
}) => {
	const stages = await StagesPage.open(page, server);
	const choice = stages.stage('Care').getByRole('combobox', { name: 'Eigen klantreis' });
	await choice.selectOption({ index: 1 });
	await stages.saved();
	await stages
		.stage('Care')
		.locator('header')
		.getByRole('link', { name: /^Open klantreis/ })
		.click();
	await expect(page).toHaveURL(/\/j\/jo-ruud$/);
	await page.goto(`${server.origin}/j/jo-ruud/stages`);
	await page.getByRole('link', { name: /^Deel van/ }).click();
	await expect(page).toHaveURL(/\/j\/jo-femke$/);
	await expect(
		page.getByRole('columnheader', { name: /^Care/ }).getByRole('link', { name: /^Open klantreis/ }),
	).toBeVisible();
});

test('[R25] journeys of one and of twenty stages work on the page of stages @everywhere', async ({
	page,
	server,
}) => {
	await page.goto(server.link);
	const id = await StartPage.fresh(page, server, 'empty');
	await page.goto(`${server.origin}/j/${id}/stages`);
	const stages = new StagesPage(page);
	await expect(stages.audiences).toBeVisible();
	const count = (await stages.names()).length;
	for (let n = count; n < 20; n++) {
		await page.getByRole('button', { name: 'Fase toevoegen' }).click();
		await page.keyboard.type(`Fase nummer ${n + 1}`);
		await page.keyboard.press('Enter');
	}
	await expect(stages.main.locator('section.stage')).toHaveCount(20);
	await expect(page.getByRole('button', { name: 'Fase toevoegen' })).toBeDisabled();
	const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	expect(wide).toBeLessThanOrEqual(0);
	const gaps = page.getByRole('region', { name: 'Wat nog ontbreekt of niet klopt' });
	await expect(gaps.getByRole('link')).toHaveCount(4);
	await gaps.getByRole('button', { name: /^Nog \d+ tonen$/ }).click();
	await expect(gaps.getByRole('link').nth(15)).toBeVisible();
	await page.getByRole('navigation', { name: 'Naar een fase' }).getByRole('link').last().click();
	await expect(stages.stage('Fase nummer 20').getByText('Omstandigheden')).toBeVisible();
});

const looks: [Language, Theme][] = [
	['nl', 'light'],
	['en', 'dark'],
];
for (const [language, theme] of looks) {
	test.describe(`axe finds nothing on the stages in ${language}, ${theme}:`, () => {
		test.use({ language, theme });
		test('the page and its dialogs @everywhere', async ({ page, server }) => {
			const stages = await StagesPage.open(page, server);
			expect(await violations(page)).toEqual([]);
			await stages.ways.getByRole('button').last().click();
			await expect(page.getByRole('dialog')).toBeVisible();
			expect(await violations(page)).toEqual([]);
			await page.keyboard.press('Escape');
			await page.getByRole('button', { name: /^(Andere indeling|Other set)/ }).click();
			await page.getByRole('dialog').getByRole('radio').first().check();
			await expect(page.getByRole('dialog').getByRole('table')).toBeVisible();
			expect(await violations(page)).toEqual([]);
			await page.keyboard.press('Escape');
		});
	});
}
