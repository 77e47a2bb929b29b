import { test, expect } from '../../support/tasks/fixtures';

test('[U1-4] begin with the example: a copy of its structure, and the original stays', async ({
	home,
	map,
	words,
	hand,
	page,
	server,
}) => {
	const title = words.of('Van eerste rit tot eigen racefiets', 'From first ride to own racing bike');
	const download = words.of('Gratis routes downloaden', 'Download free routes');
	await home.enter();

	const before = await server.export('jo-femke');
	const stages = await test.step('the example: racing bikes', async () => {
		await hand.press(page.getByRole('main').getByRole('button', { name: words.starts('home_example') }));
		await map.there();
		await expect(map.card(download).first()).toBeVisible();
		return map.stages();
	});
	await test.step('a copy of the structure alone', async () => {
		await home.visit();
		await home.menu(words.starts('home_more', { title }), 'home_copy');
		const dialog = page.getByRole('dialog', { name: words.say('home_copy') });
		await hand.write(dialog.getByRole('textbox'), words.of('Onze eigen reis', 'Our own journey'));
		await hand.tick(dialog.getByRole('radio', { name: words.starts('home_copy_structure') }));
		await hand.press(dialog.getByRole('button', { name: words.say('home_copy_make') }));
	});
	await test.step('stages, lanes and questions are there, and no card', async () => {
		await map.there();
		await page.waitForURL((url) => !url.pathname.includes('jo-femke'));
		expect(await map.stages()).toEqual(stages);
		await map.show(stages[1]!);
		for (const lane of ['map_lane_touchpoint', 'map_lane_need', 'map_lane_barrier', 'map_lane_opportunity'])
			await expect(page.getByRole('heading', { name: words.say(lane) }).first()).toBeVisible();
		const question = words.of(
			'Welke fiets past, en durf ik het te vragen?',
			'Which bike fits, and do I dare to ask?',
		);
		await expect(page.getByText(question).first()).toBeVisible();
		for (const stage of stages) await expect(map.cards(stage)).toHaveCount(0);
	});
	await test.step('the original is unchanged', async () => {
		expect(await server.export('jo-femke')).toBe(before);
		await home.visit('/j/jo-femke');
		await map.there();
		await expect(map.card(download).first()).toBeVisible();
	});
});
