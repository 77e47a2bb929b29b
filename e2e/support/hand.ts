import { expect, type Locator, type Page } from '@playwright/test';

export type HandKind = 'mouse' | 'touch' | 'keyboard';

/**
 * How a person works a page. A task says what is done; the hand does it by mouse, by finger, or by keyboard alone.
 * Letters come from a keyboard for everybody.
 */
export abstract class Hand {
	abstract readonly kind: HandKind;
	/** How often something was pressed. */
	presses = 0;

	constructor(readonly page: Page) {}

	static of(kind: HandKind, page: Page): Hand {
		if (kind === 'keyboard') return new Keyboard(page);
		return kind === 'touch' ? new Finger(page) : new Mouse(page);
	}

	/** Presses a button, follows a link, opens a field. */
	abstract press(what: Locator): Promise<void>;
	/** Opens the details of a card. */
	abstract open(card: Locator): Promise<void>;
	/** Ticks a box or chooses one of a few. */
	abstract tick(box: Locator): Promise<void>;
	/** Chooses from a list by what is written there. */
	abstract choose(list: Locator, label: string): Promise<void>;
	/** Moves a slider; a hand is as exact as it is, within two. */
	abstract slide(slider: Locator, value: number): Promise<void>;
	/** Chooses the kind of a card while its title is typed, without leaving the title. */
	async chooseKind(radio: Locator): Promise<void> {
		await this.tick(radio);
	}

	/** Goes on in the details that opened beside a sheet of cards; only a keyboard needs to. */
	async cross(): Promise<void> {}

	/** Moves what is under the hand aside. */
	abstract swipe(what: Locator, to: 'left' | 'right'): Promise<void>;
	/** Puts the cursor in a field. */
	protected abstract into(field: Locator): Promise<void>;

	/** Replaces what stands in a field. */
	async write(field: Locator, text: string): Promise<void> {
		await this.into(field);
		await this.page.keyboard.press('ControlOrMeta+A');
		await this.page.keyboard.type(text);
	}

	/** Replaces what stands in a field, and ends with Enter. */
	async enter(field: Locator, text: string): Promise<void> {
		await this.write(field, text);
		await this.page.keyboard.press('Enter');
	}

	/** Hands a file to what asks for one. */
	async give(field: Locator, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
		const asked = this.page.waitForEvent('filechooser');
		await this.ask(field);
		await (await asked).setFiles(file);
	}

	protected async ask(field: Locator): Promise<void> {
		await this.press(field);
	}
}

class Mouse extends Hand {
	readonly kind: HandKind = 'mouse';

	async press(what: Locator): Promise<void> {
		this.presses++;
		await what.click();
	}

	async swipe(what: Locator, to: 'left' | 'right'): Promise<void> {
		const { x, y } = await middle(what);
		await this.page.mouse.move(x, y);
		await this.page.mouse.down();
		for (const part of [0.25, 0.5, 0.75, 1]) await this.page.mouse.move(x + part * far(to), y);
		await this.page.mouse.up();
	}

	async open(card: Locator): Promise<void> {
		await this.press(card);
	}

	async tick(box: Locator): Promise<void> {
		await this.press(await seen(box));
	}

	protected override async ask(field: Locator): Promise<void> {
		await this.press(await seen(field));
	}

	async choose(list: Locator, label: string): Promise<void> {
		await list.selectOption({ label });
	}

	async slide(slider: Locator, value: number): Promise<void> {
		await slider.scrollIntoViewIfNeeded();
		const box = await slider.boundingBox();
		const [min, max, at] = await slider.evaluate((input: HTMLInputElement) =>
			[input.min || '0', input.max || '100', input.value].map(Number),
		);
		if (!box || min === undefined || max === undefined || at === undefined)
			throw new Error('the slider is not on screen');
		// The middle of the thumb runs from half a thumb inside one end to half a thumb inside the other.
		const thumb = Math.min(box.height, 24);
		const x = (v: number) => box.x + thumb / 2 + ((v - min) / (max - min)) * (box.width - thumb);
		const y = box.y + box.height / 2;
		await this.page.mouse.move(x(at), y);
		await this.page.mouse.down();
		await this.page.mouse.move(x((at + value) / 2), y);
		await this.page.mouse.move(x(value), y);
		await this.page.mouse.up();
	}

	protected async into(field: Locator): Promise<void> {
		await this.press(field);
	}
}

class Finger extends Mouse {
	override readonly kind: HandKind = 'touch';

	override async press(what: Locator): Promise<void> {
		this.presses++;
		await what.tap();
	}

	override async swipe(what: Locator, to: 'left' | 'right'): Promise<void> {
		const { y } = await middle(what);
		const width = this.page.viewportSize()?.width ?? 0;
		const client = await this.page.context().newCDPSession(this.page);
		// The finger comes to rest before it leaves: what it throws would swallow the next tap.
		await client.send('Input.synthesizeScrollGesture', {
			x: width / 2 - far(to) / 2,
			y,
			xDistance: far(to),
			gestureSourceType: 'touch',
			preventFling: true,
		});
		await client.detach();
	}
}

/** What a person sees and presses is the label; the field itself may be out of sight. */
async function seen(field: Locator): Promise<Locator> {
	const label = field.locator('xpath=ancestor::label');
	return (await label.count()) > 0 ? label : field;
}

/** Most of the width of a phone. */
function far(to: 'left' | 'right'): number {
	return to === 'left' ? -180 : 180;
}

async function middle(what: Locator): Promise<{ x: number; y: number }> {
	const box = await what.boundingBox();
	if (!box) throw new Error(`not on screen: ${what}`);
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/**
 * Nothing but Tab, arrows, Enter, space and letters, and F6 between sheet and details; whatever has the focus must
 * show it and be in view.
 */
class Keyboard extends Hand {
	readonly kind: HandKind = 'keyboard';

	async press(what: Locator): Promise<void> {
		this.presses++;
		await this.#reach(what);
		await this.page.keyboard.press('Enter');
	}

	override async chooseKind(radio: Locator): Promise<void> {
		const kindsMax = 8;
		for (let i = 0; i < kindsMax && (await radio.getAttribute('aria-checked')) !== 'true'; i++)
			await this.page.keyboard.press('Alt+ArrowDown');
		await expect(radio).toBeChecked();
	}

	override async cross(): Promise<void> {
		await this.page.keyboard.press('F6');
	}

	async swipe(_: Locator, to: 'left' | 'right'): Promise<void> {
		await this.page.keyboard.press(to === 'left' ? 'ArrowRight' : 'ArrowLeft');
	}

	async open(card: Locator): Promise<void> {
		await this.#reach(card);
		await this.page.keyboard.press('Space');
	}

	async tick(box: Locator): Promise<void> {
		await this.#reach(box);
		// The arrows that lead to a radio have chosen it already, unless it was the first they met.
		const chosen = await box.evaluate((input: HTMLInputElement) => input.type === 'radio' && input.checked);
		if (!chosen) await this.page.keyboard.press('Space');
	}

	async choose(list: Locator, label: string): Promise<void> {
		await this.#reach(list);
		const steps = await list.evaluate((select: HTMLSelectElement, wanted) => {
			const to = [...select.options].findIndex((option) => option.label.trim() === wanted);
			return to < 0 ? undefined : to - select.selectedIndex;
		}, label);
		if (steps === undefined) throw new Error(`the list has no ‘${label}’`);
		for (let step = 0; step < Math.abs(steps); step++)
			await this.page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
		await expect(list.locator('option:checked')).toHaveText(label);
	}

	async slide(slider: Locator, value: number): Promise<void> {
		await this.#reach(slider);
		await this.page.keyboard.press('Home');
		const [min, max, step] = await slider.evaluate((input: HTMLInputElement) =>
			[input.min || '0', input.max || '100', input.step || '1'].map(Number),
		);
		const tenth = ((max ?? 100) - (min ?? 0)) / 10;
		let left = value - (min ?? 0);
		for (; left >= tenth; left -= tenth) await this.page.keyboard.press('PageUp');
		for (; left > 0; left -= step ?? 1) await this.page.keyboard.press('ArrowRight');
	}

	protected async into(field: Locator): Promise<void> {
		await this.#reach(field);
	}

	/** Brings the focus to something with Tab, and with arrows inside what is one stop. */
	async #reach(what: Locator): Promise<void> {
		await expect(what, 'what the keyboard goes to is there').toBeAttached();
		const before = await what.evaluate(looks);
		const focused = await what.evaluate((node) => node === document.activeElement);
		if (!focused) await this.#walk(what);
		const seen = await what.evaluate(inView);
		expect(seen, `what has the focus is in view: ${what}`).toBe(true);
		const after = await what.evaluate(looks);
		expect(focused || after !== before || after.includes(' auto '), `focus shows: ${what}`).toBe(true);
	}

	async #walk(what: Locator): Promise<void> {
		const stepsMax = 400;
		let node = await what.elementHandle();
		const been: string[] = [];
		for (let step = 0; step < stepsMax; step++) {
			let way = await node?.evaluate(wayTo);
			if (way === 'gone') {
				// What the focus meets on its way may draw the page anew.
				node = await what.elementHandle();
				way = await node?.evaluate(wayTo);
			}
			if (way === undefined || way === 'gone') return;
			// Where arrows lead nowhere, or to and fro, Tab goes on.
			const stuck = been.slice(-2).includes(way.from) && way.key.startsWith('Arrow');
			been.push(way.from);
			await this.page.keyboard.press(stuck ? way.otherwise : way.key);
		}
		throw new Error(`the keyboard does not reach ${what}`);
	}
}

interface Way {
	key: string;
	/** What to press when the key leads nowhere. */
	otherwise: string;
	/** Where the focus is, as far as that tells whether it moved. */
	from: string;
}

/** The key that leads from where the focus is to a node; undefined when it is there. Runs in the page. */
function wayTo(node: Node): Way | 'gone' | undefined {
	if (!node.isConnected || !(node instanceof Element)) return 'gone';
	const at = document.activeElement ?? document.body;
	if (at === node) return undefined;
	const after = (at.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
	const box = at.getBoundingClientRect();
	const way = (key: string, otherwise = at === document.body || after ? 'Tab' : 'Shift+Tab'): Way => ({
		key,
		otherwise,
		from: [at.tagName, at.getAttribute('data-stop'), at.getAttribute('aria-label'), box.x, box.y].join(' '),
	});
	const sameRadios =
		node instanceof HTMLInputElement &&
		at instanceof HTMLInputElement &&
		node.type === 'radio' &&
		at.type === 'radio' &&
		node.name === at.name;
	const list = node.closest('[role="menu"], [role="listbox"]');
	if (sameRadios || list?.contains(at)) return way(after ? 'ArrowDown' : 'ArrowUp');
	const bar = node.closest('[role="toolbar"], [role="tablist"]');
	if (bar?.contains(at) && node.matches('[tabindex="-1"]')) return way(after ? 'ArrowRight' : 'ArrowLeft');
	// A sheet of cards: up and down between its rows, left and right within one.
	const [here, there] = [at, node].map((each) => each.closest('[role="table"] [role="row"]'));
	if (here && there && at.matches('[data-stop]')) {
		// Heads of rows stand in a column of their own.
		const head = '[role="rowheader"]';
		if (node.closest(head) && !at.closest(head) && here.querySelector(`${head} [data-stop]`))
			return way('Home');
		if (here !== there) return way(after ? 'ArrowDown' : 'ArrowUp');
		const aside = after ? 'ArrowRight' : 'ArrowLeft';
		// What is stacked in one cell is walked through up and down.
		const [column, wanted] = [at, node].map((each) => each.closest('[data-col]')?.getAttribute('data-col'));
		const stacked = at.matches('article') && column === wanted;
		const rowApart = 12;
		const apart = Math.abs(node.getBoundingClientRect().top - box.top) > rowApart;
		return stacked && apart ? way(after ? 'ArrowDown' : 'ArrowUp', aside) : way(aside);
	}
	return way(at === document.body || after ? 'Tab' : 'Shift+Tab');
}

/** How a node and what surrounds it are drawn, as far as focus is drawn. Runs in the page. */
function looks(node: Element): string {
	const parts: string[] = [];
	let at: Element | null = node;
	for (let up = 0; at && up < 4; up++, at = at.parentElement)
		for (const pseudo of ['', '::before', '::after']) {
			const style = getComputedStyle(at, pseudo || undefined);
			parts.push(style.outline, style.boxShadow, style.backgroundColor, style.borderColor);
		}
	if (node.matches('input[type="range"]')) {
		// A thumb has no computed style of its own; the rules that hold for it tell the same.
		const thumb = '::-webkit-slider-thumb';
		for (const sheet of document.styleSheets)
			for (const rule of sheet.cssRules)
				if (rule instanceof CSSStyleRule && rule.selectorText.endsWith(thumb))
					if (node.matches(rule.selectorText.slice(0, -thumb.length))) parts.push(rule.cssText);
	}
	return parts.join(' | ');
}

/** Whether a node, or the label that stands for it, is on screen and not covered. Runs in the page. */
function inView(node: Element): boolean {
	const shown = node.closest('label') ?? node;
	const box = shown.getBoundingClientRect();
	for (const across of [0.1, 0.5, 0.9])
		for (const down of [0.1, 0.5, 0.9]) {
			const hit = document.elementFromPoint(box.left + box.width * across, box.top + box.height * down);
			if (hit && (shown.contains(hit) || hit.contains(shown))) return hit !== document.body;
		}
	return false;
}
