// When a journey is looked at again. Days are written as 2026-08-31 and are those of the reader's calendar.
import type { JourneySummary } from '$lib/api';

export type Rhythm = 'none' | 'monthly' | 'quarterly' | 'yearly';

export const rhythms: readonly Rhythm[] = ['none', 'monthly', 'quarterly', 'yearly'];

const months: Record<Rhythm, number> = { none: 0, monthly: 1, quarterly: 3, yearly: 12 };

/** The day of a moment in the reader's own time zone. */
export function dayOf(moment: Date): string {
	const two = (part: number) => String(part).padStart(2, '0');
	return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** The next review after one on `day`; undefined without a rhythm. A month without such a day has its last one. */
export function nextReview(rhythm: string | undefined, day: string): string | undefined {
	const ahead = Object.hasOwn(months, rhythm ?? '') ? months[rhythm as Rhythm] : 0;
	if (ahead === 0) return undefined;
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	const last = new Date(year, month + ahead, 0).getDate();
	return dayOf(new Date(year, month - 1 + ahead, Math.min(date, last)));
}

/** Journeys in use whose review is today or was before, the longest overdue first. */
export function dueForReview(journeys: readonly JourneySummary[], today: string): JourneySummary[] {
	return journeys
		.filter(({ status, reviewAt }) => status !== 'archived' && reviewAt !== undefined && reviewAt <= today)
		.sort((a, b) => a.reviewAt!.localeCompare(b.reviewAt!));
}
