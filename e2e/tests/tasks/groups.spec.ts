import { test, expect } from '../../support/tasks/fixtures';
import { Guide } from '../../support/tasks/guide';

test('[U4-5] several groups: what goes back and forth, and a journey for the one without', async ({
	home,
	words,
	hand,
	page,
}) => {
	const tourists = words.of('Toeristen', 'Tourists');
	const group = (name: string) => page.getByRole('main').getByRole('region', { name, exact: true });
	await home.enter();
	await home.visit('/groups');

	await test.step('each group shows its value exchange', async () => {
		const groups = [
			words.of('Beginnende wielrenners', 'Beginner cyclists'),
			words.of('Ervaren clubrijders', 'Experienced club riders'),
		];
		for (const name of groups)
			await expect(
				page
					.getByRole('main')
					.getByRole('region')
					.filter({ hasText: name })
					.getByRole('list', { name: words.say('group_exchanges') })
					.getByRole('listitem')
					.first(),
			).toBeVisible();
	});
	await test.step('a new group, with what goes back and forth', async () => {
		await hand.press(page.getByRole('button', { name: words.say('group_add_group'), exact: true }));
		await hand.enter(page.getByRole('textbox', { name: words.say('group_add_group') }), tourists);
		await expect(group(tourists)).toBeVisible();
		await hand.press(group(tourists).getByRole('button', { name: words.say('group_exchange_add') }));
		const give = words.of('Een huurfiets die past', 'A rental bike that fits');
		await hand.write(group(tourists).getByRole('textbox', { name: words.say('group_we_give') }), give);
		await hand.write(
			group(tourists).getByRole('textbox', { name: words.say('group_they_give') }),
			words.of('Een review', 'A review'),
		);
		await hand.choose(
			group(tourists).getByRole('combobox', { name: words.say('group_ask_type') }),
			words.say('group_ask_advocacy'),
		);
		await hand.press(group(tourists).getByRole('button', { name: words.say('group_add'), exact: true }));
		await expect(group(tourists).getByRole('list', { name: words.say('group_exchanges') })).toContainText(
			give,
		);
	});
	await test.step('it has no journey yet, and says so', async () => {
		await expect(group(tourists)).toContainText(words.say('group_no_journey'));
		await expect(group(tourists).getByRole('link')).toHaveCount(0);
	});
	await test.step('one is made from there, for this group', async () => {
		await hand.press(
			group(tourists).getByRole('button', { name: words.say('group_make_journey_for', { group: tourists }) }),
		);
		await page.waitForURL(/\/start/);
		const guide = new Guide(hand, words);
		await guide.goTo('group');
		await expect(guide.main.getByRole('radio', { name: tourists, exact: true })).toBeChecked();
		await home.visit('/groups');
		await expect(group(tourists)).not.toContainText(words.say('group_no_journey'));
		await expect(
			group(tourists).getByRole('link', { name: words.say('group_journey_title', { group: tourists }) }),
		).toBeVisible();
	});
});
