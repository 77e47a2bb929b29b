// A message that is missing in one language falls back in silence to the other; here it fails.
import { describe, expect, it } from 'vitest';
import en from '../../../messages/en.json';
import nl from '../../../messages/nl.json';

const sources = import.meta.glob<string>(
	['/src/**/*.{svelte,ts}', '!/src/lib/paraglide/**', '!/src/**/*.test.ts'],
	{ query: '?raw', import: 'default', eager: true },
);
const catalogues: Record<'nl' | 'en', Record<string, unknown>> = { nl, en };

/** What is the same in Dutch and English. Letters, signs and numbers alone are no words. */
const inBoth = new Set([
	...[
		'',
		'klantreis',
		'status',
		'open',
		'compact',
		'filter',
		'1–10',
		'media',
		'reviews',
		'marketing',
		'interviews',
		'poll',
	],
	...[
		'persona',
		'scope',
		'product',
		'website',
		'online',
		'offline',
		'service',
		'team',
		'later',
		',',
		'–',
		':',
	],
]);

/** Terms of the glossary that mean one thing: the English one, and the stem of the Dutch one. */
const terms: [english: string, dutch: string][] = [
	['customer journeys?', 'klantreis|klantreizen'],
	['customers?', 'klant'],
	['customer groups?', 'klantgroep'],
	['personas?', 'persona'],
	['value exchanges?', 'waarde-uitwisseling'],
	['situations?', 'situatie'],
	['guiding principles?', 'basisprincipe'],
	['workspaces?', 'werkruimte'],
	['templates?', 'sjablo'],
	['guiding questions?', 'stuurvra'],
	['next steps?', 'volgende stap'],
	['contact moments?', 'contactmoment'],
	['decision moments?', 'beslismoment'],
	['channels?', 'kana'],
	['barriers?', 'drempel'],
	['emotions?', 'emotie'],
	['expectations?', 'verwachting'],
	['back stage', 'achter de schermen'],
	['front stage', 'voor de schermen'],
	['information sources?', 'informatiebron'],
	['influencers?', 'beïnvloeder'],
	['competitors?', 'concurrent'],
	['relevance', 'relevan'],
	['presence', 'aanwezig'],
	['scorers?', 'beoordelaar'],
	['evidence', 'bewij'],
	['assumptions?', 'aanname'],
	['opportunit(?:y|ies)', 'kans'],
	['actions?', 'actie'],
	['recommendations?', 'aanbeveling'],
	['undo', 'ongedaan|terug'],
	['settings', 'instelling'],
];

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

	it('are all said somewhere', () => {
		const said = new Set(
			Object.values(sources).flatMap((source) =>
				Array.from(source.matchAll(/\bm\.(\w+)/g), ([, key]) => key),
			),
		);
		expect(Object.keys(en).filter((key) => key !== '$schema' && !said.has(key))).toEqual([]);
	});

	it('say something', () => {
		const empty = Object.entries(catalogues).flatMap(([lang, messages]) =>
			Object.entries(messages)
				.filter(([, message]) => message === '')
				.map(([key]) => `${lang}: ${key}`),
		);
		expect(empty).toEqual([]);
	});

	it('are translated: what is the same in both languages is a word of both', () => {
		const copied = Object.keys(en).filter((key) => {
			const english = words(catalogues.en[key]);
			return english === words(catalogues.nl[key]) && !inBoth.has(english.toLowerCase());
		});
		expect(copied).toEqual([]);
	});

	it.each(terms)('calls %s by one name in each language: %s', (english, dutch) => {
		const otherwise = Object.keys(en).filter(
			(key) =>
				new RegExp(`\\b${english}\\b`, 'i').test(words(catalogues.en[key])) &&
				!new RegExp(dutch, 'i').test(words(catalogues.nl[key])),
		);
		expect(otherwise).toEqual([]);
	});

	it('keep the English words for what has a Dutch one out of the Dutch texts', () => {
		const borrowed = Object.keys(nl).filter((key) =>
			/\b(touchpoints?|customer journeys?|stages?|swimlanes?|cards?|mindset|pain points?)\b/i.test(
				words(catalogues.nl[key]),
			),
		);
		expect(borrowed).toEqual([]);
	});
});

/** A message without its values: names between braces are not words. */
function words(message: unknown): string {
	return JSON.stringify(message ?? '')
		.replace(/\{\w+\}/g, '')
		.replace(/^"|"$/g, '')
		.trim();
}

/** The names between braces, each once. */
function holes(message: unknown): string[] {
	const names = JSON.stringify(message ?? '').matchAll(/\{(\w+)\}/g);
	return [...new Set(Array.from(names, (match) => match[1] ?? ''))].sort();
}
