/** Which evidence can be attached to something, and which of it speaks for it. */
import type { Evidence } from '$lib/api';

/** What is not attached yet and has the words asked for, strongest first. */
export function attachable(
	evidence: readonly Evidence[],
	attached: readonly string[],
	query: string,
	words: (evidence: Evidence) => string,
): Evidence[] {
	const wanted = query.trim().toLowerCase();
	return evidence
		.filter((each) => !attached.includes(each.id) && words(each).toLowerCase().includes(wanted))
		.sort((a, b) => b.strength - a.strength);
}

/** The strongest of what is attached; the first of equals. */
export function strongest(
	evidence: readonly Evidence[],
	attached: readonly string[] | undefined,
): Evidence | undefined {
	const pieces = (attached ?? []).flatMap((id) => evidence.find((each) => each.id === id) ?? []);
	return pieces.reduce<Evidence | undefined>(
		(best, each) => (best && best.strength >= each.strength ? best : each),
		undefined,
	);
}
