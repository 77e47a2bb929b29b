import { expect, type Locator, type Page } from '@playwright/test';
import type { Klantreis } from './klantreis';

/** The journey of the demo that the tests work on: four stages, 73 cards. */
export const femke = 'jo-femke';

/** The map of one journey, spoken to as a person does: by what is written on it, and by keys. */
export class MapPage {
	readonly table: Locator;
	readonly details: Locator;

	constructor(readonly page: Page) {
		this.table = page.getByRole('table', { name: /^(Klantreis als tabel|Journey as a table)/ });
		this.details = page.getByRole('complementary');
	}

	/** Enters by the link, then goes to the map. */
	static async open(page: Page, server: Klantreis, journey = femke): Promise<MapPage> {
		await page.goto(server.link);
		return MapPage.at(page, server, journey);
	}

	/** Goes to the map on a page that is in. */
	static async at(page: Page, server: Klantreis, journey = femke): Promise<MapPage> {
		await page.goto(`${server.origin}/j/${journey}`);
		const map = new MapPage(page);
		await expect(map.table).toBeVisible();
		return map;
	}

	card(title: string): Locator {
		return this.table.getByRole('article', { name: title });
	}

	stage(name: string): Locator {
		return this.table.getByRole('columnheader').getByRole('button', { name, exact: true });
	}

	lane(name: string): Locator {
		return this.table.getByRole('rowheader').getByRole('button', { name, exact: true });
	}

	/** The field of a text that is being edited. */
	get field(): Locator {
		return this.table.getByRole('textbox');
	}

	/** The button in a cell that adds a card. */
	addTo(lane: string, stage: string): Locator {
		return this.#row(lane).getByRole('button', { name: new RegExp(`toevoegen in ${stage}$`) });
	}

	/** What the map says about relevance and presence in a stage; it opens the scores. */
	gain(stage: string): Locator {
		return this.table.getByRole('button', { name: new RegExp(`^${stage}: (relevantie|relevance)`) });
	}

	/** Titles of the cards of a lane, from left to right. */
	async titles(lane: string): Promise<string[]> {
		const cards = this.#row(lane).getByRole('article');
		const names = await cards.evaluateAll((nodes) =>
			nodes.map((node) => node.querySelector('p')?.textContent?.trim() ?? ''),
		);
		return names;
	}

	/** Gives a score of one member in a stage by typing it. */
	async score(stage: string, dimension: string, scorer: string, value: number): Promise<void> {
		await this.gain(stage).click();
		await this.details.getByRole('combobox').first().selectOption(scorer);
		const figure = this.details.getByRole('spinbutton', { name: dimension });
		await figure.fill(`${value}`);
		await figure.press('Enter');
	}

	async menu(button: string, item: string): Promise<void> {
		await this.page.getByRole('button', { name: button }).click();
		await this.page.getByRole('menuitem', { name: item, exact: true }).click();
	}

	async stageNames(): Promise<string[]> {
		return this.table.getByRole('columnheader').getByRole('heading', { level: 2 }).allInnerTexts();
	}

	async laneNames(): Promise<string[]> {
		return this.table
			.getByRole('rowheader')
			.getByRole('heading', { level: 3 })
			.getByRole('button')
			.allInnerTexts();
	}

	/** Waits until the header says that every edit is on disk. */
	async saved(): Promise<void> {
		await expect(this.page.getByRole('banner').getByRole('status')).toHaveText(/^\s*(Opgeslagen|Saved)/);
	}

	async reload(): Promise<void> {
		await this.saved();
		await this.page.reload();
		await expect(this.table).toBeVisible();
	}

	#row(lane: string): Locator {
		return this.table
			.getByRole('row')
			.filter({ has: this.page.getByRole('rowheader').getByText(lane, { exact: true }) });
	}
}
