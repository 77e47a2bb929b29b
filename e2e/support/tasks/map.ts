import { expect, type Locator, type Page } from '@playwright/test';
import type { Hand } from '../hand';
import type { Words } from '../words';

export type Dimension = 'relevance' | 'presence';
/** Pages about a journey beside its map. */
export type View = 'stages' | 'gain' | 'actions' | 'measures';

/** The map of one journey, whatever the size of the screen. Stages, lanes and cards are called by what is written. */
export abstract class MapView {
	readonly page: Page;

	constructor(
		readonly hand: Hand,
		readonly words: Words,
	) {
		this.page = hand.page;
	}

	/** What is on screen once the map is there. */
	protected abstract readonly ready: Locator;
	/** The details of what is selected. */
	abstract readonly details: Locator;

	/** Names of the stages from first to last. */
	abstract stages(): Promise<string[]>;
	/** Brings a stage on screen. */
	abstract show(stage: string): Promise<void>;
	abstract card(title: string | RegExp): Locator;
	/** How many cards there are in a stage. */
	abstract cards(stage: string): Locator;
	abstract openStage(stage: string): Promise<void>;
	abstract addStage(name: string): Promise<void>;
	abstract renameStage(stage: string, name: string): Promise<void>;
	/** One place earlier or later. */
	abstract moveStage(stage: string, to: 'earlier' | 'later'): Promise<void>;
	/** Asks to delete a stage; the dialog that follows is the task's. */
	abstract deleteStage(stage: string): Promise<void>;
	/** Adds a card to a lane; `kind` is the message of its kind, where the lane takes several. */
	abstract addCard(stage: string, lane: string, title: string, kind?: string): Promise<void>;
	/** Slider and number of your own score; they are where you give them after `toScores`. */
	abstract toScores(stage: string): Promise<void>;
	abstract slider(dimension: Dimension): Locator;
	abstract figure(dimension: Dimension): Locator;
	/** What stands as the outcome of the scores of a stage. */
	abstract outcome(stage: string): Locator;
	/** The share of cards that is known. */
	abstract readonly shareKnown: Locator;
	/** The head of a stage that is on screen. */
	abstract heading(stage: string): Locator;
	/** The heads of all lanes with cards of their own, in the stage on screen. */
	abstract readonly lanes: Locator;
	/** The head of a lane that is on screen. */
	abstract lane(name: string): Locator;
	/** A path between two stages other than straight on, by the short names of the stages. */
	abstract way(from: string, to: string): Locator;
	/** To the other language; the words follow. */
	abstract changeLanguage(): Promise<void>;
	abstract undo(): Promise<void>;
	/** Goes to another page about this journey. */
	abstract goTo(view: View): Promise<void>;
	abstract saved(): Promise<void>;

	/** Waits until the map is there. */
	async there(): Promise<void> {
		await expect(this.ready).toBeVisible();
	}

	async open(card: string | RegExp): Promise<void> {
		await this.hand.open(this.card(card));
		await expect(this.details).toBeVisible();
	}

	/** The details name the kind of what they are about. */
	async detailsOf(kind: string): Promise<void> {
		const named = new RegExp(`: ${this.words.say(kind)}$`, 'i');
		await expect(this.page.getByRole('complementary', { name: named })).toBeVisible();
	}

	async closeDetails(): Promise<void> {
		await this.hand.press(
			this.details.getByRole('button', { name: this.words.say('map_close'), exact: true }),
		);
		await expect(this.details).toBeHidden();
	}

	async reload(): Promise<void> {
		await this.saved();
		await this.page.reload();
		await this.there();
	}

	/** Changes a text that is edited where it stands. */
	async edit(within: Locator, label: string, text: string): Promise<void> {
		await this.hand.press(within.getByRole('button', { name: new RegExp(`^${label}: `) }));
		await this.hand.enter(within.getByRole('textbox', { name: label, exact: true }), text);
	}
}
