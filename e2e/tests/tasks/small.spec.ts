import { test, expect } from '../../support/tasks/fixtures';
import type { Phone } from '../../support/tasks/phone';

test.use({ viewport: { width: 390, height: 844 } });

test('[U5-4] on a phone one stage at a time, by swipe and by button, and a card in three taps', async ({
	home,
	map,
	words,
	hand,
	page,
}) => {
	const phone = map as Phone;
	await home.enter();
	await home.visit('/j/jo-femke');
	await map.there();
	const stages = await map.stages();
	const [see, think, doing] = stages as [string, string, string, string];

	await test.step('one stage at a time', async () => {
		await map.show(see);
		for (const stage of stages.slice(1)) await expect(phone.stage(stage)).not.toBeInViewport();
	});
	await test.step('a swipe, or an arrow key, shows the next and the one before', async () => {
		await phone.swipe('left');
		await expect(phone.stage(think)).toBeInViewport({ ratio: 0.9 });
		await expect(phone.stage(see)).not.toBeInViewport();
		await phone.swipe('right');
		await expect(phone.stage(see)).toBeInViewport({ ratio: 0.9 });
	});
	await test.step('and so do the buttons', async () => {
		await hand.press(phone.neighbour('Think'));
		await expect(phone.stage(think)).toBeInViewport({ ratio: 0.9 });
		await map.show(doing);
		await expect(phone.stage(think)).not.toBeInViewport();
	});
	await test.step('a card in at most three taps', async () => {
		const before = hand.presses;
		const title = words.of('Ik twijfel over de pedalen', 'I hesitate about the pedals');
		await hand.press(
			page
				.getByRole('navigation', { name: words.say('main_navigation') })
				.getByRole('button', { name: words.say('phone_card') }),
		);
		// The field has the cursor already.
		await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
		await page.keyboard.type(title);
		await hand.press(page.getByRole('dialog').getByRole('button', { name: words.say('phone_add') }));
		await expect(map.card(title)).toBeVisible();
		expect(hand.presses - before).toBeLessThanOrEqual(3);
		await map.reload();
		await map.show(doing);
		await expect(map.card(title)).toBeVisible();
	});
});
