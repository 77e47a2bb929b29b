import { expect, it } from 'vitest';
import { pick, shortName, text } from './text';

it('takes the chosen language', () => {
	expect(pick({ nl: 'fase', en: 'stage' }, 'en')).toEqual({ text: 'stage', lang: 'en', fallback: false });
});

it('falls back to the other one and says so', () => {
	expect(pick({ nl: 'fase' }, 'en')).toEqual({ text: 'fase', lang: 'nl', fallback: true });
	expect(pick({ nl: '', en: 'stage' }, 'nl')).toEqual({ text: 'stage', lang: 'en', fallback: true });
});

it('is empty when there is no text at all', () => {
	expect(text(undefined, 'nl')).toBe('');
	expect(pick({}, 'nl').fallback).toBe(false);
});

it('shortens the name of a stage', () => {
	expect(['See – zien', 'Afname (gebruik)', 'Service'].map(shortName)).toEqual(['See', 'Afname', 'Service']);
});
