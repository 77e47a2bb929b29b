/** Where a presentation is, as its address carries it: `?slide=2&for=board`. The overview and the team go unsaid. */

export type Audience = 'board' | 'team' | 'customer';

export const AUDIENCES: readonly Audience[] = ['board', 'team', 'customer'];

export interface Place {
	/** 0 is the overview, then one per stage. */
	slide: number;
	audience: Audience;
}

/** Reads an address; what it does not say, or says wrongly, is the overview and the team. */
export function placeOf(query: URLSearchParams, slides: number): Place {
	const slide = Number(query.get('slide') ?? 0);
	const audience = AUDIENCES.find((each) => each === query.get('for')) ?? 'team';
	return { slide: Number.isInteger(slide) ? clamp(slide, slides) : 0, audience };
}

export function addressOf({ slide, audience }: Place): string {
	const query = new URLSearchParams();
	if (slide > 0) query.set('slide', String(slide));
	if (audience !== 'team') query.set('for', audience);
	return `?${query}`;
}

/** The audience after this one, round and round. */
export function nextAudience(audience: Audience): Audience {
	return AUDIENCES[(AUDIENCES.indexOf(audience) + 1) % AUDIENCES.length]!;
}

/** What a key does to the place; undefined when it means nothing here. */
export function placeAfter(key: string, place: Place, slides: number): Place | undefined {
	const steps: Record<string, number> = {
		ArrowRight: place.slide + 1,
		ArrowDown: place.slide + 1,
		PageDown: place.slide + 1,
		ArrowLeft: place.slide - 1,
		ArrowUp: place.slide - 1,
		PageUp: place.slide - 1,
		Home: 0,
		End: slides - 1,
	};
	if (Object.hasOwn(steps, key)) return { ...place, slide: clamp(steps[key]!, slides) };
	return key.toLowerCase() === 'a' ? { ...place, audience: nextAudience(place.audience) } : undefined;
}

function clamp(slide: number, slides: number): number {
	return Math.max(0, Math.min(slides - 1, slide));
}
