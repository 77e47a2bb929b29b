/** What the summary of a journey tells, less what is hidden for whom it is meant. */
import type { Card, Journey, LText, Stage } from '$lib/api';

/** What can be left out of the summary; the address carries it as `?hide=competitors,guesses`. */
export interface Hidden {
	competitors: boolean;
	guesses: boolean;
}

export function hiddenOf(query: URLSearchParams): Hidden {
	const words = (query.get('hide') ?? '').split(',');
	return { competitors: words.includes('competitors'), guesses: words.includes('guesses') };
}

export function addressOf(hidden: Hidden): string {
	const words = (['competitors', 'guesses'] as const).filter((each) => hidden[each]);
	return words.length ? `?hide=${words.join(',')}` : '?';
}

export function stagesOf(journey: Journey): Stage[] {
	return [...journey.stages].sort((a, b) => a.order - b.order);
}

/** Steps that are not the usual one to the next stage. */
export function waysOf({ transitions }: Journey, { guesses }: Hidden): Journey['transitions'] {
	return transitions.filter(
		({ kind, status }) => kind !== 'forward' && kind !== 'exit' && !(guesses && status === 'guess'),
	);
}

/** Where people leave. */
export interface Exit {
	stage: Stage;
	/** In somebody's own words. */
	reason: LText | undefined;
	/** Where to: a key of the document or free words. */
	to: string | undefined;
	/** 0 … 1 */
	share: number | undefined;
}

/** Exits as stages tell them, and as steps out of the journey; what a decision says is on its card. */
export function exitsOf(journey: Journey, { guesses }: Hidden): Exit[] {
	return stagesOf(journey).flatMap((stage) => [
		...(stage.exits ?? []).map(({ reason, to, share }) => ({ stage, reason, to, share })),
		...journey.transitions
			.filter(({ kind, fromStageId, status }) =>
				kind === 'exit' && fromStageId === stage.id ? !(guesses && status === 'guess') : false,
			)
			.map(({ note, exit, share }) => ({ stage, reason: note, to: exit, share })),
	]);
}

/** Competitors by stage; none when they are hidden. */
export function competitorsOf(journey: Journey, hidden: Hidden): { stage: Stage; cards: Card[] }[] {
	if (hidden.competitors) return [];
	return stagesOf(journey)
		.map((stage) => ({
			stage,
			cards: journey.cards
				.filter(
					(card) =>
						card.type === 'competitor' &&
						card.stageId === stage.id &&
						!(hidden.guesses && card.evidenceStatus === 'guess'),
				)
				.sort((a, b) => a.order - b.order),
		}))
		.filter(({ cards }) => cards.length > 0);
}
