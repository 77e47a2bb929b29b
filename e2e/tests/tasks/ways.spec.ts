import { test, expect } from '../../support/tasks/fixtures';

test('[U5-9] loops: people come back and skip; both are drawn and told in words', async ({
	home,
	map,
	words,
	hand,
	page,
}) => {
	await home.enter();
	await home.makeJourney(words.of('Rondjes', 'Rounds'), 'See-Think-Do-Care');
	await map.there();
	await map.goTo('stages');
	const ways = page.getByRole('region', { name: words.say('stages_ways') });
	await expect(ways.getByText(words.say('stages_ways_none'))).toBeVisible();

	const draw = async (from: string, to: string, kind: string) => {
		await hand.press(ways.getByRole('button', { name: words.say('stages_way_add') }));
		const dialog = page.getByRole('dialog', { name: words.say('stages_way_title') });
		await hand.choose(dialog.getByRole('combobox', { name: words.say('stages_way_from') }), from);
		await hand.choose(dialog.getByRole('combobox', { name: words.say('stages_way_to') }), to);
		await expect(dialog).toContainText(words.say(kind));
		await hand.press(dialog.getByRole('button', { name: words.say('stages_save') }));
		await expect(dialog).toBeHidden();
	};
	await test.step('from Care again to See', () => draw('Care', 'See', 'stages_kind_repeat'));
	await test.step('from See past Think to Do', () => draw('See', 'Do', 'stages_kind_skip'));

	await test.step('both are told as text', async () => {
		await expect(ways.getByRole('listitem')).toHaveText([/See → Do: /, /Care → See: /]);
		await map.saved();
		await page.reload();
		await expect(ways.getByRole('listitem')).toHaveText([/See → Do: /, /Care → See: /]);
	});
	await test.step('and both are on the map, which says the same', async () => {
		await home.visit(new URL(page.url()).pathname.replace(/\/stages$/, ''));
		await map.there();
		await map.show((await map.stages())[0]!);
		await expect(map.way('Care', 'See')).toBeVisible();
		await expect(map.way('See', 'Do')).toBeVisible();
	});
});

test('[U3-1] nested audiences of See, Think, Do and Care', async ({ home, map, words, hand, page }) => {
	await home.enter();
	await home.makeJourney(words.of('Eerste racefiets', 'First racing bike'), 'See-Think-Do-Care');
	await map.there();
	await map.goTo('stages');
	const panel = page.getByRole('region', { name: words.say('stages_audiences') });
	const size = (stage: string) =>
		panel.getByRole('spinbutton', { name: words.say('stages_size_of', { stage }) });
	const row = (stage: string) => panel.getByRole('row', { name: new RegExp(`^${stage}`) });
	const number = (value: number) => new Intl.NumberFormat(words.language).format(value);

	await test.step('sizes, and the share of the stage before', async () => {
		const sizes = { See: '24000', Think: '3600', Do: '540', Care: '216' };
		for (const [stage, value] of Object.entries(sizes)) await hand.enter(size(stage), value);
		await expect(row('Think')).toContainText(/15\s?%/);
		await expect(row('Do')).toContainText(/15\s?%/);
		await expect(row('Care')).toContainText(/40\s?%/);
	});
	await test.step('the picture is nested', async () => {
		const picture = panel.getByRole('img', { name: words.starts('stages_audiences_picture', { list: '' }) });
		await expect(picture).toHaveAccessibleName(
			new RegExp(`See ${number(24000)}.*Think ${number(3600)}.*Do ${number(540)}.*Care ${number(216)}`),
		);
		const circles = await picture
			.locator('circle.s')
			.evaluateAll((nodes) =>
				nodes.map((node) => ['cx', 'cy', 'r'].map((name) => Number(node.getAttribute(name)))),
			);
		expect(circles).toHaveLength(4);
		// From back to front each lies within the one before.
		circles.slice(1).forEach(([cx = 0, cy = 0, r = 0], i) => {
			const [ox = 0, oy = 0, or = 0] = circles[i] ?? [];
			expect(Math.hypot(cx - ox, cy - oy) + r).toBeLessThanOrEqual(or + 0.01);
		});
	});
	const warning = panel.getByRole('status');
	await test.step('more than the stage before: a warning names it', async () => {
		await expect(warning).toHaveCount(0);
		await hand.enter(size('Think'), '30000');
		await expect(warning).toContainText('Think');
		await expect(warning).toContainText('See');
	});
	await test.step('taken back', async () => {
		await hand.press(page.getByRole('banner').getByRole('button', { name: words.starts('undo') }));
		await expect(size('Think')).toHaveValue(number(3600));
		await expect(warning).toHaveCount(0);
		await expect(row('Think')).toContainText(/15\s?%/);
	});
});
