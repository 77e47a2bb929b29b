import { test, expect } from '../../support/tasks/fixtures';

test('[U5-7] delete a stage with cards: a choice, and back in one step', async ({
	home,
	map,
	words,
	hand,
	page,
}) => {
	const [think, doing] = words.of(['Think – overwegen', 'Do – kopen'], ['Think', 'Do']);
	const waiting = words.of('Wachten op de fiets', 'Wait for the bike');
	await home.enter();
	await home.visit('/j/jo-femke');
	await map.there();
	const before = await map.stages();
	expect(before).toHaveLength(4);
	const known = await map.shareKnown.innerText();

	await test.step('the choice names what would go, and can be left', async () => {
		await map.deleteStage(doing!);
		const dialog = page.getByRole('dialog', {
			name: words.starts('map_stage_delete_title', { stage: 'Do' }),
		});
		await expect(dialog).toContainText(/\d+ (kaartjes|cards)/);
		await hand.press(dialog.getByRole('button', { name: words.say('map_cancel') }));
		await expect(dialog).toBeHidden();
		expect(await map.stages()).toEqual(before);
	});
	await test.step('everything goes to the neighbour', async () => {
		await map.deleteStage(doing!);
		await hand.press(
			page
				.getByRole('dialog')
				.getByRole('button', { name: words.say('map_stage_delete_move', { stage: 'Think' }) }),
		);
		await expect.poll(() => map.stages()).toHaveLength(3);
		await map.show(think!);
		await expect(map.card(waiting)).toBeVisible();
	});
	await test.step('and back in one step', async () => {
		await map.undo();
		await expect.poll(() => map.stages()).toEqual(before);
		await map.show(doing!);
		await expect(map.card(waiting)).toBeVisible();
	});
	await test.step('everything goes along', async () => {
		await map.deleteStage(doing!);
		await hand.press(
			page.getByRole('dialog').getByRole('button', { name: words.say('map_stage_delete_all') }),
		);
		await expect.poll(() => map.stages()).toEqual(before.filter((name) => name !== doing));
		await expect(map.shareKnown).not.toHaveText(known);
		await map.reload();
		expect(await map.stages()).toEqual(before.filter((name) => name !== doing));
	});
	await test.step('undo brings back cards, scores and actions', async () => {
		// Undo knows the steps of this visit; the stage is deleted once more in it.
		await map.deleteStage(think!);
		await hand.press(
			page.getByRole('dialog').getByRole('button', { name: words.say('map_stage_delete_all') }),
		);
		await expect.poll(() => map.stages()).toHaveLength(2);
		await map.undo();
		await expect.poll(() => map.stages()).toHaveLength(3);
		await expect(map.outcome(think!)).toHaveAccessibleName(/80.*45/);
		await map.reload();
		await expect(map.outcome(think!)).toHaveAccessibleName(/80.*45/);
	});
});
