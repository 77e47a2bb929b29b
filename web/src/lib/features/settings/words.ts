/** Words for the choices of the settings, in the order in which they are offered. */
import type { Channel, Member, Organisation } from '$lib/api';
import { m } from '$lib/i18n';

export const phases = (): { value: NonNullable<Organisation['phase']>; label: string }[] => [
	{ value: 'starting', label: m.settings_phase_starting() },
	{ value: 'established', label: m.settings_phase_established() },
];

export const channelKinds = (): { value: Channel['kind']; label: string }[] => [
	{ value: 'owned', label: m.settings_channel_owned() },
	{ value: 'paid', label: m.settings_channel_paid() },
	{ value: 'earned', label: m.settings_channel_earned() },
	{ value: 'partner', label: m.settings_channel_partner() },
];

export const channelModes = (): { value: Channel['mode']; label: string }[] => [
	{ value: 'online', label: m.settings_channel_online() },
	{ value: 'offline', label: m.settings_channel_offline() },
];

export const roles = (): { value: Member['role']; label: string }[] => [
	{ value: 'owner', label: m.settings_role_owner() },
	{ value: 'editor', label: m.settings_role_editor() },
	{ value: 'scorer', label: m.settings_role_scorer() },
	{ value: 'reader', label: m.settings_role_reader() },
];

const perspectiveNames: Record<string, () => string> = {
	sales: m.settings_perspective_sales,
	service: m.settings_perspective_service,
	marketing: m.settings_perspective_marketing,
	customer: m.settings_perspective_customer,
	advice: m.settings_perspective_advice,
	back_office: m.settings_perspective_back_office,
	external: m.settings_perspective_external,
};

/** The usual perspectives, and the own one of a member that has another. */
export function perspectives(own: string | undefined): { value: string; label: string }[] {
	const usual = Object.entries(perspectiveNames).map(([value, label]) => ({ value, label: label() }));
	if (!own || Object.hasOwn(perspectiveNames, own)) return usual;
	return [{ value: own, label: own }, ...usual];
}
