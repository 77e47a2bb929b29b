import { test, expect } from '../../support/tasks/fixtures';

test('[U2-1] a client project is prepared: workspace, five stages, three perspectives', async ({
	home,
	map,
	words,
	hand,
	page,
}) => {
	await home.enter();
	await test.step('a workspace for the client, in Dutch', async () => {
		await home.makeWorkspace('Garage Van Dijk', words.say('home_languages_nl'));
		await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
	});
	await test.step('a journey of five stages', async () => {
		await home.makeJourney(
			words.of('Onderhoud met plezier', 'Service with pleasure'),
			words.of('Vijf fasen', 'Five stages'),
		);
		await map.there();
		expect(await map.stages()).toHaveLength(5);
	});
	await test.step('sales, service and customer: three perspectives', async () => {
		await home.visit();
		await home.goTo('settings_title');
		const members = page.getByRole('region', { name: words.say('settings_members') });
		await hand.press(members.getByRole('button', { name: words.say('settings_member_add') }));
		const names = ['Karin', 'Bas', 'Mila'];
		for (const name of names) {
			await hand.enter(members.getByRole('textbox', { name: words.say('settings_member_add') }), name);
			await expect(members.getByRole('listitem').filter({ hasText: name })).toBeVisible();
		}
		for (const [i, side] of ['sales', 'service', 'customer'].entries())
			await hand.choose(
				members.getByRole('combobox', { name: words.say('settings_perspective', { name: names[i]! }) }),
				words.say(`settings_perspective_${side}`),
			);
		await expect(
			members.getByText(words.say('settings_perspectives', { count: 3 }), { exact: true }),
		).toBeVisible();
	});
});
