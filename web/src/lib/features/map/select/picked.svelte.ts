/** What is picked on the map to be moved, copied, tagged or deleted together. */

const none: ReadonlySet<string> = new Set();

export class Picked {
	readonly #shown: (id: string) => boolean;
	#chosen = $state.raw<ReadonlySet<string>>(none);
	/** Where a range begins. */
	anchor: string | undefined;

	/** What is deleted or filtered away meanwhile is no longer picked. */
	readonly ids: ReadonlySet<string> = $derived.by(() =>
		this.#chosen.size ? new Set([...this.#chosen].filter((id) => this.#shown(id))) : none,
	);

	constructor(shown: (id: string) => boolean) {
		this.#shown = shown;
	}

	get size(): number {
		return this.ids.size;
	}

	/** Asked of what is on screen; so that an edit need not ask every card anew, it does not look who else is shown. */
	has(id: string): boolean {
		return this.#chosen.has(id);
	}

	set(ids: Iterable<string>): void {
		this.#chosen = new Set(ids);
	}

	/** Adds one, or takes it out. */
	toggle(id: string): void {
		const ids = new Set(this.ids);
		if (!ids.delete(id)) ids.add(id);
		this.anchor = id;
		this.#chosen = ids;
	}

	/** Nothing is picked any more; the next range begins at `anchor`. */
	clear(anchor?: string): void {
		this.anchor = anchor;
		if (this.#chosen.size) this.#chosen = none;
	}

	/** What an act on `id` is about: all that is picked when it is one of several, else itself. */
	with(id: string): string[] {
		return this.size > 1 && this.ids.has(id) ? [...this.ids] : [id];
	}
}
