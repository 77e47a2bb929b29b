// Numbers, shares, dates and signs by language. A minus is "−", never a hyphen.
import type { Lang } from './text';

const locale: Record<Lang, string> = { nl: 'nl-NL', en: 'en-GB' };

/** "1.250", "0,93": `digits` decimals, grouped. */
export function number(value: number, lang: Lang, digits = 0): string {
	const shown = new Intl.NumberFormat(locale[lang], {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
	}).format(value);
	return /^-[0.,]*$/.test(shown) ? shown.slice(1) : shown.replace('-', '−');
}

/** A number with as many decimals as it needs, two at most: 8,4 and 43,75 and 9. */
export function decimal(value: number, lang: Lang): string {
	const digits = [0, 1, 2].find((d) => Math.abs(value - Number(value.toFixed(d))) < 1e-9) ?? 2;
	return number(value, lang, digits);
}

/**
 * What somebody typed as a number, with comma or point: "8,4", "8.4", "2.400", "12,9 %". Undefined when nothing was
 * typed, NaN when it is not a number.
 */
export function parse(typed: string, lang: Lang): number | undefined {
	const text = typed.replace(/[\s\u00a0%]/g, '').replace(/^[−–]/, '-');
	if (text === '') return undefined;
	const marks = text.match(/[.,]/g) ?? [];
	const last = marks.at(-1);
	const group = lang === 'nl' ? '.' : ',';
	const thousands = /^-?[1-9]\d{0,2}([.,]\d{3})+$/.test(text) && new Set(marks).size === 1;
	const grouped = thousands && (marks.length > 1 || last === group);
	const plain = grouped ? text.replace(/[.,]/g, '') : decimalPoint(text, last);
	return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : NaN;
}

/** The last mark is the decimal one; a different mark before it groups thousands. */
function decimalPoint(text: string, last: string | undefined): string {
	if (last === undefined) return text;
	const other = last === ',' ? '.' : ',';
	return text.replaceAll(other, '').replace(last, '.');
}

/** A share of 0 … 1 as "79 %" (nl) or "79%" (en). */
export function percent(share: number, lang: Lang, digits = 0): string {
	return number(share * 100, lang, digits) + (lang === 'nl' ? '\u00a0%' : '%');
}

/** A difference with its sign: "+2", "−3", "0". */
export function signed(value: number, lang: Lang): string {
	const shown = decimal(Math.abs(value), lang);
	if (value === 0) return shown;
	return (value > 0 ? '+' : '−') + shown;
}

/** "31 jul" or "31 Jul"; the year is added when it is not `now`'s. */
export function date(value: string | Date, lang: Lang, now = new Date()): string {
	const day = new Date(value);
	const year = day.getFullYear() === now.getFullYear() ? undefined : 'numeric';
	return new Intl.DateTimeFormat(locale[lang], { day: 'numeric', month: 'short', year }).format(day);
}

/** "14:05". */
export function time(value: string | Date, lang: Lang): string {
	return new Intl.DateTimeFormat(locale[lang], { hour: '2-digit', minute: '2-digit' }).format(
		new Date(value),
	);
}

/** "Sanne, Joris en Amira". */
export function list(items: readonly string[], lang: Lang): string {
	return new Intl.ListFormat(locale[lang], { type: 'conjunction' }).format(items);
}

const dayMs = 86_400_000;

/** How long ago: "vandaag", "gisteren", "3 dagen geleden", and after a week the date. */
export function ago(value: string | Date, lang: Lang, now = new Date()): string {
	const midnight = (day: Date) => new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime();
	const days = Math.round((midnight(now) - midnight(new Date(value))) / dayMs);
	if (days < 0 || days > 6) return date(value, lang, now);
	return new Intl.RelativeTimeFormat(locale[lang], { numeric: 'auto' }).format(-days, 'day');
}
