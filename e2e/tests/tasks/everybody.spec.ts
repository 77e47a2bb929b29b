import { test, expect } from '../../support/tasks/fixtures';

test('[U5-1] the language changes in the middle of editing, and nothing is lost', async ({
	home,
	map,
	words,
	hand,
	page,
}) => {
	const [card, other] = [
		words.of('Gratis routes downloaden', 'Download free routes'),
		words.of('Download free routes', 'Gratis routes downloaden'),
	];
	const own = words.of('Elke zondag een nieuwe route', 'A new route every Sunday');
	await home.enter();
	await home.visit('/j/jo-femke');
	await map.there();
	const name = words.say('insp_title');
	await map.open(card);

	await test.step('typed, and not yet kept', async () => {
		await hand.press(map.details.getByRole('button', { name: new RegExp(`^${name}: `) }));
		await hand.write(map.details.getByRole('textbox', { name, exact: true }), own);
	});
	await test.step('the labels are in the other language, and so are the texts', async () => {
		await map.changeLanguage();
		await expect(page.locator('html')).toHaveAttribute('lang', words.language);
		await expect(page.getByRole('heading', { name: words.say('map_lane_touchpoint') }).first()).toBeVisible();
		await expect(map.card(other).first()).toBeVisible();
	});
	await test.step('what was typed stands in its own language', async () => {
		await map.changeLanguage();
		await expect(map.card(own).first()).toBeVisible();
		await expect(page.getByRole('heading', { name: words.say('map_lane_touchpoint') }).first()).toBeVisible();
		await map.reload();
		await expect(map.card(own).first()).toBeVisible();
	});
	await test.step('an own text without a translation stays as it is', async () => {
		const alone = words.of('Ik wil eerst proefzitten', 'I want to try the saddle first');
		const stage = (await map.stages())[0]!;
		await map.addCard(stage, words.say('map_lane_touchpoint'), alone);
		await map.changeLanguage();
		await expect(map.card(alone).first()).toBeVisible();
	});
});

test.describe('by keyboard alone', () => {
	test.use({ handKind: 'keyboard' });

	test('[U5-2] a stage, a card, a link and a score without a mouse, with the focus in sight', async ({
		home,
		map,
		words,
		hand,
	}) => {
		const spread = words.of('Doorvertellen', 'Spread the word');
		const tell = words.of('Ik vertel het op de club', 'I tell it at the club');
		await home.enter();
		await home.openJourney(words.of('Van eerste rit', 'From first ride'));
		await map.there();

		await test.step('a stage', async () => {
			await map.addStage(spread);
			await expect.poll(async () => (await map.stages()).at(-1)).toContain(spread);
		});
		await test.step('a card', async () => {
			await map.addCard(spread, words.say('map_lane_touchpoint'), tell);
		});
		await test.step('a link', async () => {
			await map.open(tell);
			await hand.press(
				map.details.getByRole('button', { name: words.say('insp_link_add'), exact: true }).first(),
			);
			await hand.choose(
				map.details.getByRole('combobox', { name: words.say('insp_link_target') }),
				words.of('See: Gratis routes downloaden', 'See: Download free routes'),
			);
			await hand.press(
				map.details.getByRole('button', { name: words.say('insp_link_add'), exact: true }).last(),
			);
			await expect(
				map.details
					.getByRole('button', { name: words.of('Gratis routes downloaden', 'Download free routes') })
					.first(),
			).toBeVisible();
			await expect(map.details).toContainText(words.say('insp_links_out'));
			await map.closeDetails();
		});
		await test.step('a score, by slider and by typing', async () => {
			await map.toScores(spread);
			await hand.slide(map.slider('relevance'), 80);
			await expect(map.figure('relevance')).toHaveValue('80');
			await hand.enter(map.figure('presence'), '35');
			await expect(map.figure('presence')).toHaveValue('35');
			await expect(map.outcome(spread)).toHaveAccessibleName(/80.*35/);
		});
		await map.reload();
		await map.show(spread);
		await expect(map.card(tell)).toBeVisible();
		await expect(map.outcome(spread)).toHaveAccessibleName(/80.*35/);
	});
});

test('[U5-3] a screen reader meets the map as stages with their lanes, and every picture as figures', async ({
	home,
	map,
	words,
	page,
}) => {
	await home.enter();
	await home.visit('/j/jo-femke');
	await map.there();
	const stages = await map.stages();
	expect(stages).toHaveLength(4);

	await test.step('per stage: its name, its lanes, its cards with kind and evidence', async () => {
		for (const stage of stages) {
			await map.show(stage);
			await expect(map.heading(stage)).toBeVisible();
		}
		for (const lane of ['map_lane_touchpoint', 'map_lane_decision', 'map_lane_opportunity', 'map_lane_gain'])
			await expect(map.lane(words.say(lane))).toBeVisible();
		await map.show(stages[1]!);
		const call = map.card(words.of(/Bellen om een proefrit/, /Call to arrange a test ride/));
		await expect(call).toHaveAccessibleName(words.of(/Telefoon/, /Phone/));
		await expect(call).toHaveAccessibleName(words.of(/weten/, /known/));
		await expect(map.card(words.of(/Reviews van klanten/, /Read customer reviews/))).toHaveAccessibleName(
			words.of(/raden/, /guess/),
		);
	});
	await test.step('the picture of gain says its conclusion and is a table too', async () => {
		await map.goTo('gain');
		await expect(page.getByRole('heading', { level: 1 })).toContainText(/See.*60.*25/);
		const table = page.getByRole('table');
		for (const column of ['column_stage', 'column_presence', 'column_gain'])
			await expect(table.getByRole('columnheader', { name: words.say(column) })).toBeVisible();
		await expect(table.getByRole('row')).toHaveCount(stages.length + 1);
		await expect(table.getByRole('row', { name: /^See/ })).toContainText(/60.*25.*15.*85/);
		for (const picture of await page.getByRole('main').getByRole('img').all())
			await expect(picture).toHaveAccessibleName(/\S/);
	});
});
