import { expect, it } from 'vitest';
import { ago, date, decimal, list, number, parse, percent, signed, time } from './format';

it('writes numbers by language, with a real minus', () => {
	expect(number(1250, 'nl')).toBe('1.250');
	expect(number(1250, 'en')).toBe('1,250');
	expect(number(0.934, 'nl', 2)).toBe('0,93');
	expect(number(-3, 'nl')).toBe('−3');
	expect(number(-0.2, 'en')).toBe('0');
});

it('uses as many decimals as a number needs, two at most', () => {
	expect([9, 8.4, 43.75, 14.299999999999999, 1 / 3].map((value) => decimal(value, 'nl'))).toEqual([
		'9',
		'8,4',
		'43,75',
		'14,3',
		'0,33',
	]);
});

it('writes shares and differences', () => {
	expect(percent(0.7945, 'nl')).toBe('79\u00a0%');
	expect(percent(0.7945, 'en')).toBe('79%');
	expect([2, -3, 0, -0.5].map((value) => signed(value, 'nl'))).toEqual(['+2', '−3', '0', '−0,5']);
});

it('reads what is typed, with comma or point', () => {
	const nl = ['8,4', '8.4', '2.400', '1.234.567', '0.125', '1.234,5', '12,9 %', '−3', ',5', ' '];
	expect(nl.map((typed) => parse(typed, 'nl'))).toEqual([
		8.4,
		8.4,
		2400,
		1234567,
		0.125,
		1234.5,
		12.9,
		-3,
		0.5,
		undefined,
	]);
	expect(['2,400', '2.4', '2,4', '1,234.5'].map((typed) => parse(typed, 'en'))).toEqual([
		2400, 2.4, 2.4, 1234.5,
	]);
	for (const typed of ['abc', 'e', '4e3', '1-2', '1.2.3', '--1', '.']) expect(parse(typed, 'nl')).toBeNaN();
});

it('writes days without the year that it is', () => {
	const now = new Date('2026-06-15T12:00:00');
	expect(date('2026-07-31', 'nl', now)).toBe('31 jul');
	expect(date('2026-07-31', 'en', now)).toBe('31 Jul');
	expect(date('2025-07-31', 'en', now)).toBe('31 Jul 2025');
	expect(time('2026-06-15T14:05:00', 'nl')).toBe('14:05');
});

it('says how long ago something was, up to a week', () => {
	const now = new Date('2026-06-15T01:00:00');
	expect(ago('2026-06-15T00:30:00', 'nl', now)).toBe('vandaag');
	expect(ago('2026-06-14T23:30:00', 'nl', now)).toBe('gisteren');
	expect(ago('2026-06-12T12:00:00', 'en', now)).toBe('3 days ago');
	expect(ago('2026-06-03T12:00:00', 'en', now)).toBe('3 Jun');
});

it('joins names', () => {
	expect(list(['Sanne', 'Joris', 'Amira'], 'nl')).toBe('Sanne, Joris en Amira');
});
