import { expect, it } from 'vitest';
import { looksOf, portraits } from './portraits';

it('gives a name its own portrait, always the same, and a pair two', () => {
	expect(looksOf('Femke')).toEqual([portraits.bob]);
	expect(looksOf('Iemand')).toEqual(looksOf('Iemand'));
	expect(looksOf('Noor en Sam')).toEqual([portraits.dark, portraits.short]);
});

it('takes the portrait that was chosen, and none for initials', () => {
	expect(looksOf('Femke', 'curls')).toEqual([portraits.curls]);
	expect(looksOf('Femke', 'initials')).toEqual([]);
	expect(looksOf('Femke', 'toString')).toEqual([portraits.bob]);
});
