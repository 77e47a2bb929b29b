// Sentences for what the server or the document did not accept, in the chosen language.
import type { ApiError } from '$lib/api';
import { m } from '$lib/i18n';

const reasons: Record<string, () => string> = {
	unknown_id: m.reason_unknown_id,
	invalid_value: m.reason_invalid_value,
	fixed_key: m.reason_fixed_key,
	id_taken: m.reason_id_taken,
	missing_reference: m.reason_missing_reference,
	place_gone: m.reason_place_gone,
	derived_lane: m.reason_derived_lane,
	already_deleted: m.reason_already_deleted,
	not_deleted: m.reason_not_deleted,
	needs_evidence: m.reason_needs_evidence,
	has_evidence: m.reason_has_evidence,
	too_many: m.reason_too_many,
	too_many_stages: m.reason_too_many_stages,
	last_stage: m.reason_last_stage,
	fixed_channel: m.settings_reason_fixed_channel,
	duplicate_link: m.reason_duplicate_link,
	influence_ends: m.reason_influence_ends,
	share_sum: m.reason_share_sum,
	second_primary: m.reason_second_primary,
	overwritten: m.reason_overwritten,
	unknown_key: m.reason_invalid_value,
	unknown_type: m.reason_invalid_value,
};

/** Why one op did nothing. A code this page does not know yet falls back to the server's own sentence. */
export function reasonFor(code: string, sentence?: string): string {
	return Object.hasOwn(reasons, code) ? reasons[code]!() : (sentence ?? m.reason_invalid_value());
}

/** Why a whole edit was refused. */
export function refusal(label: string, error: ApiError): string {
	const what = { label };
	if (error.code === 'forbidden') return m.refused_forbidden(what);
	if (error.code === 'not_found') return m.refused_not_found(what);
	if (error.code === 'too_large') return m.refused_too_large(what);
	return m.refused_other(what);
}
