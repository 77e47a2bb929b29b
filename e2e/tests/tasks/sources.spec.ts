import { test, expect } from '../../support/tasks/fixtures';

test('[U3-6] an influencer with whom we are absent becomes an opportunity and an action', async ({
	home,
	map,
	words,
	hand,
	page,
}) => {
	const club = words.of('Wielerblogger Kees', 'Cycling blogger Kees');
	const talk = words.say('sug_talk', { source: club });
	await home.enter();
	await home.visit('/j/jo-ruud');
	await map.there();
	const stage = (await map.stages())[0]!;

	await test.step('an influencer', async () => {
		await map.addCard(stage, words.say('map_lane_source'), club, 'map_card_influencer');
		await map.open(club);
		await map.detailsOf('map_card_influencer');
		await expect(map.details.getByText(words.say('stages_absent'))).toHaveCount(0);
	});
	await test.step('without our presence: a suggestion appears', async () => {
		await hand.tick(
			map.details
				.getByRole('radiogroup', { name: words.say('insp_presence') })
				.getByRole('radio', { name: words.say('insp_presence_none') }),
		);
		await expect(map.details.getByText(words.say('stages_absent'))).toBeVisible();
	});
	await test.step('accepted: an opportunity with an action to talk', async () => {
		await hand.press(map.details.getByRole('button', { name: words.say('stages_absent_take') }));
		await expect(map.details.getByRole('button', { name: new RegExp(talk) })).toBeVisible();
		await map.closeDetails();
		await map.saved();
	});
	await test.step('which stands in the action list', async () => {
		await map.goTo('actions');
		await expect(
			page.getByRole('table', { name: words.say('act_table') }).getByText(talk, { exact: true }),
		).toBeVisible();
		await expect(page.getByRole('region', { name: words.say('sug_title') }).getByText(club)).toHaveCount(0);
	});
});
