import { expect, it } from 'vitest';
import { manyLines, oneLine, pick, shortName, text } from './text';

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

it('keeps of what is pasted only what a document keeps', () => {
	expect(oneLine(' een\ttwee\r\ndrie\u0000 \u202evier\ud83d ')).toBe('een twee drie vier');
	expect(oneLine('🚲 \u{1F469}\u200d\u{1F467} שלום')).toBe('🚲 \u{1F469}\u200d\u{1F467} שלום');
	expect(manyLines(' een\r\ntwee\n\tdrie\u0007 ')).toBe('een\ntwee\n\tdrie');
});
