// Sentences for what the server or the document did not accept, in the chosen language.
import type { ApiError } from '$lib/api';
import { m } from '$lib/i18n';

const reasons: Record<string, () => string> = {
	not_found: m.reason_not_found,
	exists: m.reason_exists,
	invalid: m.reason_invalid,
	fixed: m.reason_fixed,
	derived: m.reason_derived,
	overwritten: m.reason_overwritten,
};

/** Why one op did nothing. A code this page does not know yet falls back to the server's own sentence. */
export function reasonFor(code: string, sentence?: string): string {
	return Object.hasOwn(reasons, code) ? reasons[code]!() : (sentence ?? m.reason_invalid());
}

/** Why a whole edit was refused. */
export function refusal(label: string, error: ApiError): string {
	const what = { label };
	if (error.code === 'forbidden') return m.refused_forbidden(what);
	if (error.code === 'not_found') return m.refused_not_found(what);
	if (error.code === 'too_large') return m.refused_too_large(what);
	return m.refused_other(what);
}
