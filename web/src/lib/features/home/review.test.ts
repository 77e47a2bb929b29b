import { describe, expect, it } from 'vitest';
import type { JourneySummary } from '$lib/api';
import { dayOf, dueForReview, nextReview } from './review';

describe('the next review', () => {
	it.each([
		['monthly', '2026-08-15', '2026-09-15'],
		['monthly', '2026-12-01', '2027-01-01'],
		['quarterly', '2026-11-30', '2027-02-28'],
		['yearly', '2028-02-29', '2029-02-28'],
		['none', '2026-08-15', undefined],
		[undefined, '2026-08-15', undefined],
		['constructor', '2026-08-15', undefined],
	])('%s after %s is %s', (rhythm, day, want) => {
		expect(nextReview(rhythm, day)).toBe(want);
	});

	it('counts days as the reader does', () => {
		expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
	});
});

describe('what is due', () => {
	const journey = (id: string, reviewAt?: string, status = 'in_progress') =>
		({ id, reviewAt, status }) as unknown as JourneySummary;

	it('is of today or before, the longest first, and not in the archive', () => {
		const due = dueForReview(
			[
				journey('today', '2026-08-15'),
				journey('tomorrow', '2026-08-16'),
				journey('long ago', '2025-08-15'),
				journey('archived', '2025-08-15', 'archived'),
				journey('never'),
			],
			'2026-08-15',
		);
		expect(due.map(({ id }) => id)).toEqual(['long ago', 'today']);
	});
});
