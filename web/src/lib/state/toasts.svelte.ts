// Short messages at the edge of the screen: why an edit did not take, what went wrong. <Toasts> in $lib/ui shows them.

export interface Toast {
	id: number;
	text: string;
	tone: 'plain' | 'bad';
	/** A button in the message, such as undo. */
	action?: { label: string; run: () => void };
}

/** Long enough to read two sentences. */
const shownMs = 7000;

class Toasts {
	#list = $state.raw<readonly Toast[]>([]);
	#last = 0;

	get list(): readonly Toast[] {
		return this.#list;
	}

	/** Shows a message; the same words are not shown twice at once. */
	show(text: string, more: Partial<Omit<Toast, 'id' | 'text'>> = {}): void {
		const toast: Toast = { tone: 'plain', ...more, text, id: ++this.#last };
		this.#list = [...this.#list.filter((other) => other.text !== text), toast].slice(-3);
		setTimeout(() => this.dismiss(toast.id), shownMs);
	}

	dismiss(id: number): void {
		this.#list = this.#list.filter((toast) => toast.id !== id);
	}
}

export const toasts = new Toasts();
