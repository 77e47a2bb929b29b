/** What was found, by journey, and where it is opened. */
import type { Hit, LText } from '$lib/api';

export interface HitGroup {
	/** Undefined for what belongs to the whole workspace. */
	journeyId: string | undefined;
	title: LText | undefined;
	hits: Hit[];
}

/** By journey, in the order in which the best of each was found. */
export function byJourney(hits: readonly Hit[]): HitGroup[] {
	const groups = new Map<string, HitGroup>();
	for (const hit of hits) {
		const key = hit.journeyId ?? '';
		const group = groups.get(key);
		if (group) group.hits.push(hit);
		else groups.set(key, { journeyId: hit.journeyId, title: hit.journeyTitle, hits: [hit] });
	}
	return [...groups.values()];
}

/** The page that shows a result, with the thing itself selected where a page can do that; undefined when none does. */
export function addressOf({ kind, journeyId, targetId }: Hit): string | undefined {
	switch (kind) {
		case 'persona':
			return `/groups/${targetId}`;
		case 'customerGroup':
			return '/groups';
		case 'guidingPrinciple':
			return '/settings#principles';
		case 'proofPoint':
			return '/settings#proof';
		// Evidence is read where something rests on it.
		case 'evidence':
			return undefined;
		case 'journey':
			return `/j/${targetId}`;
		case 'finding':
		case 'recommendation':
			return `/j/${journeyId}`;
		default:
			return `/j/${journeyId}#${targetId}`;
	}
}
