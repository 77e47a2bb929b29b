import { test, expect } from '../../support/tasks/fixtures';
import { Guide } from '../../support/tasks/guide';

test('[U1-2] a scope that is too broad is split into two journeys', async ({ home, words, hand, page }) => {
	const guide = new Guide(hand, words);
	await home.enter();
	await home.makeWorkspace(words.of('Bakkerij Zonnebloem', 'Sunflower Bakery'));
	const title = words.of('Brood in de wijk', 'Bread around the corner');
	await home.startGuided(title);

	await test.step('one criterion: everybody', async () => {
		await guide.goTo('group');
		await guide.add('start_group_add', words.of('De wijk', 'The neighbourhood'));
		await guide.add('start_criterion_add', words.of('iedereen', 'everybody'));
	});
	await test.step('becoming, being and staying: probably too broad, with three reasons', async () => {
		await guide.goTo('scope');
		for (const situation of ['start_become', 'start_be', 'start_stay'])
			await hand.tick(guide.main.getByRole('checkbox', { name: words.starts(situation) }).first());
		await expect(guide.check('start_check_broad').getByRole('listitem')).toHaveText([
			words.like('start_flag_situations_all'),
			words.like('start_flag_nothing_out'),
			words.like('start_flag_criteria'),
		]);
	});
	await test.step('the proposal makes a second journey, and the verdict changes', async () => {
		await hand.press(guide.main.getByRole('button', { name: words.say('start_apart') }));
		await expect(guide.main.getByText(words.say('start_flag_situations_two'))).toBeVisible();
		await expect(guide.main.getByText(words.say('start_flag_nothing_out'))).toBeHidden();
		await expect(guide.main.getByText(words.starts('start_flag_situations_all'))).toBeHidden();
	});
	await test.step('the second journey has one situation', async () => {
		await guide.saved();
		await home.visit();
		await expect(home.journey(title)).toHaveCount(2);
		await hand.press(home.journey(words.say('start_apart_title', { title, part: words.say('start_stay') })));
		await page.waitForURL(/\/j\/[^/]+/);
		await home.visit(`/j/${new URL(page.url()).pathname.split('/')[2]}/start?step=scope`);
		await expect(
			guide.main.getByRole('checkbox', { name: words.starts('start_stay') }).first(),
		).toBeChecked();
		await expect(
			guide.main.getByRole('checkbox', { name: words.starts('start_become') }).first(),
		).not.toBeChecked();
		await expect(
			guide.main.getByRole('checkbox', { name: words.starts('start_be') }).first(),
		).not.toBeChecked();
	});
});
