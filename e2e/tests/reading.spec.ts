import { test, expect } from '../support/fixtures';
import { MapPage } from '../support/map';

test('ten seconds at 1280 × 800: happy, unhappy, absent where it matters, and what we will do', async ({
	page,
	server,
}) => {
	const map = await MapPage.open(page, server);
	const reading = map.table.getByRole('button', { name: /Naar deze fase$/ });
	await expect(reading).toHaveCount(4);
	for (const stage of await reading.all()) await expect(stage).toBeInViewport({ ratio: 1 });
	await expect(reading.first()).toHaveAccessibleName(
		/^See – zien: emotie .*, relevantie 60, aanwezigheid 25, kansen: 2, open acties: 3/,
	);
	await expect(map.table.getByText('Meeste winst').first()).toBeInViewport();

	await test.step('and it stays when the map scrolls', async () => {
		await map.lane('Acties per kanaal').scrollIntoViewIfNeeded();
		for (const stage of await reading.all()) await expect(stage).toBeInViewport();
	});
});

test('a screen reader meets a table with the stages and lanes as its heads', async ({ page, server }) => {
	const map = await MapPage.open(page, server);
	const heads = map.table.getByRole('columnheader').getByRole('heading', { level: 2 });
	await expect(heads).toHaveText([
		'See – zien',
		'Think – overwegen',
		'Do – kopen',
		'Care – klant zijn en blijven',
	]);
	await expect(map.card('Bellen om een proefrit af te spreken')).toHaveAccessibleName(
		/^contactmoment: Bellen om een proefrit af te spreken\. .*Telefoon\. weten, 2 keer bewijs$/,
	);
	await expect(map.card('Reviews van klanten lezen')).toHaveAccessibleName(/raden/);
	await expect(map.table.getByRole('row').getByText('zichtbaarheidslijn')).toBeAttached();
});

test('the arrow keys walk over the map as over a sheet', async ({ page, server }) => {
	const map = await MapPage.open(page, server);
	await map.card('Gratis routes downloaden').focus();
	await page.keyboard.press('ArrowRight');
	await expect(map.card('Meerijden met de open zondagrit')).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await expect(map.card('Ga ik deze winkel volgen?')).toBeFocused();
});

test('the map and its drawing agree in content and order', async ({ page, server }) => {
	const map = await MapPage.open(page, server);
	const drawing = await page.request.get(`${server.origin}/api/v1/journeys/jo-femke/drawing.svg?lang=nl`);
	expect(drawing.ok()).toBe(true);
	const squeeze = (text: string) => text.replace(/\s+/g, '');
	const words = squeeze(written(await drawing.text()));
	for (const lane of [
		'Wat doe ik',
		'Contactmomenten',
		'Beslismomenten',
		'Verwachting',
		'Behoeften',
		'Drempels',
	]) {
		const titles = (await map.titles(lane)).map(squeeze);
		const places = titles.map((title) => words.indexOf(title));
		expect(places, `${lane}: every card is in the drawing`).not.toContain(-1);
		expect(places, `${lane}: in the same order`).toEqual([...places].sort((a, b) => a - b));
	}
});

test('the scripts of the map stay within their budget', async ({ page, server }) => {
	const sizes: number[] = [];
	page.on('response', async (response) => {
		if (response.request().resourceType() === 'script')
			sizes.push((await response.request().sizes()).responseBodySize);
	});
	await MapPage.open(page, server);
	await page.waitForLoadState('networkidle');
	const sum = sizes.reduce((a, b) => a + b, 0);
	expect(sum).toBeGreaterThan(0);
	expect(sum).toBeLessThanOrEqual(250_000);
});

/** The text of a drawing, in the order in which it is written. */
function written(svg: string): string {
	const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#34': '"' };
	return svg
		.replace(/<style.*?<\/style>/gs, '')
		.replace(/<[^>]*>/g, '')
		.replace(/&([#\w]+);/g, (whole, name: string) => named[name] ?? whole);
}
