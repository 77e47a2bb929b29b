import { describe, expect, it } from 'vitest';
import { followed, meaningOf, settled } from './swipe';

const both = { before: true, after: true };

describe('meaningOf', () => {
	it('waits until the finger has moved enough', () => expect(meaningOf(5, -4)).toBeUndefined());
	it('takes sideways movement as a swipe', () => expect(meaningOf(-20, 6)).toBe('swipe'));
	it('leaves movement up and down to the browser', () => expect(meaningOf(6, 20)).toBe('scroll'));
	it('leaves a slanted movement to the browser', () => expect(meaningOf(20, 19)).toBe('scroll'));
});

describe('followed', () => {
	it('follows the finger towards a neighbour', () => expect(followed(80, both)).toBe(80));
	it('resists at the first and the last stage', () => {
		expect(followed(80, { before: false, after: true })).toBe(20);
		expect(followed(-80, { before: true, after: false })).toBe(-20);
	});
});

describe('settled', () => {
	it('comes back after a short, slow movement', () => expect(settled(-60, -0.1, 390, both)).toBe(0));
	it('turns when moved far', () => {
		expect(settled(-150, 0, 390, both)).toBe(1);
		expect(settled(150, 0, 390, both)).toBe(-1);
	});
	it('turns after a flick', () => expect(settled(-40, -0.8, 390, both)).toBe(1));
	it('comes back when the flick goes the other way', () => expect(settled(-100, 0.8, 390, both)).toBe(0));
	it('stays where there is nothing to go to', () => {
		expect(settled(200, 1, 390, { before: false, after: true })).toBe(0);
		expect(settled(-200, -1, 390, { before: true, after: false })).toBe(0);
	});
});
