/**
 * What of the map is on screen: the filter, the saved view, and which lanes are hidden or folded. A view is chosen
 * for this screen only; what is changed in it stays here until it is saved.
 */
import type { Card, Journey, Lane, View } from '$lib/api';
import { keep, remember } from '../remember';
import {
	cardsThrough,
	fromAddress,
	isEmpty,
	noFilter,
	sameFilter,
	toAddress,
	toggled,
	type Filter,
	type FilterPart,
} from './filter';

/** What a view keeps of the screen. */
export type ViewProps = Omit<View, 'id' | 'name' | 'audience'>;

const VIEW = 'view';

export class Shown {
	readonly #journey: () => Journey;
	readonly #journeyId: string;
	#filter = $state.raw<Filter>(noFilter);
	#viewId = $state<string | undefined>();
	/** Hidden lanes of the chosen view; without a view the journey says which are hidden. */
	#hidden = $state.raw<ReadonlySet<string>>(new Set());
	#folded = $state.raw<Readonly<Record<string, boolean>>>({});
	/** How lanes were folded before the view was chosen. */
	#foldedBefore: Readonly<Record<string, boolean>> = {};

	/** The view that was chosen; deleted views are none. */
	readonly view: View | undefined = $derived.by(() =>
		this.#viewId ? this.views.find((view) => view.id === this.#viewId) : undefined,
	);
	readonly cards: readonly Card[] = $derived.by(() => cardsThrough(this.#filter, this.#journey()));

	constructor(journeyId: string, journey: () => Journey) {
		this.#journeyId = journeyId;
		this.#journey = journey;
		this.#folded = remember(journeyId).folded ?? {};
	}

	get views(): readonly View[] {
		return this.#journey().views ?? [];
	}
	get filter(): Filter {
		return this.#filter;
	}
	get filtered(): boolean {
		return !isEmpty(this.#filter);
	}

	/** Shows only what passes. */
	setFilter(filter: Filter): void {
		this.#filter = filter;
	}
	toggle(part: FilterPart, value: string): void {
		this.#filter = toggled(this.#filter, part, value);
	}
	clear(): void {
		this.#filter = noFilter;
	}

	isHidden(lane: Pick<Lane, 'id' | 'hidden'>): boolean {
		return this.view ? this.#hidden.has(lane.id) : lane.hidden;
	}

	/** Hides or shows a lane in the chosen view. Without a view that is an edit of the journey. */
	hideInView(laneId: string, hidden: boolean): void {
		const next = new Set(this.#hidden);
		if (hidden) next.add(laneId);
		else next.delete(laneId);
		this.#hidden = next;
	}

	/** Whether a lane is folded; `usual` holds until somebody folds or unfolds it. */
	isFolded(id: string, usual: boolean): boolean {
		return this.#folded[id] ?? usual;
	}

	setFolded(ids: readonly string[], folded: boolean): void {
		this.#folded = { ...this.#folded, ...Object.fromEntries(ids.map((id) => [id, folded])) };
		if (!this.view) keep(this.#journeyId, { folded: this.#folded });
	}

	choose(view: View): void {
		if (!this.view) this.#foldedBefore = this.#folded;
		this.#viewId = view.id;
		this.#hidden = new Set(view.hiddenLaneIds ?? []);
		this.#filter = filterOf(view);
		const folded = new Set(view.foldedLaneIds ?? []);
		const lanes = this.#journey().lanes;
		this.#folded = {
			...this.#foldedBefore,
			...Object.fromEntries(lanes.map((lane) => [lane.id, folded.has(lane.id)])),
		};
	}

	/** Back to everything, as it was before a view was chosen. */
	leaveView(): void {
		if (this.#viewId) this.#folded = this.#foldedBefore;
		this.#viewId = undefined;
		this.#filter = noFilter;
	}

	/** What is on screen, as a view keeps it. `usual` tells which lanes are folded of their own accord. */
	asView(usual: (lane: Lane) => boolean): ViewProps {
		const { lanes } = this.#journey();
		const ids = (list: readonly Lane[]) => list.map((lane) => lane.id);
		return {
			hiddenLaneIds: ids(lanes.filter((lane) => this.isHidden(lane))),
			foldedLaneIds: ids(lanes.filter((lane) => this.isFolded(lane.id, usual(lane)))),
			tags: [...this.#filter.tags],
			situations: [...this.#filter.situations],
			experienceLevels: [...this.#filter.levels],
			hideGuesses: this.#filter.evidence.join() === 'known',
		};
	}

	/** The query of an address that shows the same, "" when everything is shown. */
	get address(): string {
		const params = new URLSearchParams();
		if (this.view) params.set(VIEW, this.view.id);
		if (!this.view || !sameFilter(this.#filter, filterOf(this.view))) toAddress(this.#filter, params);
		const query = params.toString();
		return query && `?${query}`;
	}

	/** Shows what an address asks for. */
	readAddress(search: string): void {
		const params = new URLSearchParams(search);
		const view = this.views.find(({ id }) => id === params.get(VIEW));
		if (view) this.choose(view);
		const filter = fromAddress(params);
		if (!view || !isEmpty(filter)) this.#filter = filter;
	}
}

function filterOf(view: View): Filter {
	return {
		tags: view.tags ?? [],
		situations: view.situations ?? [],
		levels: view.experienceLevels ?? [],
		triggers: [],
		evidence: view.hideGuesses ? ['known'] : [],
	};
}
