import { expect, type Locator, type Page } from '@playwright/test';
import type { Klantreis } from './klantreis';
import { femke } from './map';

/** The page with all about every stage, spoken to by what is written on it. */
export class StagesPage {
	readonly main: Locator;
	readonly audiences: Locator;
	readonly ways: Locator;
	readonly gaps: Locator;

	constructor(readonly page: Page) {
		this.main = page.getByRole('main');
		this.audiences = this.main.getByRole('region', { name: /^(Publiek per fase|Audience per stage)$/ });
		this.ways = this.main.getByRole('region', { name: /^(Hoe mensen echt lopen|How people really go)$/ });
		this.gaps = this.main.getByRole('region', { name: /^(Wat nog ontbreekt|What is missing)/ });
	}

	/** Enters by the link, then goes to the stages of a journey. */
	static async open(page: Page, server: Klantreis, journey = femke): Promise<StagesPage> {
		await page.goto(server.link);
		await page.goto(`${server.origin}/j/${journey}/stages`);
		const stages = new StagesPage(page);
		await expect(stages.audiences).toBeVisible();
		return stages;
	}

	/** The section of one stage, by the beginning of its name. */
	stage(name: string): Locator {
		return this.main.locator('section.stage').filter({
			has: this.page.getByRole('heading', { level: 2, name: new RegExp(`: ${name}`) }),
		});
	}

	/** Names of the stages, in order. */
	async names(): Promise<string[]> {
		return this.main.locator('section.stage h2').allInnerTexts();
	}

	async menu(stage: string, item: string | RegExp): Promise<void> {
		await this.stage(stage)
			.getByRole('button', { name: /: (mogelijkheden|options)$/ })
			.click();
		await this.page.getByRole('menuitem', { name: item }).click();
	}

	/** Fills in a text that is edited where it stands. */
	async fill(within: Locator, label: string, text: string): Promise<void> {
		await within.getByRole('button', { name: new RegExp(`^${label}:`) }).click();
		await within.getByRole('textbox', { name: label }).fill(text);
		await this.page.keyboard.press('Enter');
	}

	/** Types a number into a field of the table of audiences. */
	async size(stage: string, value: string): Promise<void> {
		const field = this.audiences.getByRole('spinbutton', { name: new RegExp(`${stage}$`) });
		await field.fill(value);
		await field.press('Enter');
	}

	async saved(): Promise<void> {
		await expect(this.page.getByRole('banner').getByRole('status')).toHaveText(/^\s*(Opgeslagen|Saved)/);
	}

	async reload(): Promise<void> {
		await this.saved();
		await this.page.reload();
		await expect(this.audiences).toBeVisible();
	}
}
