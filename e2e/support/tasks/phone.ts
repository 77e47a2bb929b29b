import { expect, type Locator } from '@playwright/test';
import { MapView, type Dimension, type View } from './map';

/** The map on a small screen: a strip of stages, one stage at a time, and sheets over it. */
export class Phone extends MapView {
	get #strip(): Locator {
		return this.page.getByRole('toolbar', { name: this.words.say('map_stages') });
	}

	protected get ready(): Locator {
		return this.#strip;
	}

	get details(): Locator {
		return this.page.getByRole('dialog', { name: this.words.say('map_details') });
	}

	get shareKnown(): Locator {
		return this.page.getByRole('banner').getByText(this.words.like('map_share_known'));
	}

	/** A stage; only the one on screen is within reach. */
	stage(name: string): Locator {
		return this.page.getByRole('article', { name, exact: true });
	}

	get #here(): Locator {
		return this.page.locator('article.stage:not([inert])');
	}

	async stages(): Promise<string[]> {
		const labels = await this.#strip
			.getByRole('button')
			.evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''));
		return labels.map((label) => label.slice(0, label.lastIndexOf(':')));
	}

	async show(stage: string): Promise<void> {
		// A sheet may still lie over the stages.
		if (await this.details.isVisible()) await this.closeDetails();
		await this.hand.press(
			this.#strip.getByRole('button', { name: this.words.starts('phone_stage_label', { stage }) }),
		);
		await expect(this.stage(stage)).toBeInViewport();
	}

	card(title: string | RegExp): Locator {
		return this.#here.getByRole('button').filter({ hasText: title });
	}

	cards(stage: string): Locator {
		return this.stage(stage).locator('[data-section] li');
	}

	async openStage(stage: string): Promise<void> {
		await this.show(stage);
		await this.hand.press(
			this.stage(stage).getByRole('heading', { level: 2 }).getByRole('button', { name: stage, exact: true }),
		);
		await expect(this.details).toBeVisible();
	}

	async addStage(name: string): Promise<void> {
		await this.hand.press(await this.#more('map_stage_add'));
		await this.edit(this.details, this.words.say('map_stage_name'), name);
		await this.closeDetails();
	}

	async renameStage(stage: string, name: string): Promise<void> {
		await this.openStage(stage);
		await this.edit(this.details, this.words.say('map_stage_name'), name);
		await this.closeDetails();
	}

	async moveStage(stage: string, to: 'earlier' | 'later'): Promise<void> {
		await this.openStage(stage);
		const label = this.words.say(to === 'earlier' ? 'map_stage_left' : 'map_stage_right');
		await this.hand.press(this.details.getByRole('button', { name: label }));
		await this.closeDetails();
	}

	async deleteStage(stage: string): Promise<void> {
		await this.openStage(stage);
		await this.hand.press(
			this.details.getByRole('button', { name: this.words.say('insp_delete'), exact: true }),
		);
	}

	async addCard(stage: string, lane: string, title: string, kind?: string): Promise<void> {
		await this.show(stage);
		// A folded lane shows how much there is; unfolded it takes more.
		const folded = this.lane(lane).getByRole('button', { expanded: false });
		if (await folded.isVisible()) await this.hand.press(folded);
		await this.hand.press(
			this.stage(stage).getByRole('button', { name: this.words.say('phone_add_to', { lane }) }),
		);
		const dialog = this.page.getByRole('dialog');
		if (kind) await this.hand.tick(dialog.getByRole('radio', { name: this.words.say(kind), exact: true }));
		await this.hand.enter(dialog.getByRole('textbox'), title);
		await expect(this.card(title)).toBeVisible();
	}

	async toScores(stage: string): Promise<void> {
		await this.show(stage);
	}

	slider(dimension: Dimension): Locator {
		return this.#here.getByRole('slider', { name: this.words.say(`map_${dimension}`) });
	}

	figure(dimension: Dimension): Locator {
		const named = { dimension: this.words.say(`map_${dimension}`) };
		return this.#here.getByRole('spinbutton', { name: this.words.say('phone_score_number', named) });
	}

	outcome(stage: string): Locator {
		return this.#strip.getByRole('button', { name: this.words.starts('phone_stage_label', { stage }) });
	}

	heading(stage: string): Locator {
		return this.stage(stage).getByRole('heading', { level: 2, name: stage });
	}

	get lanes(): Locator {
		return this.#here.getByRole('heading', { level: 3, name: this.words.of(/^Rij /, /^Lane /) });
	}

	lane(name: string): Locator {
		// A head that folds also says how many cards there are.
		return this.#here.getByRole('heading', { level: 3, name: new RegExp(`^${name}( ?,|$)`) });
	}

	way(from: string, to: string): Locator {
		return this.#here
			.getByRole('list', { name: this.words.say('map_arcs') })
			.getByRole('link', { name: new RegExp(`^${from} → ${to}`) });
	}

	/** The button at the foot of a stage that leads to the one beside it. */
	neighbour(short: string): Locator {
		return this.#here
			.getByRole('navigation', { name: this.words.say('phone_neighbours') })
			.getByRole('button', { name: short });
	}

	/** Moves the stage on screen aside; a keyboard has arrows for it. */
	async swipe(to: 'left' | 'right'): Promise<void> {
		await this.hand.swipe(this.#here.getByRole('heading', { level: 2 }), to);
	}

	async changeLanguage(): Promise<void> {
		if (await this.details.isVisible()) await this.closeDetails();
		await this.#openMore();
		const other = this.words.of('English', 'Nederlands');
		// The sheet itself has another name afterwards.
		await this.hand.tick(this.page.getByRole('dialog').getByRole('radio', { name: other }));
		this.words.change();
		await this.#closeSheet();
	}

	async undo(): Promise<void> {
		await this.hand.press(await this.#more('map_undo'));
		await this.#closeSheet();
	}

	async goTo(view: View): Promise<void> {
		const names: Record<View, string> = {
			stages: 'view_stages',
			gain: 'map_to_gain',
			actions: 'act_title',
			measures: 'map_to_measures',
		};
		await this.#openMore();
		await this.hand.press(this.#sheet.getByRole('link', { name: this.words.say(names[view]) }));
	}

	async saved(): Promise<void> {
		const { words } = this;
		await expect(this.page.getByRole('banner').getByRole('status')).toContainText(words.say('saved'));
	}

	get #sheet(): Locator {
		return this.page.getByRole('dialog', { name: this.words.say('map_more') });
	}

	async #openMore(): Promise<void> {
		await this.hand.press(
			this.page.getByRole('banner').getByRole('button', { name: this.words.say('map_more'), exact: true }),
		);
		await expect(this.#sheet).toBeVisible();
	}

	async #more(item: string): Promise<Locator> {
		await this.#openMore();
		return this.#sheet.getByRole('button', { name: this.words.starts(item) });
	}

	async #closeSheet(): Promise<void> {
		await this.hand.press(this.#sheet.getByRole('button', { name: this.words.say('close'), exact: true }));
		await expect(this.#sheet).toBeHidden();
	}
}
