// The drawn icons of klantreis: 24 grid, 1.6 stroke, round ends, no fill.
// The shapes are ours (design mock-ups); <Icon name size> draws them.

/** Channel icons, by the key of the channel (`ch-website` → `website`). */
export const channelIcons = {
	website: '<rect x="3" y="5" width="18" height="14" rx="2.5"/><path d="M3 9.5h18M6 7.3h.01M8.5 7.3h.01"/>',
	search: '<circle cx="10.5" cy="10.5" r="6"/><path d="m15 15 5 5"/>',
	social:
		'<circle cx="6.5" cy="12" r="2.5"/><circle cx="17" cy="6" r="2.5"/><circle cx="17" cy="18" r="2.5"/><path d="m8.7 10.8 6.1-3.5M8.7 13.2l6.1 3.5"/>',
	ads: '<path d="M4 10v4l11 4.5v-13L4 10ZM15 9.5a2.6 2.6 0 0 1 0 5M7 15.2V18a1.8 1.8 0 0 0 3.5 0"/>',
	email: '<rect x="3" y="5.5" width="18" height="13" rx="2.5"/><path d="m4 7.5 8 6 8-6"/>',
	messaging:
		'<path d="M4 6.5A2.5 2.5 0 0 1 6.5 4h11A2.5 2.5 0 0 1 20 6.5v7a2.5 2.5 0 0 1-2.5 2.5H11l-4.5 4v-4A2.5 2.5 0 0 1 4 13.5Z"/>',
	phone:
		'<path d="M5 4.5h3.5l1.5 4-2 1.5a12 12 0 0 0 6 6l1.5-2 4 1.5V19a1.5 1.5 0 0 1-1.6 1.5C10.5 20 4 13.5 3.5 6.1A1.5 1.5 0 0 1 5 4.5Z"/>',
	store:
		'<path d="M4.5 10.5V19a1 1 0 0 0 1 1h13a1 1 0 0 0 1-1v-8.5M3 8.5 5 4h14l2 4.5a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0ZM9.5 20v-5h5v5"/>',
	workshop:
		'<path d="M14.5 9.5 5 19a1.8 1.8 0 0 1-2.5-2.5L12 7a5 5 0 0 1 6.5-3.5L15.5 6.5l2 2 3-3A5 5 0 0 1 14.5 9.5Z" transform="translate(.7 .8)"/>',
	event: '<path d="M6 21V4M6 5h11l-2 3.5 2 3.5H6"/>',
	print: '<path d="M4 6.5 9.5 5v13L4 19.5ZM9.5 5l5 1.5v13l-5-1.5M14.5 6.5 20 5v13l-5.5 1.5"/>',
	review: '<path d="m12 4 2.4 5 5.4.7-4 3.8 1 5.5-4.8-2.7L7.2 19l1-5.5-4-3.8 5.4-.7Z"/>',
	word: '<circle cx="8" cy="9" r="3"/><path d="M3 19c0-3.5 2-5.5 5-5.5s5 2 5 5.5M16 6.5c1.5 1.5 1.5 4 0 5.5M18.8 4.5c2.6 2.6 2.6 6.9 0 9.5"/>',
	process:
		'<path d="M4.5 12A7.5 7.5 0 0 1 18 7.5M19.5 12A7.5 7.5 0 0 1 6 16.5M18.5 3.5v4h-4M5.5 20.5v-4h4"/>',
	office:
		'<path d="M5 20V5.5A1.5 1.5 0 0 1 6.5 4h7A1.5 1.5 0 0 1 15 5.5V20M15 10h3a1 1 0 0 1 1 1v9M3 20h18M8.5 8h3M8.5 11.5h3M8.5 15h3"/>',
	video: '<rect x="3" y="6.5" width="12.5" height="11" rx="2.5"/><path d="m15.5 11 5.5-3v8l-5.5-3"/>',
	portal:
		'<rect x="3" y="5" width="18" height="14" rx="2.5"/><circle cx="12" cy="10.3" r="2"/><path d="M8.2 16c.5-2 1.9-3 3.8-3s3.3 1 3.8 3"/>',
	partner:
		'<circle cx="8" cy="8" r="2.8"/><circle cx="16" cy="8" r="2.8"/><path d="M3 18.5c0-3.5 2-5.5 5-5.5 1.6 0 3 .6 4 1.7 1-1.1 2.4-1.7 4-1.7 3 0 5 2 5 5.5"/>',
} as const;

/** Lane kinds, navigation and tools. */
export const toolIcons = {
	doing:
		'<circle cx="13" cy="4.8" r="1.8"/><path d="m9 21 2.5-6-2.5-2.5 1.5-5 3.5 1.5 1.5 2.5 3 1M10.5 7.5 7 9.5v3.5M13.5 14l2 2.5 1 4.5"/>',
	touch:
		'<circle cx="12" cy="12" r="8"/><circle cx="12" cy="12" r="3.5"/><path d="M12 2v3M12 19v3M2 12h3M19 12h3"/>',
	decision: '<path d="m12 3.5 8.5 8.5-8.5 8.5L3.5 12Z"/>',
	source: '<path d="M12 7c-2-1.5-5-2-8-2v13c3 0 6 .5 8 2 2-1.5 5-2 8-2V5c-3 0-6 .5-8 2ZM12 7v13"/>',
	expect:
		'<path d="M7.5 16A5 5 0 0 1 7 6.2 6 6 0 0 1 18 8a4.2 4.2 0 0 1-.5 8Z"/><path d="M7.5 19.5h.01M5 21.5h.01"/>',
	emotion: '<circle cx="12" cy="12" r="8.5"/><path d="M8.5 14.5c1.8 2.4 5.2 2.4 7 0M9 9.5h.01M15 9.5h.01"/>',
	need: '<path d="M12 19.5S4 15 4 9.3A4.3 4.3 0 0 1 12 7a4.3 4.3 0 0 1 8 2.3C20 15 12 19.5 12 19.5Z"/>',
	barrier: '<path d="M3.5 8h17v5h-17ZM6.5 13v7M17.5 13v7M6.5 8V5M17.5 8V5M9 8l-3 5M15 8l-3 5"/>',
	gain: '<path d="M4 20V9.5M9.5 20V4.5M14.5 20v-6M20 20V7.5"/>',
	front:
		'<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z"/><circle cx="12" cy="12" r="2.8"/>',
	back: '<path d="M4 4.5 20 19.5M9.8 6A9 9 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a16 16 0 0 1-2.7 3.5M6 8a15 15 0 0 0-3.5 4S6 18.5 12 18.5a9 9 0 0 0 4-.9"/>',
	support: '<path d="m12 4 8.5 4.5L12 13 3.5 8.5ZM3.5 12.5 12 17l8.5-4.5M3.5 16.5 12 21l8.5-4.5"/>',
	oppo: '<path d="M9 17.5c0-2-3-3.6-3-7.3a6 6 0 0 1 12 0c0 3.7-3 5.3-3 7.3ZM9.5 20.5h5"/>',
	action: '<rect x="4" y="4" width="16" height="16" rx="3.5"/><path d="m8 12.2 2.8 2.8L16 9.5"/>',
	metric: '<path d="M4 17a8.5 8.5 0 1 1 16 0M12 15l4-5"/>',
	journeys:
		'<circle cx="6" cy="18" r="2.2"/><circle cx="18" cy="6" r="2.2"/><path d="M8.2 18H15a3.5 3.5 0 0 0 0-7H9a3 3 0 0 1 0-5h6.8"/>',
	groups:
		'<circle cx="9" cy="8" r="3.2"/><path d="M3 19.5c0-4 2.5-6 6-6s6 2 6 6M15.5 5.2a3.2 3.2 0 0 1 0 5.6M17.5 14c2.3.7 3.5 2.5 3.5 5.5"/>',
	research:
		'<path d="M9.5 4v5.5L4.5 18A1.8 1.8 0 0 0 6 20.5h12a1.8 1.8 0 0 0 1.5-2.5l-5-8.5V4M8 4h8M7.5 15h9"/>',
	flow: '<path d="M4 6h3c6 0 4 12 10 12h3M4 18h3c2.4 0 3.6-1.9 4.5-4M20 6h-3c-1.7 0-2.8 1-3.6 2.3"/>',
	report:
		'<path d="M6 3.5h8.5L19 8v11a1.5 1.5 0 0 1-1.5 1.5H6A1.5 1.5 0 0 1 4.5 19V5A1.5 1.5 0 0 1 6 3.5ZM14 3.5V8.5h5M8 13h7M8 16.5h5"/>',
	settings:
		'<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>',
	plus: '<path d="M12 5v14M5 12h14"/>',
	minus: '<path d="M5 12h14"/>',
	x: '<path d="m6 6 12 12M18 6 6 18"/>',
	down: '<path d="m6 9.5 6 6 6-6"/>',
	right: '<path d="m9.5 6 6 6-6 6"/>',
	more: '<path d="M5.5 12h.01M12 12h.01M18.5 12h.01" stroke-width="2.6"/>',
	share: '<path d="M12 15V4M8 7.5 12 3.5l4 4M5 13v5.5A1.5 1.5 0 0 0 6.5 20h11a1.5 1.5 0 0 0 1.5-1.5V13"/>',
	play: '<path d="M7.5 5v14l11-7Z"/>',
	sun: '<circle cx="12" cy="12" r="4"/><path d="M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4"/>',
	moon: '<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z"/>',
	comment: '<path d="M4 5.5h16v11h-9l-4 3.5v-3.5H4Z"/>',
	link: '<path d="M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1"/>',
	filter: '<path d="M4 6h16M7 12h10M10 18h4"/>',
	copy: '<rect x="8.5" y="8.5" width="11.5" height="11.5" rx="2.5"/><path d="M4.5 15V7A2.5 2.5 0 0 1 7 4.5h8"/>',
	tag: '<path d="M4 5.5A1.5 1.5 0 0 1 5.5 4h5.8L20 12.7a1.5 1.5 0 0 1 0 2.1L14.8 20a1.5 1.5 0 0 1-2.1 0L4 11.3ZM8.3 8.3h.01"/>',
	full: '<path d="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5"/>',
	download: '<path d="M12 4v11M8 11.5l4 4 4-4M5 20h14"/>',
	printer: '<path d="M7 8.5V4h10v4.5M7 17H4.5v-8.5h15V17H17M7 14h10v6H7Z"/>',
	check: '<path d="m5 12.5 4.5 4.5L19 7.5"/>',
	ev: '<path d="M7 3.5h7.5L18 7v12.5H7ZM10 10h5M10 13.5h5"/>',
	calendar:
		'<rect x="4" y="5.5" width="16" height="14.5" rx="2.5"/><path d="M4 10h16M8.5 3.5v4M15.5 3.5v4"/>',
	up2: '<path d="M12 19V5M6 11l6-6 6 6"/>',
	down2: '<path d="M12 5v14M6 13l6 6 6-6"/>',
	eq: '<path d="M6 9.5h12M6 14.5h12"/>',
	clock: '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>',
	fit: '<path d="M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5"/>',
	bike: '<circle cx="6" cy="16" r="3.7"/><circle cx="18" cy="16" r="3.7"/><path d="m6 16 4-7h5l3 7M10 9l3.5 7H6M8.5 6.5h3M15 9l-.8-3h2.3"/>',
	data: '<ellipse cx="12" cy="6" rx="7.5" ry="2.8"/><path d="M4.5 6v12c0 1.5 3.4 2.8 7.5 2.8s7.5-1.3 7.5-2.8V6M4.5 12c0 1.5 3.4 2.8 7.5 2.8s7.5-1.3 7.5-2.8"/>',
	loop: '<path d="M17 4.5 20.5 8 17 11.5M20 8H8a4.5 4.5 0 0 0 0 9h5"/>',
	star: '<path d="M12 3.5 14 10l6.5 2-6.5 2-2 6.5-2-6.5-6.5-2 6.5-2Z"/>',
	exit: '<path d="M14 4.5H6v15h8M11 12h9.5M17 8.5l3.5 3.5-3.5 3.5"/>',
	undo: '<path d="M8 5 4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-3"/>',
	redo: '<path d="m16 5 4 4-4 4M20 9H10a5.5 5.5 0 0 0 0 11h3"/>',
	grip: '<path d="M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01" stroke-width="2.6"/>',
	trash: '<path d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 12.5h9l1-12.5M10 10.5v5.5M14 10.5v5.5"/>',
	pencil:
		'<path d="M4.5 19.5l1-4.5L16.5 4a1.8 1.8 0 0 1 2.5 0l1 1a1.8 1.8 0 0 1 0 2.5L9 18.5ZM14.5 6l3.5 3.5"/>',
	image:
		'<rect x="3.5" y="5" width="17" height="14" rx="2.5"/><circle cx="9" cy="10" r="1.7"/><path d="m4 17 5-4 3.5 2.5 3-2.5 5 4"/>',
	keyboard:
		'<rect x="2.5" y="6" width="19" height="12" rx="2.5"/><path d="M6.5 10h.01M10 10h.01M13.5 10h.01M17 10h.01M8.5 14h7"/>',
	help: '<circle cx="12" cy="12" r="8.5"/><path d="M9.7 9.6a2.4 2.4 0 1 1 3.5 2.1c-.8.4-1.2.9-1.2 1.8M12 16.6h.01"/>',
	left: '<path d="m14.5 6-6 6 6 6"/>',
	arrow: '<path d="M5 12h13M13 6.5l5.5 5.5-5.5 5.5"/>',
	compact:
		'<rect x="4" y="4" width="4" height="16" rx="1"/><rect x="10" y="4" width="4" height="16" rx="1"/><rect x="16" y="4" width="4" height="16" rx="1"/>',
} as const;

export const icons = { ...channelIcons, ...toolIcons };

export type IconName = keyof typeof icons;

/** The icon of a channel, from its id or key; unknown channels get a plain dot. */
export function channelIcon(channel: string | undefined): IconName {
	const key = (channel ?? '').split('/').pop()!.replace(/^ch-/, '');
	return Object.hasOwn(channelIcons, key) ? (key as IconName) : 'process';
}
