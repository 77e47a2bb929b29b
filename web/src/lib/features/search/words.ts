/** What kinds of things are called in the results. */
import type { Hit } from '$lib/api';
import { cardTypeName } from '$lib/features/map/names';
import { m } from '$lib/i18n';

const kinds: Partial<Record<Hit['kind'], () => string>> = {
	journey: m.search_kind_journey,
	stage: m.search_kind_stage,
	finding: m.search_kind_finding,
	recommendation: m.search_kind_recommendation,
	persona: m.search_kind_persona,
	customerGroup: m.search_kind_group,
	evidence: m.search_kind_evidence,
	guidingPrinciple: m.search_kind_principle,
	proofPoint: m.search_kind_proof,
};

/** "contactmoment", "fase", … */
export function kindName({ kind, cardType }: Hit): string {
	return kinds[kind]?.() ?? cardTypeName(kind === 'card' ? (cardType ?? 'note') : kind);
}
