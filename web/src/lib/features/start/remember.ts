/** Where somebody left the guided start of a journey, in this browser. What was answered is in the journey. */
import { isStep, type StepId } from './steps';

export interface Left {
	step: StepId;
	/** Moment, ISO 8601. */
	at: string;
}

const key = (journeyId: string) => `klantreis.start.${journeyId}`;

/** Whatever cannot be read counts as nothing. */
export function leftAt(journeyId: string): Left | undefined {
	try {
		return parse(localStorage.getItem(key(journeyId)));
	} catch {
		return undefined;
	}
}

export function parse(kept: string | null): Left | undefined {
	const value: unknown = kept === null ? null : JSON.parse(kept);
	if (typeof value !== 'object' || value === null) return undefined;
	const { step, at } = value as Record<string, unknown>;
	if (typeof step !== 'string' || !isStep(step)) return undefined;
	return typeof at === 'string' && !Number.isNaN(Date.parse(at)) ? { step, at } : undefined;
}

/** A browser that refuses storage only forgets it; the first open step is then where it goes on. */
export function keepLeft(journeyId: string, step: StepId, now = new Date()): void {
	try {
		localStorage.setItem(key(journeyId), JSON.stringify({ step, at: now.toISOString() }));
	} catch {
		// Private windows may refuse.
	}
}
