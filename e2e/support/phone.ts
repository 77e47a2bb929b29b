import { expect, type Locator, type Page } from '@playwright/test';
import { femke } from './map';
import type { Klantreis } from './klantreis';

/** The map on a small screen: one strip with all stages, one stage at a time below it. */
export class PhonePage {
	readonly strip: Locator;
	readonly sheet: Locator;

	constructor(readonly page: Page) {
		this.strip = page.getByRole('toolbar', { name: /^(Fasen|Stages)$/ });
		this.sheet = page.getByRole('dialog');
	}

	static async open(page: Page, server: Klantreis, journey = femke): Promise<PhonePage> {
		await page.goto(server.link);
		await page.goto(`${server.origin}/j/${journey}`);
		const phone = new PhonePage(page);
		await expect(phone.strip).toBeVisible();
		return phone;
	}

	/** The stage that is on screen. */
	stage(name: string): Locator {
		return this.page.getByRole('article', { name, exact: true });
	}

	async goTo(name: string): Promise<Locator> {
		await this.strip.getByRole('button', { name: new RegExp(`^${name}:`) }).tap();
		const stage = this.stage(name);
		await expect(stage).toBeInViewport();
		return stage;
	}

	/** Waits until every edit is on disk, as the sheet behind "more" says. */
	async saved(): Promise<void> {
		await this.page
			.getByRole('banner')
			.getByRole('button', { name: /^(Meer|More)$/ })
			.tap();
		await expect(this.sheet.getByRole('status')).toHaveText(/^\s*(Opgeslagen|Saved)/);
		await this.close();
	}

	async close(): Promise<void> {
		await this.sheet.getByRole('button', { name: /^(Sluiten|Close)$/i }).tap();
		await expect(this.sheet).toBeHidden();
	}

	async reload(): Promise<void> {
		await this.saved();
		await this.page.reload();
		await expect(this.strip).toBeVisible();
	}
}
