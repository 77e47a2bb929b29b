// The stage sets a journey can start from, in the order in which they are offered.
import type { StageSet, StageSetId } from '$lib/api';
import { m } from '$lib/i18n';

export interface Template {
	id: StageSetId;
	set: StageSet;
	/** One line that says when to choose it. */
	hint: string;
}

const hints: Record<StageSetId, () => string> = {
	stdc: m.template_stdc,
	acpl: m.template_acpl,
	five: m.template_five,
	bbs: m.template_bbs,
	impulse: m.template_impulse,
	complex: m.template_complex,
	empty: m.template_empty,
};

/** What the server offers and this page knows; call it where the language is read. */
export function templatesOf(sets: readonly StageSet[]): Template[] {
	return (Object.keys(hints) as StageSetId[]).flatMap((id) => {
		const set = sets.find((candidate) => candidate.id === id);
		return set ? [{ id, set, hint: hints[id]() }] : [];
	});
}
