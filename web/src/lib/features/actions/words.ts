/** Words of the action list, in the language of the screen. */
import type { Action, Journey } from '$lib/api';
import { m, text, type Lang } from '$lib/i18n';
import { daysBetween, isOpen, isOverdue, type Show, type SortKey } from './list';

const shows: Record<Show, () => string> = {
	open: m.act_show_open,
	overdue: m.act_show_overdue,
	mine: m.act_show_mine,
	done: m.act_show_done,
	all: m.act_show_all,
};

export const showName = (show: Show): string => shows[show]();

const columns: Record<SortKey, () => string> = {
	title: m.act_col_title,
	stage: m.insp_stage,
	channel: m.insp_channel,
	owner: m.insp_owner,
	due: m.insp_due,
	status: m.insp_state,
};

export const columnName = (key: SortKey): string => columns[key]();

export type Verdict = NonNullable<Action['principleChecks']>[number]['verdict'];

export const verdicts = (): { value: Verdict; label: string }[] => [
	{ value: 'fits', label: m.act_verdict_fits() },
	{ value: 'neutral', label: m.act_verdict_neutral() },
	{ value: 'conflicts', label: m.act_verdict_conflicts() },
];

/** From this many days on weeks say it better, and from so many months. */
const weeksFrom = 14;
const monthsFrom = 61;
const daysPerMonth = 30.44;

/** "3 dagen te laat", "vandaag", "morgen"; nothing for a day that needs no word. */
export function dueWords(action: Pick<Action, 'status' | 'due'>, today: string): string {
	if (action.due === undefined || !isOpen(action)) return '';
	const days = daysBetween(action.due, today);
	if (!isOverdue(action, today)) return days === 0 ? m.today() : days === -1 ? m.act_tomorrow() : '';
	if (days >= monthsFrom) return m.act_late_months({ count: Math.floor(days / daysPerMonth) });
	if (days >= weeksFrom) return m.act_late_weeks({ count: Math.floor(days / 7) });
	return m.act_late_days({ count: days });
}

/** The first thing the page says: what is late and what is for today. */
export function leadWords(counts: { all: number; open: number; late: number; today: number }): string {
	const { all, open, late, today } = counts;
	if (all === 0) return m.act_empty_title();
	if (open === 0) return m.act_lead_all_done();
	if (late === 0)
		return today === 0 ? m.act_lead_on_time({ count: open }) : m.act_lead_today({ count: today });
	return today === 0
		? m.act_lead_late({ count: late })
		: `${m.act_lead_late({ count: late })} ${m.act_lead_also_today({ count: today })}`;
}

/** Where the action list of a journey is downloaded, under its name. */
export function csvOf(
	{ id, title }: Pick<Journey, 'id' | 'title'>,
	lang: Lang,
): { label: string; href: string } {
	return { label: text(title, lang), href: `/api/v1/journeys/${id}/actions.csv?lang=${lang}` };
}
