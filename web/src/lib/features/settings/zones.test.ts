import type { Channel } from '$lib/api';
import { expect, it } from 'vitest';
import { offered } from './channels';
import { zoneOf, zones } from './zones';

it('knows a time zone by its name or its place, whatever the capitals', () => {
	const list = zones();
	expect(list).toContain('Europe/Amsterdam');
	expect(zoneOf('Europe/Amsterdam', list)).toBe('Europe/Amsterdam');
	expect(zoneOf('europe/amsterdam', list)).toBe('Europe/Amsterdam');
	expect(zoneOf(' amsterdam ', list)).toBe('Europe/Amsterdam');
	expect(zoneOf('new york', list)).toBe('America/New_York');
	expect(zoneOf('Nergens', list)).toBeUndefined();
	expect(zoneOf('', list)).toBeUndefined();
	expect(zones('Old/Name')).toContain('Old/Name');
});

it('offers channels that are in use, and keeps the one that was chosen', () => {
	const channels = [
		{ id: 'a', active: true },
		{ id: 'b', active: false },
		{ id: 'c' },
		{ id: 'd', active: false },
	] as Channel[];
	expect(offered(channels, ['d', undefined]).map(({ id }) => id)).toEqual(['a', 'c', 'd']);
});
