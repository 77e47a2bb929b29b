import { test, expect } from '../../support/tasks/fixtures';

test('[U3-2] figures of the web come in from a table, and a second import shows the trend', async ({
	home,
	map,
	words,
	hand,
	page,
}) => {
	const metric = words.of('Aanvragen per bezoeker van de site', 'Requests per visitor of the site');
	const table = (...rows: string[]) => ({
		name: 'webcijfers.csv',
		mimeType: 'text/csv',
		buffer: Buffer.from(['datum;aanvragen;bezoekers', ...rows, ''].join('\r\n')),
	});
	await home.enter();
	await home.visit('/j/jo-femke');
	await map.there();
	await map.goTo('measures');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	const panel = page.getByRole('main').getByRole('region', { name: words.say('meas_import'), exact: true });
	const column = (name: string) => panel.getByRole('combobox', { name: words.say(name) });

	/** From the file to what would be stored. */
	const read = async (file: ReturnType<typeof table>) => {
		await hand.press(
			page.getByRole('main').getByRole('button', { name: words.say('meas_import'), exact: true }),
		);
		await hand.give(panel.getByLabel(words.say('imp_file')), file);
		await expect(panel.getByText(words.say('imp_semicolon'))).toBeVisible();
		await hand.tick(
			panel
				.getByRole('radiogroup', { name: words.say('imp_locale') })
				.getByRole('radio', { name: '1.234,5', exact: true }),
		);
		await hand.choose(column('imp_date'), 'datum');
		await hand.write(panel.getByRole('combobox', { name: words.say('imp_name') }), metric);
		await hand.tick(panel.getByRole('radio', { name: words.say('imp_kind_ratio') }));
		await hand.choose(column('imp_part'), 'aanvragen');
		await hand.choose(column('imp_whole'), 'bezoekers');
		await hand.press(panel.getByRole('button', { name: words.say('imp_go_check') }));
	};
	const card = page.getByRole('article', { name: metric, exact: true });
	const percent = (value: number) => new RegExp(`(^|\\s)${value}\\s?%`);

	await test.step('one broken line is told by its number, the others come in', async () => {
		await read(table('01-09-2026;162;900', '02-09-2026;veel;1.100', '03-09-2026;209;1.100'));
		const faults = panel.getByRole('group', { name: words.say('imp_faults', { count: 1 }) });
		await expect(faults.getByRole('listitem')).toHaveCount(1);
		await expect(faults.getByRole('listitem')).toContainText(words.say('imp_line', { line: 3 }));
		await hand.press(panel.getByRole('button', { name: words.say('imp_store', { count: 2 }) }));
		await expect(panel).toBeHidden();
	});
	await test.step('162 of 900 is 18 %', async () => {
		await expect(card).toContainText(percent(19));
		await hand.press(card.getByRole('button', { name: words.starts('meas_points') }));
		const values = card.getByRole('table').getByRole('spinbutton');
		await expect(values.filter({ visible: true }).first()).toBeVisible();
		const shown = await values.evaluateAll((fields) =>
			fields.map((field) => (field as HTMLInputElement).value),
		);
		expect(shown.some((value) => percent(18).test(value))).toBe(true);
	});
	await test.step('a second import makes it a trend', async () => {
		await read(table('01-10-2026;240;1.200', '02-10-2026;308;1.400'));
		await expect(panel.getByRole('group', { name: words.starts('imp_faults', { count: 1 }) })).toHaveCount(0);
		await hand.press(panel.getByRole('button', { name: words.say('imp_store', { count: 2 }) }));
		await expect(panel).toBeHidden();
		await expect(card).toContainText(percent(22));
		const chart = card.getByRole('img', { name: new RegExp(metric) });
		await expect(chart).toHaveAccessibleName(/18\s?%.*22\s?%/);
		await expect(chart.locator('circle')).toHaveCount(4);
	});
});
