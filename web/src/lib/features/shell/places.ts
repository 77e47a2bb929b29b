// The main places of klantreis, as the rail and the menu on a phone lead to them.
import type { IconName } from '$lib/icons';
import { m } from '$lib/i18n';

export type Place = 'journeys' | 'groups' | 'actions' | 'search' | 'settings';

export const places: readonly { place: Place; href: string; icon: IconName; label: () => string }[] = [
	{ place: 'journeys', href: '/', icon: 'journeys', label: m.journeys },
	{ place: 'groups', href: '/groups', icon: 'groups', label: m.group_title },
	{ place: 'actions', href: '/actions', icon: 'action', label: m.view_actions },
	{ place: 'search', href: '/search', icon: 'search', label: m.search_name },
	{ place: 'settings', href: '/settings', icon: 'settings', label: m.settings_title },
];

/** Where an address belongs; a journey belongs to the journeys. */
export function placeOf(path: string): Place {
	const first = path.split('/')[1];
	return places.find(({ place }) => place === first)?.place ?? 'journeys';
}
