/** How somebody left a map in this browser: layout, zoom, folded lanes, and who was scoring. */
import type { LayoutChoice } from './layout/columns';

export interface Kept {
	layout?: LayoutChoice;
	zoom?: number;
	folded?: Record<string, boolean>;
	scorer?: string;
}

const key = (journeyId: string) => `klantreis.map.${journeyId}`;

/** What was kept for a journey; whatever cannot be read counts as nothing. */
export function remember(journeyId: string): Kept {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(key(journeyId)) ?? '{}');
		return isKept(kept) ? kept : {};
	} catch {
		return {};
	}
}

/** Keeps some of it; a browser that refuses storage only forgets it when the page closes. */
export function keep(journeyId: string, change: Kept): void {
	try {
		localStorage.setItem(key(journeyId), JSON.stringify({ ...remember(journeyId), ...change }));
	} catch {
		// Private windows may refuse.
	}
}

function isKept(value: unknown): value is Kept {
	if (typeof value !== 'object' || value === null) return false;
	const { layout, zoom, folded, scorer } = value as Record<string, unknown>;
	return (
		(layout === undefined || layout === 'auto' || layout === 'standard' || layout === 'compact') &&
		(zoom === undefined || typeof zoom === 'number') &&
		(folded === undefined || (typeof folded === 'object' && folded !== null)) &&
		(scorer === undefined || typeof scorer === 'string')
	);
}
