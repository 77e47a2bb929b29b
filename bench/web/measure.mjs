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

// Things are found by selector: names of roles would be worked out in the page, and that be measured as well.
const firstCard = (page) => page.locator('article[data-kind="card"]').first();
const button = (page, name) => page.locator(`button[aria-label="${name}"]`);

async function undo(page) {
	await settled(page);
	await page.keyboard.press('Control+z');
}

/** What a person does with a large map, one group of figures each. The page is in Dutch. */
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
	['open the details', (page) => firstCard(page).click()],
	['close the details', (page) => page.keyboard.press('Escape')],
	[
		'open and close the details again',
		async (page) => {
			for (let i = 0; i < 3; i++) {
				await firstCard(page).click();
				await settled(page);
				await page.keyboard.press('Escape');
				await settled(page);
			}
		},
	],
	[
		'walk over cards',
		async (page) => {
			await firstCard(page).focus();
			for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowRight');
			for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowDown');
		},
	],
	[
		'pick cards with shift',
		async (page) => {
			await firstCard(page).focus();
			for (let i = 0; i < 8; i++) await page.keyboard.press('Shift+ArrowRight');
			for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+ArrowDown');
			await page.keyboard.press('Escape');
		},
	],
	[
		'search',
		async (page) => {
			await page.keyboard.press('Control+k');
			await page.keyboard.type('Kaartje 777', { delay: 40 });
			await page.locator('dialog [role="option"]', { hasText: 'Kaartje 777' }).first().waitFor();
			await page.keyboard.press('Enter');
			await settled(page);
			await page.keyboard.press('Escape');
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
		'type a new card and undo it',
		async (page) => {
			await firstCard(page).focus();
			await page.keyboard.press('Insert');
			await page.locator('.board textarea').waitFor();
			await page.keyboard.type('Een nieuw kaartje');
			await page.keyboard.press('Enter');
			await undo(page);
		},
	],
	[
		'move a card and undo it',
		async (page) => {
			await firstCard(page).focus();
			await page.keyboard.press('Alt+ArrowRight');
			await undo(page);
		},
	],
	[
		'delete a card and undo it',
		async (page) => {
			await firstCard(page).focus();
			await page.keyboard.press('Delete');
			await undo(page);
		},
	],
	[
		'move all cards of a lane and undo it',
		async (page) => {
			await firstCard(page).focus();
			await page.keyboard.press('Control+a');
			await button(page, 'Naar een fase').click();
			await page.locator('[role="menuitem"]').nth(2).click();
			await undo(page);
			await settled(page);
			await page.keyboard.press('Escape');
		},
	],
	[
		'move a lane and undo it',
		async (page) => {
			await page.locator('[data-kind="lane"]').nth(3).focus();
			await page.keyboard.press('Alt+ArrowDown');
			await undo(page);
		},
	],
	['open the filter', (page) => page.locator('[data-filterbutton]').click()],
	[
		'filter by a tag',
		async (page) => {
			await page.locator('section[aria-label="Filter"] summary').first().click();
			await page.locator('label', { hasText: 'prijs' }).click();
		},
	],
	[
		'show everything again',
		async (page) => {
			await page.locator('section[aria-label="Filter"] button', { hasText: 'Alles tonen' }).click();
			await settled(page);
			await button(page, 'Filter sluiten').click();
		},
	],
	['moments beside each other', (page) => button(page, 'Compact: momenten gestapeld').click()],
	['and stacked again', (page) => button(page, 'Compact: momenten gestapeld').click()],
];
