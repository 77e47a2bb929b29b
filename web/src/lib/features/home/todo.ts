// The two short lists beside the journeys: what to do next, and what to find out, over the whole workspace.
import type { Action, JourneySummary } from '$lib/api';
import type { LText } from '$lib/i18n';

/** How many of each the page shows. */
export const stepsShown = 5;
export const assumptionsShown = 3;

export interface Step {
	action: Action;
	journeyId: string;
}

/** Open actions: what is in progress first, then by due date; without a date last. */
export function nextSteps(journeys: readonly JourneySummary[]): Step[] {
	const all = journeys.flatMap(({ id, nextActions }) =>
		nextActions.map((action) => ({ action, journeyId: id })),
	);
	const rank = ({ action }: Step) => (action.status === 'doing' ? '0' : '1') + (action.due ?? '9');
	return all.sort((a, b) => rank(a).localeCompare(rank(b)));
}

export interface Assumption {
	cardId: string;
	title: LText;
	journeyId: string;
}

/** Guesses of all journeys in turn, so that no journey is left out of a short list. */
export function assumptions(journeys: readonly JourneySummary[]): Assumption[] {
	const lists = journeys.map(({ id, assumptions }) =>
		assumptions.map((guess) => ({ ...guess, journeyId: id })),
	);
	const longest = Math.max(0, ...lists.map((list) => list.length));
	return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list[i] ?? [])).flat();
}
