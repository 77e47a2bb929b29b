import { expect, it } from 'vitest';
import { currencies, ownFirst, toggled } from './locales';

it('adds and takes away a language, and keeps the last', () => {
	expect(toggled(['nl'], 'en')).toEqual(['nl', 'en']);
	expect(toggled(['nl', 'en'], 'nl')).toEqual(['en']);
	expect(toggled(['en'], 'en')).toEqual(['en']);
});

it('puts the own language first', () => {
	expect(ownFirst(['nl', 'en'], 'en')).toEqual(['en', 'nl']);
	expect(ownFirst(['nl'], 'nl')).toEqual(['nl']);
});

it('names currencies, also one that is not usual', () => {
	expect(currencies('EUR', 'nl')[0]).toEqual({ value: 'EUR', label: 'EUR – Euro' });
	expect(currencies('ISK', 'en')[0]).toEqual({ value: 'ISK', label: 'ISK – Icelandic Króna' });
	expect(currencies('ISK', 'en')).toHaveLength(13);
});
