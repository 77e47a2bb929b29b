/** The languages of a workspace, the first of which is its own, and its currency. */
import type { Workspace } from '$lib/api';
import type { Lang } from '$lib/i18n';

type Locales = Workspace['locales'];

/** The languages with one more or one less; the last one stays. */
export function toggled(locales: Locales, lang: string): Locales {
	if (!locales.includes(lang)) return [...locales, lang];
	return locales.length === 1 ? locales : locales.filter((each) => each !== lang);
}

/** The languages with this one first. */
export function ownFirst(locales: Locales, lang: string): Locales {
	return [lang, ...locales.filter((each) => each !== lang)];
}

/** Currencies near at hand; any other that the workspace has is kept. */
const usual = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'CAD', 'AUD', 'JPY'];

/** "EUR – euro" for each, the workspace's own among them. */
export function currencies(own: string, lang: Lang): { value: string; label: string }[] {
	const names = new Intl.DisplayNames([lang], { type: 'currency' });
	const codes = usual.includes(own) ? usual : [own, ...usual];
	return codes.map((value) => ({ value, label: `${value} – ${names.of(value) ?? value}` }));
}
