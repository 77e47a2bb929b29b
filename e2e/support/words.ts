import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from './fixtures';

type Values = Record<string, string | number>;
/** A message with plurals: which forms there are, by the number in one of its values. */
interface Plural {
	declarations: string[];
	match: Record<string, string>;
}
type Message = string | Plural[];

const folder = join(import.meta.dirname, '../../web/messages');
const read = (language: Language) =>
	JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) as Record<string, Message>;
const messages: Record<Language, Record<string, Message>> = { nl: read('nl'), en: read('en') };

/**
 * What the page writes, by message, so that a task is written once for every language. A value that is left out
 * of `like` may be anything.
 */
export class Words {
	#language: Language;

	constructor(language: Language) {
		this.#language = language;
	}

	/** The language that the page is in now. */
	get language(): Language {
		return this.#language;
	}

	/** The page was put in the other language. */
	change(): void {
		this.#language = this.#language === 'nl' ? 'en' : 'nl';
	}

	/** The words of a message, complete. */
	say(key: string, values: Values = {}): string {
		return this.#form(key, values).replace(/\{(\w+)\}/g, (_, name: string) => {
			const value = values[name];
			if (value === undefined) throw new Error(`message ${key} needs a value for ${name}`);
			return String(value);
		});
	}

	/** The words of a message as a pattern that has to match whole. */
	like(key: string, values: Values = {}): RegExp {
		return new RegExp(`^${this.#pattern(key, values)}$`);
	}

	/** The words of a message as a pattern that has to match the beginning. */
	starts(key: string, values: Values = {}): RegExp {
		return new RegExp(`^${this.#pattern(key, values)}`);
	}

	/** The one of the two texts that is in this language. */
	of<T>(nl: T, en: T): T {
		return this.language === 'nl' ? nl : en;
	}

	#pattern(key: string, values: Values): string {
		return this.#form(key, values)
			.split(/(\{\w+\})/)
			.map((part) => {
				const name = /^\{(\w+)\}$/.exec(part)?.[1];
				if (!name) return escaped(part);
				const value = values[name];
				return value === undefined ? '.*' : escaped(String(value));
			})
			.join('');
	}

	#form(key: string, values: Values): string {
		const message = messages[this.language][key];
		if (message === undefined) throw new Error(`there is no message ${key}`);
		if (typeof message === 'string') return message;
		const [plural] = message;
		const selector = /input (\w+)/.exec(plural?.declarations.find((line) => line.includes('input')) ?? '');
		const rule = new Intl.PluralRules(this.language).select(Number(values[selector?.[1] ?? 'count'] ?? 2));
		const forms = Object.entries(plural?.match ?? {});
		const form = forms.find(([when]) => when.endsWith(`=${rule}`)) ?? forms.at(-1);
		return form?.[1] ?? '';
	}
}

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
