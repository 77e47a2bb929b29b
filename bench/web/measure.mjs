// What the browser itself says of interactions: durations of events that people caused, and long tasks.

/** Forgets what was seen so far, and looks from now on. */
export async function observe(page) {
	await page.evaluate(() => {
		const seen = { events: [], tasks: [] };
		for (const observer of window.benchObservers ?? []) observer.disconnect();
		const events = new PerformanceObserver((list) => seen.events.push(...list.getEntries()));
		events.observe({ type: 'event', durationThreshold: 16 });
		const tasks = new PerformanceObserver((list) => seen.tasks.push(...list.getEntries()));
		tasks.observe({ type: 'longtask' });
		window.benchObservers = [events, tasks];
		window.benchSeen = seen;
	});
}

/** The slowest interaction and the longest task since observe, in whole milliseconds; 0 when nothing was worth noting. */
export async function observed(page) {
	await settled(page);
	return page.evaluate(() => {
		const [events, tasks] = window.benchObservers;
		window.benchSeen.events.push(...events.takeRecords());
		window.benchSeen.tasks.push(...tasks.takeRecords());
		const longest = (entries) => Math.round(Math.max(0, ...entries.map((entry) => entry.duration)));
		return {
			inp: longest(window.benchSeen.events.filter((entry) => entry.interactionId > 0)),
			longTask: longest(window.benchSeen.tasks),
		};
	});
}

/** Two frames and an idle moment later: everything an act set going has been drawn and reported. */
function settled(page) {
	return page.evaluate(
		() =>
			new Promise((resolve) => {
				requestAnimationFrame(() =>
					requestAnimationFrame(() => requestIdleCallback(() => resolve(), { timeout: 2000 })),
				);
			}),
	);
}

const firstCard = (page) => page.getByRole('article').first();

/** What a person does with a large map, one group of figures each. */
export const interactions = [
	[
		'scroll',
		async (page) => {
			await page.mouse.move(640, 500);
			for (let i = 0; i < 30; i++) await page.mouse.wheel(0, 240);
			for (let i = 0; i < 30; i++) await page.mouse.wheel(240, 0);
			for (let i = 0; i < 30; i++) await page.mouse.wheel(-240, -240);
			await settled(page);
		},
	],
	[
		'select cards and walk over them',
		async (page) => {
			await firstCard(page).click();
			for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowRight');
			for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowDown');
		},
	],
	[
		'search',
		async (page) => {
			await page.keyboard.press('Control+k');
			await page.keyboard.type('Kaartje 777');
			await page.getByRole('dialog').getByRole('option').first().waitFor();
			await page.keyboard.press('Enter');
		},
	],
	[
		'edit a title',
		async (page) => {
			await firstCard(page).dblclick();
			await page.keyboard.type('Een andere titel');
			await page.keyboard.press('Enter');
		},
	],
	[
		'move a card and undo it',
		async (page) => {
			await firstCard(page).click();
			await page.keyboard.press('Alt+ArrowRight');
			await settled(page);
			await page.keyboard.press('Control+z');
		},
	],
	[
		'delete a card and undo it',
		async (page) => {
			await firstCard(page).click();
			await page.keyboard.press('Delete');
			await settled(page);
			await page.keyboard.press('Control+z');
		},
	],
];
