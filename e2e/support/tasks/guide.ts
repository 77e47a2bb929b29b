import { expect, type Locator, type Page } from '@playwright/test';
import type { Hand } from '../hand';
import type { Words } from '../words';

/** The guided start of a journey: one question at a time. */
export class Guide {
	readonly page: Page;
	readonly main: Locator;
	readonly question: Locator;

	constructor(
		readonly hand: Hand,
		readonly words: Words,
	) {
		this.page = hand.page;
		this.main = this.page.getByRole('main');
		this.question = this.main.getByRole('heading', { level: 2 });
	}

	/** Goes on, one question at a time, until the step is there. */
	async goTo(step: string): Promise<void> {
		const stepsMax = 20;
		for (let i = 0; i < stepsMax && !this.#at(step); i++) await this.on();
		expect(this.#at(step), `the guided start comes to ${step}`).toBe(true);
	}

	/** To the next question; it takes the focus. */
	async on(): Promise<void> {
		const from = this.page.url();
		await this.hand.press(
			this.main.getByRole('button', {
				name: new RegExp(
					`${this.words.starts('start_on_to').source}|${this.words.starts('to_the_map').source}`,
				),
			}),
		);
		await this.page.waitForURL((url) => url.href !== from);
	}

	field(name: RegExp | string): Locator {
		return this.main.getByRole('textbox', { name });
	}

	/** Adds a line to a list by typing it. */
	async add(list: string, text: string): Promise<void> {
		await this.hand.enter(this.field(this.words.say(list)), text);
	}

	/** One of a few answers, by its message. */
	async answer(message: string): Promise<void> {
		await this.hand.tick(this.main.getByRole('radio', { name: this.words.starts(message) }));
	}

	/** What the check of the scope says, under this verdict. */
	check(verdict: string): Locator {
		return this.main
			.locator('section')
			.filter({ has: this.page.getByRole('heading', { name: this.words.say(verdict) }) });
	}

	async saved(): Promise<void> {
		await expect(this.page.getByRole('banner').getByRole('status')).toContainText(this.words.say('saved'));
	}

	#at(step: string): boolean {
		const query = new URL(this.page.url()).searchParams;
		return (query.get('step') ?? 'organisation') === step;
	}
}
