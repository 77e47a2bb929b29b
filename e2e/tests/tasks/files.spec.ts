import { test, expect } from '../../support/tasks/fixtures';
import { Home } from '../../support/tasks/home';
import { grown, lanesMax, stagesMax } from '../../support/tasks/large';
import { Klantreis } from '../../support/klantreis';

test('[U5-6] a journey goes by file to a clean installation and is the same map there', async ({
	home,
	map,
	words,
	page,
	server,
	problems,
}) => {
	const see = async (title: RegExp) => {
		await map.there();
		const stages = await map.stages();
		await map.show(stages[1]!);
		await expect(map.card(title)).toBeVisible();
		return {
			stages,
			known: await map.shareKnown.innerText(),
			card: await map.card(title).ariaSnapshot(),
			scores: await Promise.all(stages.map((stage) => map.outcome(stage).ariaSnapshot())),
		};
	};
	const call = words.of(/Bellen om een proefrit/, /Call to arrange a test ride/);
	await home.enter();
	await home.visit('/j/jo-femke');
	await map.there();
	await map.addCard(
		(await map.stages())[0]!,
		words.say('map_lane_touchpoint'),
		words.of('Een kaartje met é, ë en 🚲', 'A card with é, ë and 🚲'),
	);
	await map.saved();
	const here = await see(call);
	const file = await server.export('jo-femke');

	const other = await Klantreis.startWith(file);
	try {
		problems.foresee(new RegExp(`request to another origin: ${other.origin}/`));
		const there = new Home(home.hand, words, other);
		await there.enter();
		await there.visit('/j/jo-femke');
		expect(await see(call)).toEqual(here);
		await page.goto(`${other.origin}/j/jo-femke`);
		await map.there();
		await map.show(here.stages[0]!);
		await expect(map.card('🚲')).toBeVisible();
		// Out again it is the same file, to the letter.
		expect(await other.export('jo-femke')).toBe(file);
	} finally {
		await other.stop();
	}
});

test('[U5-8] twenty stages, thirty lanes and a thousand cards stay usable', async ({
	map,
	words,
	hand,
	page,
	server,
	problems,
}) => {
	test.slow();
	const large = await Klantreis.startWith(grown(await server.export('jo-femke')));
	try {
		problems.foresee(new RegExp(`request to another origin: ${large.origin}/`));
		const there = new Home(hand, words, large);
		await there.enter();
		await there.visit('/j/jo-femke');
		await map.there();

		const stages = await map.stages();
		expect(stages).toHaveLength(stagesMax);
		await test.step('from the first stage to the last', async () => {
			const last = stages.at(-1)!;
			await map.show(last);
			await expect(map.heading(last)).toBeInViewport();
			await expect(map.lanes).toHaveCount(lanesMax);
		});
		await test.step('a card is added and kept', async () => {
			await map.addCard(stages.at(-1)!, words.of('Rij 1', 'Lane 1'), words.of('Nummer 1001', 'Number 1001'));
			await map.reload();
			await map.show(stages.at(-1)!);
			await expect(map.card(words.of('Nummer 1001', 'Number 1001'))).toBeVisible();
		});
		await test.step('a card is found among all of them', async () => {
			await there.visit('/search');
			const field = page
				.getByRole('main')
				.getByRole('searchbox')
				.or(page.getByRole('main').getByRole('combobox'));
			await hand.write(field, words.of('Kaartje 777', 'Card 777'));
			const found = page.getByRole('main').getByRole('link', { name: words.of(/Kaartje 777/, /Card 777/) });
			await hand.press(found.first());
			await map.there();
			await expect(map.details).toContainText(words.of('Kaartje 777', 'Card 777'));
		});
	} finally {
		await large.stop();
	}
});
