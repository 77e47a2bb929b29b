import { test as base, expect } from '../fixtures';
import { Hand, type HandKind } from '../hand';
import { Words } from '../words';
import { Desk } from './desk';
import { Home } from './home';
import type { MapView } from './map';
import { Phone } from './phone';

interface Options {
	/** What the person works with. */
	handKind: HandKind;
}

interface Fixtures {
	/** The person's hand; it comes in by the link first. */
	hand: Hand;
	words: Words;
	home: Home;
	/** The map, as this size of screen has it. */
	map: MapView;
}

/** The width from which the map has room for all stages beside each other; see MapPage. */
const deskWidthMin = 641;

/**
 * User tasks. Each is written once, for every language, size and input; playwright.config.ts says in which of
 * them it runs.
 */
export const test = base.extend<Options & Fixtures>({
	handKind: ['mouse', { option: true }],

	words: async ({ language }, use) => use(new Words(language ?? 'nl')),

	hand: async ({ page, handKind }, use) => use(Hand.of(handKind, page)),

	home: async ({ hand, words, server }, use) => use(new Home(hand, words, server)),

	map: async ({ hand, words, viewport }, use) => {
		const wide = (viewport?.width ?? 0) >= deskWidthMin;
		await use(wide ? new Desk(hand, words) : new Phone(hand, words));
	},
});

export { expect };
