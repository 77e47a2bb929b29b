import { test, expect } from '../support/fixtures';
import { MapPage } from '../support/map';

/** The longest title the document takes, without a place to break it. */
const endless = 'W'.repeat(200);

test('figures are typed as the language writes them; what does not fit is refused with a sentence', async ({
	page,
	server,
}) => {
	const map = await MapPage.open(page, server);
	const messages = page.getByRole('status', { name: 'Meldingen' });
	const type = async (name: string, typed: string, shown: string) => {
		const figure = map.details.getByRole('spinbutton', { name, exact: true });
		await figure.fill(typed);
		await figure.press('Enter');
		await expect(figure).toHaveValue(shown);
	};
	await map.gain('See – zien').click();
	for (const typed of ['101', '-3', '4,5', 'veel']) await type('Relevantie', typed, '60');
	await expect(messages).toContainText('Vul een heel getal in van 0 tot en met 100.');
	await type('Relevantie', '55', '55');

	await map.card('Bellen om een proefrit').click();
	await type('Belang', '8,7', '8,7');
	await type('Belang', '7.5', '7,5');
	await type('Belang', 'veel', '7,5');
	await type('Belang', '', '');

	await map.card('Inschrijvingen per routedownload').click();
	await type('Nulmeting', '15,5', '15,5\u00a0%');
	await expect(map.card('Inschrijvingen per routedownload')).toContainText('15,5 %');
	await map.saved();
});

test('what a document does not keep is left out of what is pasted', async ({ page, server }) => {
	const map = await MapPage.open(page, server);
	await map.card('Gratis routes downloaden').dblclick();
	await map.field.fill('Routes\tmet\nkoffie\u0000 en \u202etaart 🚲');
	await map.field.press('Enter');
	await expect(map.card('Routes met koffie en taart 🚲')).toBeVisible();
	await map.reload();
	await expect(map.card('Routes met koffie en taart 🚲')).toBeVisible();
});

test('words that never end stay within their card, their stage and the page', async ({ page, server }) => {
	const map = await MapPage.open(page, server);
	await map.addTo('Acties per kanaal', 'Do – kopen').click();
	await map.field.fill(endless);
	await map.field.press('Enter');
	const action = map.card(endless);
	const within = await action.evaluate((card) => card.scrollWidth <= card.clientWidth);
	expect(within, 'the title of the action breaks').toBe(true);

	await map.stage('See – zien').dblclick();
	await map.field.fill(endless);
	await map.field.press('Enter');
	await map.saved();
	for (const width of [1280, 768, 390]) {
		await page.setViewportSize({ width, height: 800 });
		await page.goto(`${server.origin}/j/jo-femke/gain`);
		await expect(page.getByRole('heading', { level: 1 })).toContainText('WWW');
		const needed = await page.evaluate(() => document.documentElement.scrollWidth);
		expect(needed, `the picture of gain at ${width}`).toBeLessThanOrEqual(width);
	}
});

test('Delete removes the lane that has the focus, goes to the next, and can be undone', async ({
	page,
	server,
}) => {
	const map = await MapPage.open(page, server);
	await map.lane('Drempels').focus();
	await page.keyboard.press('Delete');
	await expect(map.lane('Drempels')).toBeHidden();
	await expect(map.lane('Voor de schermen')).toBeFocused();
	await page.keyboard.press('Control+z');
	await expect(map.lane('Drempels')).toBeVisible();
	await expect(map.card('Ik snap de vaktaal niet')).toBeVisible();
});

test('a session that ended says what to do, and loses nothing', async ({
	page,
	server,
	context,
	problems,
}) => {
	problems.foresee(/401/);
	const map = await MapPage.open(page, server);
	await context.clearCookies();
	await map.card('Gratis routes downloaden').dblclick();
	await map.field.fill('Zonder sessie');
	await map.field.press('Enter');
	await expect(page.getByRole('status', { name: 'Meldingen' })).toContainText(
		'Open de link die klantreis toont',
	);
	await expect(map.card('Zonder sessie')).toBeVisible();
});

test('a page that cannot be fetched says that the server is away, and what waits is sent when it is back', async ({
	page,
	server,
	problems,
}) => {
	problems.foresee(/ERR_|Failed|requestfailed|preload|dynamically/);
	const map = await MapPage.open(page, server);
	await page.route('**/*', (route) => route.abort());
	await map.card('Gratis routes downloaden').dblclick();
	await map.field.fill('Zonder server');
	await map.field.press('Enter');
	const header = page.getByRole('banner');
	await expect(header.getByRole('status')).toContainText('wacht');
	const edge = await header.evaluate((head) => head.scrollWidth - head.clientWidth);
	expect(edge).toBe(0);
	await page.getByRole('link', { name: 'Meetwaarden' }).click();
	await expect(page.getByRole('heading', { name: 'Klantreis antwoordt niet' })).toBeVisible();
	await page.unroute('**/*');
	await page.getByRole('button', { name: 'Opnieuw proberen' }).click();
	await page.getByRole('link', { name: 'Kaart' }).click();
	await expect(map.card('Zonder server')).toBeVisible();
});
