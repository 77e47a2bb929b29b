// Checks of an action against guiding principles. They are one value: a list in the order of the principles.
import type { Action, GuidingPrinciple } from '$lib/api';

type Check = NonNullable<Action['principleChecks']>[number];

/** The checks with one verdict given or changed; checks of principles that no longer hold stay at the end. */
export function checked(
	before: readonly Check[],
	principles: readonly GuidingPrinciple[],
	principleId: string,
	verdict: Check['verdict'],
): Check[] {
	const after = [...before.filter((check) => check.principleId !== principleId), { principleId, verdict }];
	const place = (check: Check) => {
		const at = principles.findIndex(({ id }) => id === check.principleId);
		return at < 0 ? principles.length : at;
	};
	return after.sort((a, b) => place(a) - place(b));
}
