// What the program proposes from the map, such as being where customers look while we are absent. A proposal is only
// shown; accepting it makes an opportunity, an action or both, in one step.
import type { Computed, Journey, Workspace } from '$lib/api';
import { noChannel } from '$lib/features/map/edits';
import { langs, m, pick, type LText } from '$lib/i18n';
import { newId, type Op } from '$lib/ops';

export type Suggestion = Computed['suggestions'][number];

export type Accept = 'both' | 'action' | 'opportunity';

/** What is proposed and not yet answered: nothing in the journey rests on it. */
export function proposals(
	journey: Journey,
	computed: Pick<Computed, 'suggestions'> | undefined,
): Suggestion[] {
	const answered = new Set(
		[...journey.actions, ...journey.opportunities].flatMap(({ basedOn }) => basedOn ?? []),
	);
	return (computed?.suggestions ?? []).filter(({ targetId }) => !answered.has(targetId));
}

/** What the action would be called, in every language its source has. */
export function actionTitle(journey: Journey, { targetId, opportunityTitle: proposed }: Suggestion): LText {
	const card = journey.cards.find(({ id }) => id === targetId);
	const stage = journey.stages.find(({ id }) => id === targetId);
	const of = card?.title ?? stage?.name;
	if (card?.type === 'influencer' && proposed) return proposed;
	return inEvery(of, (words, locale) =>
		card ? m.sug_talk({ source: words }, { locale }) : m.sug_answer({ stage: words }, { locale }),
	);
}

/** What the opportunity would be called. */
export function opportunityTitle(journey: Journey, suggestion: Suggestion): LText {
	const card = journey.cards.find(({ id }) => id === suggestion.targetId);
	// Of somebody the customer listens to the server proposes what to do: talk with them.
	if (suggestion.opportunityTitle && card?.type !== 'influencer') return suggestion.opportunityTitle;
	if (!card) return actionTitle(journey, suggestion);
	return inEvery(card.title, (words, locale) => m.sug_be_there({ source: words }, { locale }));
}

const titleMax = 200;

function inEvery(of: LText | undefined, make: (words: string, lang: 'nl' | 'en') => string): LText {
	const have = langs.filter((lang) => of?.[lang]);
	return Object.fromEntries(
		(have.length > 0 ? have : langs).map((lang) => [
			lang,
			make(pick(of, lang).text, lang).slice(0, titleMax),
		]),
	);
}

/** The ops that take a proposal over. What is made remembers the card it answers. */
export function acceptOps(
	journey: Journey,
	workspace: Pick<Workspace, 'channels'>,
	suggestion: Suggestion,
	what: Accept,
): Op[] {
	const { targetId, stageId } = suggestion;
	const card = journey.cards.find(({ id }) => id === targetId);
	const basedOn = card ? [card.id] : [];
	const aim = card ? 'presence' : 'relevance';
	const ops: Op[] = [];
	const opportunityId = what === 'action' ? undefined : newId();
	if (opportunityId) {
		const title = opportunityTitle(journey, suggestion);
		const props = { stageId, title, type: aim, status: 'idea', basedOn };
		ops.push({ op: 'insert', id: opportunityId, type: 'opportunity', props });
	}
	if (what !== 'opportunity') {
		const title = actionTitle(journey, suggestion);
		const channelId = card?.channelId ?? noChannel(workspace.channels);
		const props = { stageId, title, channelId, status: 'open', aim, basedOn, opportunityId };
		ops.push({ op: 'insert', id: newId(), type: 'action', props });
	}
	return ops;
}

const key = (journeyId: string) => `klantreis.putAside.${journeyId}`;

/** Proposals somebody put aside in this browser, by what they are about. */
export function putAside(journeyId: string): string[] {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(key(journeyId)) ?? '[]');
		return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : [];
	} catch {
		return [];
	}
}

export function keepAside(journeyId: string, ids: readonly string[]): void {
	try {
		localStorage.setItem(key(journeyId), JSON.stringify(ids));
	} catch {
		// Private windows may refuse: then it holds until the page is closed.
	}
}
