import { expect, type Locator, type Page } from '@playwright/test';
import type { Klantreis } from './klantreis';

/** The guided start of a journey, spoken to by what is written on it. */
export class StartPage {
	readonly question: Locator;
	readonly main: Locator;

	constructor(readonly page: Page) {
		this.main = page.getByRole('main');
		this.question = this.main.getByRole('heading', { level: 2 });
	}

	/** Enters by the link and makes a journey with a set of stages through the API, as a script would. */
	static async fresh(page: Page, server: Klantreis, stageSet = 'empty'): Promise<string> {
		await page.goto(server.link);
		const title = { nl: 'Nieuwe klantreis', en: 'New journey' };
		const answer = await page.request.post(`${server.origin}/api/v1/workspaces/ws-bike/journeys`, {
			data: { stageSet, title },
			headers: { origin: server.origin },
		});
		expect(answer.status()).toBe(201);
		return ((await answer.json()) as { id: string }).id;
	}

	static async open(page: Page, server: Klantreis, id: string, query = ''): Promise<StartPage> {
		await page.goto(`${server.origin}/j/${id}/start${query}`);
		const start = new StartPage(page);
		await expect(start.question).toBeVisible();
		return start;
	}

	/** The button that goes on; it says where to. */
	get onward(): Locator {
		return this.main.getByRole('button', { name: /^(Verder naar|Naar de kaart|On to|To the map)/ });
	}

	field(name: string | RegExp): Locator {
		return this.main.getByRole('textbox', { name });
	}

	/** Adds a line to a list by typing it. */
	async add(list: string, ...lines: string[]): Promise<void> {
		for (const line of lines) {
			await this.field(list).fill(line);
			await this.field(list).press('Enter');
		}
	}

	/** Waits until every answer is on disk. */
	async saved(): Promise<void> {
		await expect(this.page.getByRole('banner').getByRole('status')).toHaveText(/^\s*(Opgeslagen|Saved)/);
	}
}
