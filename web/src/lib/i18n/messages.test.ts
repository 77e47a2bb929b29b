// A message that is missing in one language falls back in silence to the other; here it fails.
import { describe, expect, it } from 'vitest';
import en from '../../../messages/en.json';
import nl from '../../../messages/nl.json';

const catalogues: Record<'nl' | 'en', Record<string, unknown>> = { nl, en };

describe('messages', () => {
	it('exist in both languages', () => {
		expect(Object.keys(nl).sort()).toEqual(Object.keys(en).sort());
	});

	it('take the same values in both languages', () => {
		const differing = Object.keys(en).filter(
			(key) => `${holes(catalogues.nl[key])}` !== `${holes(catalogues.en[key])}`,
		);
		expect(differing).toEqual([]);
	});

	it('say something', () => {
		const empty = Object.entries(catalogues).flatMap(([lang, messages]) =>
			Object.entries(messages)
				.filter(([, message]) => message === '')
				.map(([key]) => `${lang}: ${key}`),
		);
		expect(empty).toEqual([]);
	});
});

/** The names between braces, each once. */
function holes(message: unknown): string[] {
	const names = JSON.stringify(message ?? '').matchAll(/\{(\w+)\}/g);
	return [...new Set(Array.from(names, (match) => match[1] ?? ''))].sort();
}
