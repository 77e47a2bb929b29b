import { test, expect } from '../support/fixtures';
import { journeyOf } from '../support/journeys';
import { MapPage } from '../support/map';
import { PhonePage } from '../support/phone';

// A journey has as many stages as it needs: one, or twelve.

const sizes: [words: string, names: string[]][] = [
	['one stage', ['Kopen']],
	['twelve stages', Array.from({ length: 12 }, (_, i) => `Stap ${i + 1}`)],
];

for (const [words, names] of sizes) {
	const last = names.at(-1)!;

	test(`[R01] [R25] a journey of ${words} is complete on the map, with its contact moments in the order of the stages`, async ({
		page,
		server,
	}) => {
		await page.goto(server.link);
		const id = await journeyOf(page, server, 'Eigen fasen', names);
		const map = await MapPage.at(page, server, id);
		expect(await map.stageNames()).toEqual(names);

		await map.addTo('Contactmomenten', last).click();
		await map.field.fill('De rekening krijgen');
		await map.field.press('Enter');
		await expect(map.card('De rekening krijgen')).toBeVisible();
		// What comes later on the map stands later, in whatever order it was written.
		await map.addTo('Contactmomenten', names[0]!).click();
		await map.field.fill('De etalage zien');
		await map.field.press('Enter');
		await expect(map.card('De etalage zien')).toBeVisible();
		await map.reload();
		const moments = ['De etalage zien', 'De rekening krijgen'];
		expect(await map.titles('Contactmomenten')).toEqual(names.length > 1 ? moments : moments.reverse());
	});

	test(`[R25] a journey of ${words} is complete on a phone, and its last stage takes a card @phone`, async ({
		page,
		server,
	}) => {
		await page.goto(server.link);
		const id = await journeyOf(page, server, 'Eigen fasen', names);
		await page.goto(`${server.origin}/j/${id}`);
		const phone = new PhonePage(page);
		await expect(phone.strip.getByRole('button')).toHaveCount(names.length);

		const stage = await phone.goTo(last);
		await stage.getByRole('button', { name: 'Kaartje toevoegen bij Contactmomenten' }).tap();
		await phone.sheet.getByRole('textbox').fill('De rekening krijgen');
		await page.keyboard.press('Enter');
		await expect(stage.getByRole('button', { name: /De rekening krijgen/ })).toBeVisible();
		await expect
			.poll(() => page.evaluate(() => document.documentElement.scrollWidth))
			.toBeLessThanOrEqual(page.viewportSize()!.width);
	});
}
