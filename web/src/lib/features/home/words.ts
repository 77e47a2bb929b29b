// Words of the start page that several of its parts use; call them where the language is read.
import { m } from '$lib/i18n';
import type { Rhythm } from './review';

/** Titles and names of the demo say more in brackets; there is no room for it here. */
export const plainTitle = (title: string): string => title.replace(/ \(.*\)$/, '');

export type Status = 'draft' | 'in_progress' | 'done' | 'archived';

export const statusWords: Record<Status, () => string> = {
	draft: m.home_status_draft,
	in_progress: m.home_status_in_progress,
	done: m.home_status_done,
	archived: m.home_status_archived,
};

export const rhythmWords: Record<Rhythm, () => string> = {
	none: m.home_rhythm_none,
	monthly: m.home_rhythm_monthly,
	quarterly: m.home_rhythm_quarterly,
	yearly: m.home_rhythm_yearly,
};
