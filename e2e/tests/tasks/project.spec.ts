import { test, expect } from '../../support/tasks/fixtures';

test('[U2-1] a client project is prepared: workspace, five stages, three perspectives, a plan of six weeks', async ({
	home,
	map,
	words,
	hand,
	page,
}) => {
	const title = words.of('Onderhoud met plezier', 'Service with pleasure');
	await home.enter();
	await test.step('a workspace for the client, in Dutch', async () => {
		await home.makeWorkspace('Garage Van Dijk', words.say('home_languages_nl'));
		await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
	});
	await test.step('a journey of five stages', async () => {
		await home.makeJourney(title, words.of('Vijf fasen', 'Five stages'));
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
	await test.step('panel, interviews, survey, quick scan and presentation, within six weeks', async () => {
		await home.visit();
		await home.openJourney(title);
		await page.waitForURL(/\/j\//);
		await home.visit(`/j/${new URL(page.url()).pathname.split('/')[2]}`);
		await map.there();
		await map.goTo('actions');
		const plan = page.getByRole('region', { name: words.say('plan_title') });
		await hand.press(plan.getByRole('button', { name: words.say('plan_take_all') }));
		const steps = plan.getByRole('list').getByRole('listitem');
		await expect(steps).toHaveText(
			['panel', 'interviews', 'survey', 'scan', 'presentation'].map(
				(step) => new RegExp(words.say(`plan_t_${step}`)),
			),
		);
		const days = await steps
			.locator('input[type="date"]')
			.evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
		const sixWeeks = 42 * 24 * 3600 * 1000;
		for (const day of days) {
			const left = Date.parse(day) - Date.now();
			expect(left).toBeGreaterThan(0);
			expect(left).toBeLessThanOrEqual(sixWeeks);
		}
		expect([...days].sort()).toEqual(days);
		await expect(
			plan.getByText(words.say('plan_progress', { done: 0, all: 5 }), { exact: true }),
		).toBeVisible();
		await map.saved();
		await page.reload();
		await expect(steps).toHaveCount(5);
	});
});
