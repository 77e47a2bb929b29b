import { ApiError, type Found, type Hit } from '$lib/api';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addressOf, byJourney } from './hits';
import { marked } from './mark';
import { Search } from './search.svelte';

const found = (text: string, query: string, terms: string[] = []) =>
	marked(text, query, terms)
		.map(({ text: part, found: is }) => (is ? `[${part}]` : part))
		.join('');

describe('what was found in a text', () => {
	it('is marked at the beginnings of words, whatever capitals and accents', () => {
		expect(found('Een proefrit, de Proefrit', 'proef')).toBe('Een [proef]rit, de [Proef]rit');
		expect(found('Eén idee over café', 'cafe een')).toBe('[Eén] idee over [café]');
		expect(found('de afreis', 'reis')).toBe('de afreis');
		expect(found('2.400 (a+b)', 'a+b')).toBe('2.400 ([a]+[b])');
	});

	it('is marked for synonyms too, the longest first', () => {
		expect(found('Het contactmoment telt', 'touchpoint', ['contactmoment', 'contact'])).toBe(
			'Het [contactmoment] telt',
		);
		expect(found('x', '  ')).toBe('x');
	});
});

const hit = (more: Partial<Hit>): Hit => ({ kind: 'card', targetId: 't', title: {}, ...more });

it('groups results by journey, the best first', () => {
	const hits = [
		hit({ journeyId: 'b' }),
		hit({ kind: 'persona' }),
		hit({ journeyId: 'a' }),
		hit({ journeyId: 'b' }),
	];
	expect(byJourney(hits).map(({ journeyId, hits }) => [journeyId, hits.length])).toEqual([
		['b', 2],
		[undefined, 1],
		['a', 1],
	]);
});

it('opens a result where it stands', () => {
	expect(addressOf(hit({ journeyId: 'j', targetId: 't-1' }))).toBe('/j/j#t-1');
	expect(addressOf(hit({ kind: 'journey', journeyId: 'j', targetId: 'j' }))).toBe('/j/j');
	expect(addressOf(hit({ kind: 'persona', targetId: 'p' }))).toBe('/groups/p');
	expect(addressOf(hit({ kind: 'guidingPrinciple' }))).toBe('/settings#principles');
});

describe('searching while typing', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());
	const answer = (title: string): Found => ({ more: 0, terms: [], results: [hit({ title: { nl: title } })] });

	it('asks once, when typing pauses', async () => {
		const search = vi.fn(() => Promise.resolve(answer('x')));
		const state = new Search({ search });
		for (const query of ['p', 'pr', 'pro']) state.type(query, 'ws', 'nl');
		expect(state.busy).toBe(true);
		await vi.runAllTimersAsync();
		expect(search.mock.calls).toEqual([['ws', 'pro', 'nl']]);
		expect(state.asked).toBe('pro');
		expect(state.busy).toBe(false);
	});

	it('keeps to the last question when an older answer comes later', async () => {
		const waiting: ((found: Found) => void)[] = [];
		const state = new Search({ search: () => new Promise((resolve) => waiting.push(resolve)) });
		const first = state.ask('ws', 'nl', 'een');
		const second = state.ask('ws', 'nl', 'twee');
		waiting[1]!(answer('twee'));
		waiting[0]!(answer('een'));
		await Promise.all([first, second]);
		expect(state.found?.results[0]?.title).toEqual({ nl: 'twee' });
	});

	it('says when it failed, and forgets everything when the field is empty', async () => {
		const state = new Search({ search: () => Promise.reject(new ApiError('offline', '')) });
		await state.ask('ws', 'nl', 'x');
		expect(state.failed?.code).toBe('offline');
		state.type('  ', 'ws', 'nl');
		expect(state.failed).toBeUndefined();
		expect(state.found).toBeUndefined();
	});
});
