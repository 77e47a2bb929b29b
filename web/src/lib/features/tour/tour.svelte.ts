/** The tour: open or not, at which step, and whether this browser has seen it. */

const key = 'klantreis.tour';

class Tour {
	#step = $state<number | undefined>();
	/** Whoever asked for it is led by the focus; when it begins by itself, it leaves the focus alone. */
	#asked = $state(false);

	/** From 0; undefined when it is closed. */
	get step(): number | undefined {
		return this.#step;
	}

	get asked(): boolean {
		return this.#asked;
	}

	/** Begins, or begins again. */
	start(): void {
		this.#asked = true;
		this.#step = 0;
	}

	/** Begins by itself, once in a browser. */
	offer(): void {
		if (this.#step === undefined && !seen()) this.#step = 0;
	}

	go(step: number): void {
		this.#asked = true;
		this.#step = step;
	}

	close(): void {
		this.#step = undefined;
		this.#asked = false;
		try {
			localStorage.setItem(key, 'seen');
		} catch {
			// Private windows may refuse: it is then offered again.
		}
	}
}

function seen(): boolean {
	try {
		return localStorage.getItem(key) !== null;
	} catch {
		return false;
	}
}

export const tour = new Tour();
