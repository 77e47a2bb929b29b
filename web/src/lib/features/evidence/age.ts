/** When evidence is old, by the calendar. */

/** As the server has it when the workspace says nothing else. */
export const STALE_MONTHS = 24;

/** Whether a day, as YYYY-MM-DD, lies more than so many months back. */
export function isOld(day: string, months: number | undefined, now = new Date()): boolean {
	const limit = new Date(
		Date.UTC(now.getFullYear(), now.getMonth() - (months ?? STALE_MONTHS), now.getDate()),
	);
	return new Date(day).getTime() < limit.getTime();
}
