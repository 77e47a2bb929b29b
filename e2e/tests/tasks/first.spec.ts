import { test, expect } from '../../support/tasks/fixtures';
import { Guide } from '../../support/tasks/guide';

test('[U1-1] a first journey, guided, from the start page to the action list', async ({
	home,
	map,
	words,
	hand,
	page,
}) => {
	const [notice, buy, eat] = words.of(['Opvallen', 'Kopen', 'Eten'], ['Notice', 'Buy', 'Eat']) as [
		string,
		string,
		string,
	];
	const stages = [notice, buy, eat];
	const guide = new Guide(hand, words);

	await test.step('without account or payment a journey begins', async () => {
		await home.enter();
		await expect(page.locator('input[type="password"], input[autocomplete^="cc-"]')).toHaveCount(0);
		await home.makeWorkspace(words.of('Bakkerij', 'Bakery'));
		await home.startGuided(words.of('Elke zaterdag brood', 'Bread every Saturday'));
	});
	await test.step('the organisation, without a website', async () => {
		await hand.write(guide.field(words.say('start_organisation_name')), 'Bakkerij Zonnebloem');
		await guide.answer('start_website_no');
		await guide.on();
	});
	await test.step('to improve', async () => {
		await guide.answer('start_reason_improve');
		await guide.on();
	});
	await test.step('two principles: a typed one, and an example made one’s own', async () => {
		await guide.add('start_principle_add', words.of('Vers gaat boven veel.', 'Fresh goes above much.'));
		await hand.press(guide.main.getByRole('button', { name: words.say('start_principle_eg_1') }));
		const own = words.of('Lekker gaat boven goedkoop.', 'Tasty goes above cheap.');
		await hand.write(guide.field(words.say('start_principle_n', { n: 2 })), own);
		await expect(
			guide.main.getByRole('list', { name: words.say('start_step_principles') }).getByRole('listitem'),
		).toHaveCount(2);
		await guide.on();
	});
	await test.step('a customer group with two criteria', async () => {
		await guide.add('start_group_add', words.of('Gezinnen in de wijk', 'Families around the corner'));
		await guide.add('start_criterion_add', words.of('wonen binnen 2 km', 'live within 2 km'));
		await guide.add('start_criterion_add', words.of('hebben kinderen thuis', 'have children at home'));
		await expect(guide.field(words.say('start_criterion_n', { n: 2 }))).toBeVisible();
		await guide.on();
	});
	await test.step('staying; nothing is out of scope: a hint that does not block', async () => {
		await hand.tick(guide.main.getByRole('checkbox', { name: words.starts('start_stay') }));
		await expect(guide.main.getByText(words.say('start_flag_nothing_out'))).toBeVisible();
		await guide.on();
		await expect(guide.question).toHaveText(words.say('start_q_bounds'));
	});
	await test.step('three stages of one’s own, and the third goes first by keyboard', async () => {
		await guide.goTo('stages');
		await hand.press(
			guide.main.getByRole('button', { name: words.of('Zelf fasen maken', 'Make your own stages') }),
		);
		await hand.write(guide.field(words.say('start_stage_n', { n: 1 })), buy);
		await guide.add('start_stage_add', eat);
		await guide.add('start_stage_add', words.of('Derde', 'Third'));
		await hand.write(guide.field(words.say('start_stage_n', { n: 3 })), notice);
		for (let i = 0; i < 2; i++) await page.keyboard.press('Alt+ArrowUp');
		for (const [i, name] of stages.entries())
			await expect(guide.field(words.say('start_stage_n', { n: i + 1 }))).toHaveValue(name);
	});
	await test.step('per stage a contact moment, a need and a barrier, all guesses', async () => {
		await guide.goTo('fill');
		for (const stage of stages) {
			await expect(guide.question).toHaveText(words.say('start_q_fill', { stage }));
			for (const kind of ['touchpoint', 'need', 'barrier'])
				await guide.add(`start_${kind}_add`, `${words.say(`map_card_${kind}`)} ${stage}`);
			await expect(guide.main.getByText(words.say('guess'), { exact: true })).toHaveCount(3);
			await guide.on();
		}
	});
	await test.step('no step about figures of a website', async () => {
		await expect(guide.main.getByText(words.say('start_next_actions'))).toBeVisible();
		await expect(guide.main.getByText(words.say('start_next_data'))).toHaveCount(0);
		await guide.saved();
		await guide.on();
		await map.there();
		expect(await map.stages()).toEqual(stages);
		await expect(map.shareKnown).toContainText(/(^|\s)0\s?%/);
	});
	await test.step('scores by slider and by typing', async () => {
		const scores: [string, number, number][] = [
			[notice, 80, 65],
			[buy, 90, 20],
			[eat, 70, 60],
		];
		for (const [stage, relevance, presence] of scores) {
			await map.toScores(stage);
			await hand.slide(map.slider('relevance'), relevance);
			await expect
				.poll(async () => Math.abs(Number(await map.figure('relevance').inputValue()) - relevance))
				.toBeLessThanOrEqual(2);
			await hand.enter(map.figure('presence'), String(presence));
			await expect(map.figure('presence')).toHaveValue(String(presence));
			await expect(map.slider('presence')).toHaveValue(String(presence));
		}
	});
	const opportunity = (stage: string) => words.of(`Kans bij ${stage}`, `Opportunity at ${stage}`);
	await test.step('an opportunity per stage', async () => {
		for (const stage of stages)
			await map.addCard(stage, words.say('map_lane_opportunity'), opportunity(stage));
		await map.saved();
	});
	await test.step('the picture and its sentence name the stage with most to gain', async () => {
		await map.goTo('gain');
		await expect(page.getByRole('heading', { level: 1 })).toContainText(
			words.of(`De meeste winst ligt bij ${buy}`, `Most to gain in ${buy}`),
		);
		await expect(
			page
				.getByRole('main')
				.getByRole('img', { name: new RegExp(buy) })
				.first(),
		).toBeVisible();
		await page.goBack();
		await map.there();
	});
	const actions: [string, string][] = [
		[words.of('Bord op straat', 'Sign in the street'), words.of('Winkel of kantoor', 'Shop or office')],
		[
			words.of('Elke vrijdag een bericht', 'A message every Friday'),
			words.of('E-mail en nieuwsbrief', 'E-mail and newsletter'),
		],
	];
	const table = page.getByRole('table', { name: words.say('act_table') });
	await test.step('an action for two channels each', async () => {
		await map.goTo('actions');
		const form = page.getByRole('form', { name: words.say('act_add') });
		for (const [title, channel] of actions) {
			await hand.choose(form.getByRole('combobox', { name: words.say('insp_channel') }), channel);
			await hand.enter(form.getByRole('textbox'), title);
			await expect(table.getByText(title, { exact: true })).toBeVisible();
		}
	});
	const exactly = async () => {
		await expect(table.locator('tr.action')).toHaveCount(actions.length);
		for (const [title, channel] of actions) {
			const row = table.locator('tr.action').filter({ hasText: title });
			await expect(
				row.getByRole('combobox', { name: new RegExp(words.say('insp_channel')) }).locator('option:checked'),
			).toHaveText(channel);
		}
	};
	await test.step('the action list holds exactly these, also after a reload', async () => {
		await exactly();
		await guide.saved();
		await page.reload();
		await exactly();
	});
	await test.step('and everything else is there too', async () => {
		await home.visit(new URL(page.url()).pathname.replace(/\/actions$/, ''));
		await map.there();
		expect(await map.stages()).toEqual(stages);
		for (const stage of stages) {
			await map.show(stage);
			await expect(map.card(opportunity(stage))).toBeVisible();
		}
		await expect(map.outcome(buy)).toHaveAccessibleName(/20/);
	});
});
