import { expect, type Locator, type Page } from '@playwright/test';
import type { Hand } from '../hand';
import type { Klantreis } from '../klantreis';
import type { Words } from '../words';

/** The start page: journeys of a workspace, and ways to begin. */
export class Home {
	readonly page: Page;

	constructor(
		readonly hand: Hand,
		readonly words: Words,
		readonly server: Klantreis,
	) {
		this.page = hand.page;
	}

	/** Comes in by the link of the program, or, once in, by the address. */
	async enter(): Promise<void> {
		await this.page.goto(this.server.link);
		await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
	}

	async visit(path = '/'): Promise<void> {
		await this.page.goto(this.server.origin + path);
		await expect(this.page.getByRole('heading', { level: 1 }).first()).toBeVisible();
	}

	journey(title: string): Locator {
		return this.page.getByRole('main').getByRole('link').filter({ hasText: title });
	}

	async openJourney(title: string): Promise<void> {
		await this.hand.press(this.journey(title).first());
	}

	/** The window in which a journey is made. */
	async newJourney(): Promise<Locator> {
		await this.hand.press(
			this.page.getByRole('banner').getByRole('button', { name: this.words.say('new_journey') }),
		);
		return this.page.getByRole('dialog', { name: this.words.say('new_journey') });
	}

	/** Makes a journey with a set of stages, by the name of the set, and goes to its map. */
	async makeJourney(title: string, stageSet: string): Promise<void> {
		const dialog = await this.newJourney();
		await this.hand.write(dialog.getByRole('textbox'), title);
		await this.hand.tick(dialog.getByRole('radio', { name: stageSet }));
		await this.hand.press(dialog.getByRole('button', { name: this.words.say('make_journey') }));
	}

	/** Makes a journey that begins step by step. */
	async startGuided(title: string): Promise<void> {
		const dialog = await this.newJourney();
		await this.hand.write(dialog.getByRole('textbox'), title);
		await this.hand.press(dialog.getByRole('button', { name: this.words.say('start_name') }));
		await this.page.waitForURL(/\/start/);
	}

	/** Goes to a place of the workspace: by the rail, or by the list that stands in for it. */
	async goTo(place: string): Promise<void> {
		const { page, words } = this;
		const rail = page
			.getByRole('navigation', { name: words.say('main_navigation') })
			.getByRole('link', { name: words.starts(place) });
		if (await rail.isVisible()) await this.hand.press(rail);
		else await this.menu(words.say('main_navigation'), place);
		await expect(page.getByRole('heading', { level: 1, name: words.say(place) })).toBeVisible();
	}

	async makeWorkspace(name: string, languages?: string): Promise<void> {
		await this.menu(this.words.starts('home_workspace_menu'), 'home_workspace_new');
		const dialog = this.page.getByRole('dialog', { name: this.words.say('home_workspace_new') });
		await this.hand.write(dialog.getByRole('textbox'), name);
		if (languages)
			await this.hand.choose(
				dialog.getByRole('combobox', { name: this.words.say('home_workspace_languages') }),
				languages,
			);
		await this.hand.press(dialog.getByRole('button', { name: this.words.say('home_workspace_make') }));
		await expect(dialog).toBeHidden();
	}

	/** Chooses from a menu. */
	async menu(button: string | RegExp, item: string): Promise<void> {
		await this.hand.press(this.page.getByRole('button', { name: button }));
		const named = { name: this.words.say(item), exact: true };
		const entry = this.page.getByRole('menuitem', named).or(this.page.getByRole('menuitemradio', named));
		await this.hand.press(entry);
	}
}
