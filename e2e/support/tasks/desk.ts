import { expect, type Locator } from '@playwright/test';
import { MapView, type Dimension, type View } from './map';

/** The map with room for all stages beside each other: a table, and the details at its right. */
export class Desk extends MapView {
	get #table(): Locator {
		return this.page.getByRole('table', { name: this.words.starts('map_table') });
	}

	protected get ready(): Locator {
		return this.#table;
	}

	get details(): Locator {
		return this.page.getByRole('complementary', { name: this.words.starts('insp_panel') });
	}

	get shareKnown(): Locator {
		return this.page.getByRole('banner').getByRole('button', { name: `% ${this.words.say('map_known')}` });
	}

	get #heads(): Locator {
		return this.#table.getByRole('columnheader').getByRole('heading', { level: 2 });
	}

	async stages(): Promise<string[]> {
		return this.#heads.allInnerTexts();
	}

	async show(stage: string): Promise<void> {
		await this.heading(stage).scrollIntoViewIfNeeded();
	}

	card(title: string | RegExp): Locator {
		return this.#table.getByRole('article', { name: title });
	}

	cards(stage: string): Locator {
		return this.#table.getByRole('cell', { name: stage }).getByRole('article');
	}

	async openStage(stage: string): Promise<void> {
		await this.#stageMenu(stage, 'map_details');
		await expect(this.details).toBeVisible();
		await this.hand.cross();
	}

	override async open(card: string | RegExp): Promise<void> {
		await super.open(card);
		await this.hand.cross();
	}

	async addStage(name: string): Promise<void> {
		await this.hand.press(
			this.page.getByRole('button', { name: this.words.say('map_stage_add'), exact: true }),
		);
		await this.hand.enter(this.#field, name);
	}

	async renameStage(stage: string, name: string): Promise<void> {
		await this.#stageMenu(stage, 'map_rename');
		await this.hand.enter(this.#field, name);
	}

	async moveStage(stage: string, to: 'earlier' | 'later'): Promise<void> {
		await this.#stageMenu(stage, to === 'earlier' ? 'map_stage_left' : 'map_stage_right');
	}

	async deleteStage(stage: string): Promise<void> {
		await this.#stageMenu(stage, 'map_delete');
	}

	async addCard(stage: string, lane: string, title: string, kind?: string): Promise<void> {
		const folded = this.#table.getByRole('button', { name: this.words.say('map_lane_unfold', { lane }) });
		if (await folded.isVisible()) await this.hand.press(folded);
		const row = this.#table
			.getByRole('row')
			.filter({ has: this.page.getByRole('rowheader').getByText(lane, { exact: true }) });
		await this.hand.press(
			row.getByRole('button', { name: this.words.like('map_add_here', { stage }) }).last(),
		);
		if (kind) await this.hand.chooseKind(row.getByRole('radio', { name: this.words.say(kind), exact: true }));
		await this.hand.enter(this.#field, title);
		await expect(this.card(title)).toBeVisible();
	}

	async toScores(stage: string): Promise<void> {
		await this.openStage(stage);
		await this.hand.press(this.details.getByRole('button', { name: this.words.say('insp_give_scores') }));
	}

	slider(dimension: Dimension): Locator {
		return this.details.getByRole('slider', { name: this.words.say(`map_${dimension}`) });
	}

	figure(dimension: Dimension): Locator {
		return this.details.getByRole('spinbutton', { name: this.words.say(`map_${dimension}`) });
	}

	outcome(stage: string): Locator {
		return this.#table.getByRole('button', {
			name: new RegExp(`^${stage}: ${this.words.say('map_relevance').toLowerCase()}`),
		});
	}

	heading(stage: string): Locator {
		return this.#heads.getByText(stage, { exact: true });
	}

	get lanes(): Locator {
		return this.#table
			.getByRole('rowheader')
			.getByRole('heading', { level: 3, name: this.words.of(/^Rij /, /^Lane /) });
	}

	lane(name: string): Locator {
		return this.#table.getByRole('rowheader').getByRole('heading', { name });
	}

	way(from: string, to: string): Locator {
		return this.page
			.getByRole('group', { name: this.words.say('map_arcs') })
			.getByRole('button', { name: new RegExp(`${from} → ${to}`) });
	}

	async changeLanguage(): Promise<void> {
		await this.hand.press(
			this.page.getByRole('banner').getByRole('button', { name: this.words.say('language_switch') }),
		);
		this.words.change();
	}

	async undo(): Promise<void> {
		const banner = this.page.getByRole('banner');
		await this.hand.press(banner.getByRole('button', { name: this.words.starts('map_undo') }));
	}

	async goTo(view: View): Promise<void> {
		const name = this.words.say(`view_${view}`);
		await this.hand.press(this.page.getByRole('banner').getByRole('link', { name, exact: true }));
	}

	async saved(): Promise<void> {
		const { words } = this;
		await expect(this.page.getByRole('banner').getByRole('status')).toContainText(words.say('saved'));
	}

	get #field(): Locator {
		return this.#table.getByRole('textbox');
	}

	async #stageMenu(stage: string, item: string): Promise<void> {
		await this.hand.press(
			this.#table.getByRole('button', { name: this.words.say('map_stage_menu', { stage }) }),
		);
		await this.hand.press(this.page.getByRole('menuitem', { name: this.words.say(item), exact: true }));
	}
}
