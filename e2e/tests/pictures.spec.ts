import type { Locator, Page } from '@playwright/test';
import { violations } from '../support/axe';
import { test, expect, type Language, type Theme } from '../support/fixtures';
import { Klantreis } from '../support/klantreis';
import { MapPage } from '../support/map';
import { PhonePage } from '../support/phone';
import { pictureFile, png } from '../support/png';

const shop = 'Gratis routes downloaden';

const sheet = (page: Page) => page.getByRole('dialog').last();

/** Whether a picture has come and is drawn. */
const drawn = (picture: Locator) =>
	expect
		.poll(() => picture.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 0))
		.toBe(true);

async function choose(page: Page, button: Locator, file = pictureFile()): Promise<void> {
	const asked = page.waitForEvent('filechooser');
	await button.click();
	await (await asked).setFiles(file);
}

/** Gives the page a picture as the clipboard or a drag from another window does. */
async function give(
	target: Locator,
	how: 'paste' | 'drop',
	name = 'image.png',
	type = 'image/png',
): Promise<void> {
	const bytes = png().toString('base64');
	await target.evaluate(
		(node, { how, name, type, bytes }) => {
			const data = new DataTransfer();
			data.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], name, { type }));
			const about = { bubbles: true, cancelable: true };
			if (how === 'paste') {
				node.dispatchEvent(new ClipboardEvent('paste', { ...about, clipboardData: data }));
				return;
			}
			node.dispatchEvent(new DragEvent('dragover', { ...about, dataTransfer: data }));
			node.dispatchEvent(new DragEvent('drop', { ...about, dataTransfer: data }));
		},
		{ how, name, type, bytes },
	);
}

test('a card gets a picture: chosen, described, enlarged, undone in one step', async ({ page, server }) => {
	const map = await MapPage.open(page, server);
	const before = await map.titles('Contactmomenten');
	await map.card(shop).click();
	await choose(page, map.details.getByRole('button', { name: 'Beeld toevoegen' }));

	const alt = sheet(page).getByRole('textbox', { name: 'Beschrijving van het beeld' });
	await expect(alt).toBeFocused();
	await expect(alt).toHaveAccessibleDescription(/niet kan zien/);
	await alt.fill('Een etalage met racefietsen');
	await alt.press('Enter');
	await expect(page.getByRole('dialog')).toHaveCount(0);

	const picture = map.card(shop).getByRole('img', { name: 'Een etalage met racefietsen' });
	await drawn(picture);
	await map.reload();
	await drawn(picture);

	await test.step('it is enlarged by keyboard, and the focus comes back', async () => {
		await map.card(shop).click();
		const enlarge = map.details.getByRole('button', { name: 'Vergroten: Een etalage met racefietsen' });
		await enlarge.focus();
		await page.keyboard.press('Enter');
		await drawn(sheet(page).getByRole('img', { name: 'Een etalage met racefietsen' }));
		await page.keyboard.press('Escape');
		await expect(page.getByRole('dialog')).toHaveCount(0);
		await expect(enlarge).toBeFocused();
	});

	await test.step('taking it away takes its description, and undo brings both back', async () => {
		await map.details.getByRole('button', { name: 'Weghalen' }).click();
		await expect(picture).toHaveCount(0);
		await page.keyboard.press('Control+z');
		await drawn(picture);
		expect(await map.titles('Contactmomenten')).toEqual(before);
	});
});

test('a description may come later, and is missed until it does', async ({ page, server }) => {
	const map = await MapPage.open(page, server);
	await map.card(shop).click();
	await choose(page, map.details.getByRole('button', { name: 'Beeld toevoegen' }));
	await sheet(page).getByRole('button', { name: 'Plaatsen' }).click();
	await expect(map.card(shop).getByRole('img', { name: 'beeld zonder beschrijving' })).toBeVisible();
	await expect(map.details).toContainText('De beschrijving ontbreekt');

	await map.details.getByRole('button', { name: /^Beschrijving van het beeld/ }).click();
	await map.details.getByRole('textbox').fill('Een etalage');
	await page.keyboard.press('Enter');
	await expect(map.details).not.toContainText('De beschrijving ontbreekt');
	await expect(map.card(shop).getByRole('img', { name: 'Een etalage' })).toBeVisible();
});

test('a picture is pasted on a card, and on an empty cell it makes one', async ({ page, server }) => {
	const map = await MapPage.open(page, server);
	await map.card(shop).focus();
	await give(map.card(shop), 'paste');
	await expect(sheet(page)).toContainText(shop);
	await sheet(page).getByRole('button', { name: 'Plaatsen' }).click();
	await drawn(map.card(shop).getByRole('img'));
	await expect(map.card(shop)).toBeFocused();

	const add = map.addTo('Contactmomenten', 'See – zien');
	await add.focus();
	await give(add, 'paste');
	await expect(sheet(page).getByRole('heading')).toHaveText('Nieuw kaartje met beeld');
	await sheet(page).getByRole('textbox', { name: 'Titel van het kaartje' }).fill('Langs de etalage lopen');
	await sheet(page).getByRole('textbox', { name: 'Beschrijving' }).fill('Een etalage');
	await sheet(page).getByRole('button', { name: 'Plaatsen' }).click();
	await drawn(map.card('Langs de etalage lopen').getByRole('img', { name: 'Een etalage' }));
	await page.keyboard.press('Control+z');
	await expect(map.card('Langs de etalage lopen')).toHaveCount(0);
});

test('a picture is dropped on a card and on the head of a stage; beside them it does nothing', async ({
	page,
	server,
}) => {
	const map = await MapPage.open(page, server);
	await give(map.card(shop), 'drop', 'Etalage.png');
	await expect(sheet(page)).toContainText(shop);
	await sheet(page).getByRole('button', { name: 'Plaatsen' }).click();
	await drawn(map.card(shop).getByRole('img'));

	await give(map.stage('See – zien'), 'drop');
	await sheet(page).getByRole('textbox').fill('Een groep op een zondagrit');
	await sheet(page).getByRole('button', { name: 'Plaatsen' }).click();
	const stage = page.getByRole('button', { name: 'Beeld bij See – zien: Een groep op een zondagrit' });
	await drawn(stage.locator('img'));

	await test.step('the arrow keys reach it and Enter enlarges it', async () => {
		await map.stage('See – zien').focus();
		await expect(async () => {
			await page.keyboard.press('ArrowUp');
			await expect(stage).toBeFocused({ timeout: 500 });
		}).toPass();
		await page.keyboard.press('Enter');
		await drawn(sheet(page).getByRole('img', { name: 'Een groep op een zondagrit' }));
		await page.keyboard.press('Escape');
		await expect(stage).toBeFocused();
	});

	await give(page.getByRole('banner'), 'drop');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(map.table).toBeVisible();
});

test('what is no picture is refused with what to do, and leaves the card as it was', async ({
	page,
	server,
	problems,
}) => {
	problems.foresee(/files\?name=.* answered 400/);
	problems.foresee(/console error: Failed to load resource.*400/);
	const map = await MapPage.open(page, server);
	await map.card(shop).click();
	const add = map.details.getByRole('button', { name: 'Beeld toevoegen' });
	const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect/></svg>');
	await choose(page, add, { name: 'logo.svg', mimeType: 'image/svg+xml', buffer: svg });
	await expect(sheet(page).getByRole('alert')).toHaveText(/Een SVG .* Bewaar het als PNG/);
	await expect(sheet(page).getByRole('button', { name: 'Plaatsen' })).toBeDisabled();

	await test.step('another file goes on where this one stopped', async () => {
		await sheet(page).getByRole('textbox').fill('Ons logo');
		await choose(page, sheet(page).getByRole('button', { name: 'Ander bestand kiezen' }));
		await sheet(page).getByRole('button', { name: 'Plaatsen' }).click();
		await drawn(map.card(shop).getByRole('img', { name: 'Ons logo' }));
		await page.keyboard.press('Control+z');
	});

	await choose(page, add, {
		name: 'foto.png',
		mimeType: 'image/png',
		buffer: Buffer.alloc(10 * 1024 * 1024 + 1),
	});
	await expect(sheet(page).getByRole('alert')).toHaveText(/hoogstens 10 MB/);
	await sheet(page).getByRole('button', { name: 'Annuleren' }).click();
	await expect(map.card(shop).getByRole('img')).toHaveCount(0);
	await expect(add).toBeFocused();
});

test('without a server nothing is half done, and it goes on when the server is back', async ({
	page,
	server,
	problems,
}) => {
	problems.foresee(/ERR_CONNECTION_REFUSED/);
	const map = await MapPage.open(page, server);
	await map.card(shop).click();
	// The window is there before the line is lost.
	await choose(page, map.details.getByRole('button', { name: 'Beeld toevoegen' }));
	await expect(sheet(page)).toContainText('Het beeld is verzonden');
	await sheet(page).getByRole('button', { name: 'Annuleren' }).click();
	await expect(map.card(shop).getByRole('img')).toHaveCount(0);

	await server.halt();
	await choose(page, map.details.getByRole('button', { name: 'Beeld toevoegen' }));
	await expect(sheet(page).getByRole('alert')).toHaveText(/De server antwoordt niet/);
	await server.resume();
	await sheet(page).getByRole('button', { name: 'Opnieuw proberen' }).click();
	await sheet(page).getByRole('button', { name: 'Plaatsen' }).click();
	await drawn(map.card(shop).getByRole('img'));
	await map.saved();
});

test('a picture that is not there is a quiet box with what it showed', async ({ page, server, problems }) => {
	problems.foresee(/\/files\/pic-/);
	problems.foresee(/console error: Failed to load resource/);
	await page.route('**/files/pic-*', (route) => route.fulfill({ status: 404 }));
	const map = await MapPage.open(page, server);
	await map.card(shop).click();
	await choose(page, map.details.getByRole('button', { name: 'Beeld toevoegen' }));
	await sheet(page).getByRole('textbox').fill('Een etalage');
	await sheet(page).getByRole('button', { name: 'Plaatsen' }).click();
	await expect(map.card(shop).getByRole('img', { name: 'Dit beeld is er niet: Een etalage' })).toBeVisible();
});

test('a map without pictures asks for none', async ({ page, server }) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await MapPage.open(page, server);
	await page.waitForLoadState('networkidle');
	expect(asked.filter((url) => /\/files\/|Picture(OnMap|Dialog)/.test(url))).toEqual([]);
});

test('pictures of card, stage and persona travel in a file and are on the slides', async ({
	page,
	server,
}) => {
	const map = await MapPage.open(page, server);
	await map.card(shop).click();
	await choose(page, map.details.getByRole('button', { name: 'Beeld toevoegen' }));
	await sheet(page).getByRole('textbox').fill('Een etalage');
	await sheet(page).getByRole('button', { name: 'Plaatsen' }).click();
	await drawn(map.card(shop).getByRole('img'));
	await map.saved();

	await page.goto(`${server.origin}/j/jo-femke/stages`);
	const first = page.getByRole('region', { name: /See – zien/ });
	await choose(page, first.getByRole('button', { name: 'Beeld toevoegen' }));
	await sheet(page).getByRole('textbox').fill('Een groep op een zondagrit');
	await sheet(page).getByRole('button', { name: 'Plaatsen' }).click();
	await drawn(first.getByRole('button', { name: 'Vergroten: Een groep op een zondagrit' }).locator('img'));
	await map.saved();

	await page.goto(`${server.origin}/j/jo-femke/present?slide=1`);
	await drawn(page.getByRole('button', { name: 'Vergroten: Een etalage' }).locator('img'));
	await page.getByRole('button', { name: 'Vergroten: Een groep op een zondagrit' }).click();
	await drawn(sheet(page).getByRole('img'));
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Escape');
	await expect(page).toHaveURL(/slide=1/);

	const other = await Klantreis.startWith(await server.export('jo-femke'));
	try {
		const copy = await page.request.get(other.link);
		expect(copy.ok()).toBe(true);
		const session = (await (await page.request.get(`${other.origin}/api/v1/session`)).json()) as {
			workspaces: { id: string }[];
		};
		const workspace = session.workspaces[0]!.id;
		const { journeys } = (await (
			await page.request.get(`${other.origin}/api/v1/workspaces/${workspace}`)
		).json()) as { journeys: { id: string }[] };
		const { journey } = (await (
			await page.request.get(`${other.origin}/api/v1/journeys/${journeys[0]!.id}`)
		).json()) as { journey: { cards: { fileId?: string }[]; stages: { picture?: { fileId: string } }[] } };
		const ids = [
			journey.cards.find(({ fileId }) => fileId)?.fileId,
			journey.stages.find(({ picture }) => picture)?.picture?.fileId,
		];
		for (const id of ids) {
			const kept = await page.request.get(`${other.origin}/api/v1/workspaces/${workspace}/files/${id}`);
			expect(kept.headers()['content-type']).toMatch(/^image\//);
		}
	} finally {
		await other.stop();
	}
});

test('a persona gets a picture of its own, and goes back to a drawn portrait', async ({ page, server }) => {
	await page.goto(server.link);
	await page.goto(`${server.origin}/groups`);
	await page.getByRole('link', { name: /Femke/ }).first().click();
	const portrait = page.getByRole('button', { name: /^Kies een portret/ });
	await portrait.click();
	await choose(page, sheet(page).getByRole('button', { name: 'Beeld toevoegen' }));
	await sheet(page).getByRole('textbox').fill('Femke op haar eerste rit');
	await sheet(page).getByRole('button', { name: 'Plaatsen' }).click();
	await expect(portrait).toHaveAccessibleName('Kies een portret. Femke op haar eerste rit');
	await drawn(portrait.locator('img'));

	await page.goto(`${server.origin}/j/jo-femke`);
	await drawn(page.getByRole('banner').locator('img'));

	await page.goBack();
	await portrait.click();
	await sheet(page).getByRole('button', { name: 'krullen' }).click();
	await expect(portrait.locator('img')).toHaveCount(0);
	await page.keyboard.press('Control+z');
	await drawn(portrait.locator('img'));
});

test('a phone gives a photo to a card @phone', async ({ page, server }) => {
	const phone = await PhonePage.open(page, server);
	const stage = await phone.goTo('See – zien');
	await stage.getByRole('button', { name: new RegExp(shop) }).tap();
	const add = phone.sheet.getByRole('button', { name: 'Beeld toevoegen' });
	expect((await add.boundingBox())?.height).toBeGreaterThanOrEqual(44);
	await choose(page, add);
	const place = sheet(page).getByRole('button', { name: 'Plaatsen' });
	expect((await place.boundingBox())?.height).toBeGreaterThanOrEqual(44);
	await sheet(page).getByRole('textbox').fill('Een etalage');
	expect(await violations(page)).toEqual([]);
	await place.tap();
	await drawn(phone.sheet.getByRole('button', { name: 'Vergroten: Een etalage' }).locator('img'));
	await phone.close();
	await drawn(stage.getByRole('img', { name: 'Een etalage' }));
});

for (const [language, theme] of [
	['nl', 'dark'],
	['en', 'light'],
] as [Language, Theme][]) {
	test.describe(`axe finds nothing in ${language}, ${theme}:`, () => {
		test.use({ language, theme });

		test('a picture that is placed, shown and enlarged', async ({ page, server }) => {
			const nl = language === 'nl';
			const map = await MapPage.open(page, server);
			const card = map.card(nl ? 'Bellen om een proefrit' : 'Call to arrange');
			await card.click();
			await choose(page, map.details.getByRole('button', { name: nl ? 'Beeld toevoegen' : 'Add an image' }));
			await expect(sheet(page)).toContainText(nl ? 'verzonden' : 'has been sent');
			await test.step('placing', async () => expect(await violations(page)).toEqual([]));
			await sheet(page)
				.getByRole('button', { name: nl ? 'Plaatsen' : 'Place' })
				.click();
			await give(map.stage(nl ? 'See – zien' : 'See'), 'drop');
			await sheet(page)
				.getByRole('button', { name: nl ? 'Plaatsen' : 'Place' })
				.click();
			await drawn(page.getByRole('button', { name: /^(Beeld bij|Image for)/ }).locator('img'));
			await test.step('shown', async () => expect(await violations(page)).toEqual([]));
			await map.details.getByRole('button', { name: /^(Vergroten|Enlarge)/ }).click();
			await expect(sheet(page).getByRole('img')).toBeVisible();
			await test.step('enlarged', async () => expect(await violations(page)).toEqual([]));
		});
	});
}
