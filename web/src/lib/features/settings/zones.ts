/** Time zones, as this browser knows them. */

/** All of them by name; the workspace's own is there too, when a browser does not know it. */
export function zones(own?: string): string[] {
	const known = Intl.supportedValuesOf('timeZone');
	return [...new Set([...known, 'UTC', ...(own ? [own] : [])])].sort();
}

/** The zone of this device. */
export function deviceZone(): string {
	return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The zone that somebody typed or chose, whatever its capitals: "europe/amsterdam", "Amsterdam", "new york". */
export function zoneOf(typed: string, list: readonly string[]): string | undefined {
	const plain = (name: string) => name.trim().toLowerCase().replaceAll(' ', '_');
	const wanted = plain(typed);
	const exact = list.find((name) => plain(name) === wanted);
	if (exact || wanted === '') return exact;
	const places = list.filter((name) => plain(name).split('/').at(-1) === wanted);
	return places.length === 1 ? places[0] : undefined;
}
