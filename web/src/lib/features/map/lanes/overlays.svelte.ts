/** Which other journeys lie over the emotion lane of a map, fetched when chosen and remembered in this browser. */
import { api, type Journey } from '$lib/api';
import { OVERLAYS_MAX } from '../layout/overlay';
import type { MapState } from '../state.svelte';

const key = (journeyId: string) => `klantreis.overlay.${journeyId}`;

export class Overlays {
	readonly #journeyId: string;
	#ids = $state.raw<readonly string[]>([]);
	#journeys = $state.raw<ReadonlyMap<string, Journey>>(new Map());

	constructor(journeyId: string) {
		this.#journeyId = journeyId;
		for (const id of remembered(journeyId).slice(0, OVERLAYS_MAX)) void this.add(id);
	}

	/** The journeys that are drawn, in the order in which they were chosen. */
	get list(): readonly Journey[] {
		return this.#ids.flatMap((id) => this.#journeys.get(id) ?? []);
	}

	get full(): boolean {
		return this.#ids.length >= OVERLAYS_MAX;
	}

	has(id: string): boolean {
		return this.#ids.includes(id);
	}

	/** A journey that cannot be opened any more is left out without a word. */
	async add(id: string): Promise<void> {
		if (this.has(id) || this.full) return;
		this.#keep([...this.#ids, id]);
		try {
			const { journey } = await api.journey(id);
			this.#journeys = new Map([...this.#journeys, [id, journey]]);
		} catch {
			this.remove(id);
		}
	}

	remove(id: string): void {
		this.#keep(this.#ids.filter((other) => other !== id));
	}

	#keep(ids: readonly string[]): void {
		this.#ids = ids;
		try {
			localStorage.setItem(key(this.#journeyId), JSON.stringify(ids));
		} catch {
			// Private windows may refuse.
		}
	}
}

function remembered(journeyId: string): string[] {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(key(journeyId)) ?? '[]');
		return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
	} catch {
		return [];
	}
}

/** One set per map, shared by the lines in the lane and their legend in the rail. */
const ofMap = new WeakMap<MapState, Overlays>();

export function overlaysOf(map: MapState): Overlays {
	const found = ofMap.get(map) ?? new Overlays(map.journey.id);
	ofMap.set(map, found);
	return found;
}
