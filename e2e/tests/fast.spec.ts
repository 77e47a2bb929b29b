import { test, expect } from '../support/fixtures';
import { MapPage } from '../support/map';

test.describe('several cards', () => {
	test('are picked with Ctrl and Shift and deleted in one step', async ({ page, server }) => {
		const map = await MapPage.open(page, server);
		const before = await map.titles('Behoeften');
		await map.card(before[0]!).click();
		await map.card(before[1]!).click({ modifiers: ['ControlOrMeta'] });
		await expect(page.getByRole('status').filter({ hasText: '2 gekozen' })).toBeAttached();
		await map.card(before[3]!).click({ modifiers: ['Shift'] });
		await expect(page.getByRole('toolbar', { name: 'Wat gekozen is' })).toContainText('3 gekozen');
		await page.keyboard.press('Delete');
		await expect.poll(() => map.titles('Behoeften')).toEqual([before[0], ...before.slice(4)]);
		await page.keyboard.press('Control+z');
		await expect.poll(() => map.titles('Behoeften')).toEqual(before);
		await map.reload();
		expect(await map.titles('Behoeften')).toEqual(before);
	});

	test('are picked by keyboard and walk to the next stage together', async ({ page, server }) => {
		const map = await MapPage.open(page, server);
		const before = await map.titles('Contactmomenten');
		await map.card(before[0]!).focus();
		await page.keyboard.press('Shift+ArrowRight');
		await page.keyboard.press('Shift+ArrowRight');
		await expect(page.getByRole('toolbar', { name: 'Wat gekozen is' })).toContainText('3 gekozen');
		await page.keyboard.press('Shift+ArrowLeft');
		await expect(map.card(before[1]!)).toBeFocused();
		await expect(map.card(before[1]!)).toHaveAccessibleName(/gekozen$/);
		await page.keyboard.press('Alt+ArrowRight');
		const after = await map.titles('Contactmomenten');
		expect(after[0]).toBe(before[2]);
		expect(after.indexOf(before[1]!)).toBe(after.indexOf(before[0]!) + 1);
		await page.keyboard.press('Control+z');
		await expect.poll(() => map.titles('Contactmomenten')).toEqual(before);
	});

	test('of a whole lane are picked with Ctrl+A, and Escape lets go of them', async ({ page, server }) => {
		const map = await MapPage.open(page, server);
		const needs = await map.titles('Behoeften');
		await map.card(needs[2]!).focus();
		await page.keyboard.press('Control+a');
		const bar = page.getByRole('toolbar', { name: 'Wat gekozen is' });
		await expect(bar).toContainText(`${needs.length} gekozen`);
		await page.keyboard.press('Escape');
		await expect(bar).toBeHidden();
	});

	test('get a tag together', async ({ page, server }) => {
		const map = await MapPage.open(page, server);
		const needs = await map.titles('Behoeften');
		await map.card(needs[0]!).focus();
		await page.keyboard.press('Control+a');
		await page.getByRole('button', { name: 'Labels' }).click();
		const dialog = page.getByRole('dialog');
		await dialog.getByRole('combobox').fill('proefrit');
		await dialog.getByRole('combobox').press('Enter');
		await expect(dialog.getByRole('checkbox', { name: 'proefrit' })).toBeChecked();
		await page.keyboard.press('Escape');
		await map.reload();
		await expect(map.card(needs.at(-1)!)).toContainText('proefrit');
	});
});

test.describe('the clipboard', () => {
	test('copies cards to another place and keeps their order', async ({ page, server }) => {
		const map = await MapPage.open(page, server);
		const needs = await map.titles('Behoeften');
		await map.card(needs[0]!).focus();
		await page.keyboard.press('Shift+ArrowRight');
		await page.keyboard.press('Control+c');
		await page.keyboard.press('Escape');
		await map.card(needs.at(-1)!).focus();
		await page.keyboard.press('Control+v');
		await expect.poll(() => map.titles('Behoeften')).toEqual([...needs, needs[0], needs[1]]);
		await page.keyboard.press('Control+z');
		await expect.poll(() => map.titles('Behoeften')).toEqual(needs);
	});

	test('carries cards to another journey, and titles to other programs', async ({ page, server }) => {
		const map = await MapPage.open(page, server);
		const needs = await map.titles('Behoeften');
		await map.card(needs[0]!).focus();
		await page.keyboard.press('Shift+ArrowRight');
		await page.keyboard.press('Control+c');
		await page.goto(`${server.origin}/j/jo-ruud`);
		await expect(map.table).toBeVisible();
		const there = await map.titles('Behoeften');
		await map.card(there[0]!).focus();
		await page.keyboard.press('Control+v');
		await expect
			.poll(() => map.titles('Behoeften'))
			.toEqual(expect.arrayContaining([needs[0], needs[1], ...there]));
		await map.reload();
		expect(await map.titles('Behoeften')).toHaveLength(there.length + 2);

		await map.addTo('Behoeften', 'Oriëntatie').click();
		await map.field.press('Control+v');
		await expect(map.field).toHaveValue(new RegExp(`^${needs[0]!.slice(0, 12)}`));
		await map.field.press('Escape');
	});

	test('cuts a card and puts it elsewhere', async ({ page, server }) => {
		const map = await MapPage.open(page, server);
		const before = await map.titles('Drempels');
		await map.card(before[0]!).focus();
		await page.keyboard.press('Control+x');
		await expect.poll(() => map.titles('Drempels')).toEqual(before.slice(1));
		await map.card(before.at(-1)!).focus();
		await page.keyboard.press('Control+v');
		await expect.poll(() => map.titles('Drempels')).toEqual([...before.slice(1), before[0]]);
	});

	test('copies a whole stage from its menu, and a lane by key', async ({ page, server }) => {
		const map = await MapPage.open(page, server);
		await map.menu('Fase Think – overwegen: mogelijkheden', 'Kopiëren');
		await map.stage('Think – overwegen').focus();
		await page.keyboard.press('Control+v');
		await expect
			.poll(() => map.stageNames())
			.toEqual([
				'See – zien',
				'Think – overwegen',
				'Think – overwegen',
				'Do – kopen',
				'Care – klant zijn en blijven',
			]);
		await expect(map.card('Proefrit rijden')).toHaveCount(2);
		await page.keyboard.press('Control+z');
		await expect(map.card('Proefrit rijden')).toHaveCount(1);

		await map.lane('Drempels').focus();
		await page.keyboard.press('Control+c');
		await page.keyboard.press('Control+v');
		await expect(map.lane('Drempels')).toHaveCount(2);
		await map.reload();
		expect((await map.laneNames()).filter((name) => name === 'Drempels')).toHaveLength(2);
	});
});

test.describe('rows of a spreadsheet', () => {
	const paste = async (page: MapPage['page'], text: string) => {
		await page.evaluate((plain) => {
			const data = new DataTransfer();
			data.setData('text/plain', plain);
			document.activeElement?.dispatchEvent(
				new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
			);
		}, text);
	};

	test('fill stages to the right and cards downward', async ({ page, server }) => {
		const map = await MapPage.open(page, server);
		const before = await map.titles('Drempels');
		await map.addTo('Drempels', 'Think – overwegen').focus();
		await paste(page, 'Te duur\tGeen tijd\nGeen maat\t\n');
		await expect.poll(() => map.titles('Drempels')).toHaveLength(before.length + 3);
		const after = await map.titles('Drempels');
		expect(after.indexOf('Geen maat')).toBe(after.indexOf('Te duur') + 1);
		expect(after.indexOf('Geen tijd')).toBeGreaterThan(after.indexOf('Geen maat'));
		await page.keyboard.press('Control+z');
		await expect.poll(() => map.titles('Drempels')).toEqual(before);
	});

	test('are shown first when they would make very many cards', async ({ page, server }) => {
		const map = await MapPage.open(page, server);
		const before = await map.titles('Behoeften');
		await map.addTo('Behoeften', 'See – zien').focus();
		const rows = Array.from({ length: 21 }, (_, i) => `Behoefte ${i + 1}`).join('\n');
		await paste(page, rows);
		const dialog = page.getByRole('dialog', { name: '21 kaartjes plakken?' });
		await expect(dialog).toContainText('Behoefte 1');
		await expect(dialog.getByRole('button', { name: 'Plak 21 kaartjes' })).toBeFocused();
		await dialog.getByRole('button', { name: 'Annuleren' }).click();
		expect(await map.titles('Behoeften')).toEqual(before);
		await map.addTo('Behoeften', 'See – zien').focus();
		await paste(page, rows);
		await page.keyboard.press('Enter');
		await expect.poll(() => map.titles('Behoeften')).toHaveLength(before.length + 21);
		await map.reload();
		expect(await map.titles('Behoeften')).toHaveLength(before.length + 21);
	});
});

test('several cards are dragged to another stage together, in their order', async ({ page, server }) => {
	const map = await MapPage.open(page, server);
	const before = await map.titles('Wat doe ik');
	await map.card(before[1]!).click();
	await page.keyboard.press('Escape');
	await map.card(before[0]!).click({ modifiers: ['ControlOrMeta'] });
	await map.card(before[1]!).click({ modifiers: ['ControlOrMeta'] });
	const from = await map.card(before[1]!).boundingBox();
	const to = await map.card(before[3]!).boundingBox();
	if (!from || !to) throw new Error('both cards are on screen');
	await page.mouse.move(from.x + 30, from.y + 20);
	await page.mouse.down();
	await page.mouse.move(from.x + 60, from.y + 24, { steps: 4 });
	await page.mouse.move(to.x + 8, to.y + 20, { steps: 12 });
	await page.mouse.up();
	await expect
		.poll(async () => (await map.titles('Wat doe ik')).slice(0, 4))
		.toEqual([before[2], before[0], before[1], before[3]]);
	await page.keyboard.press('Control+z');
	await expect.poll(() => map.titles('Wat doe ik')).toEqual(before);
});
