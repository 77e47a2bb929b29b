// Language and theme of this browser. Set before the first paint by static/prefs.js;
// kept in localStorage; a change is on screen at once.
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import type { Lang } from '$lib/i18n';

export type Theme = 'light' | 'dark';

class Prefs {
	#lang = $state<Lang>('nl');
	#theme = $state<Theme>('light');

	constructor() {
		const root = globalThis.document?.documentElement;
		if (root) {
			this.#lang = root.lang === 'en' ? 'en' : 'nl';
			this.#theme = root.dataset.theme === 'dark' ? 'dark' : 'light';
		}
		overwriteGetLocale(() => this.#lang);
	}

	get lang(): Lang {
		return this.#lang;
	}

	get theme(): Theme {
		return this.#theme;
	}

	setLang(lang: Lang): void {
		this.#lang = lang;
		document.documentElement.lang = lang;
		keep('klantreis.lang', lang);
	}

	setTheme(theme: Theme): void {
		this.#theme = theme;
		document.documentElement.dataset.theme = theme;
		keep('klantreis.theme', theme);
	}
}

/** Remembers a choice; a browser that refuses storage only forgets it. */
function keep(key: string, value: string): void {
	try {
		localStorage.setItem(key, value);
	} catch {
		// Private windows may refuse: the choice then holds until the page is closed.
	}
}

/** The one set of preferences of this browser tab. */
export const prefs = new Prefs();
