// Figures on their way in: a table is read by the server, its columns get a meaning, what was read is shown, and only
// then, and only when somebody says so, it is stored.
import {
	api as defaultApi,
	ApiError,
	type Api,
	type Figures,
	type Journey,
	type TableAnswer,
} from '$lib/api';
import { m, type Lang } from '$lib/i18n';
import { prefs, type JourneyStore } from '$lib/state';
import { guessed, mappingOf, type Choice } from './mapping';
import { groupsOf, storeOps, type Group } from './plan';

export type Step = 'choose' | 'columns' | 'check';

export class FigureImport {
	readonly #store: JourneyStore;
	readonly #api: Pick<Api, 'readTable' | 'readMeasures'>;
	#file: Blob | undefined;
	#name = '';
	step = $state<Step>('choose');
	locale = $state<Lang>(prefs.lang);
	choice = $state<Choice>();
	groups = $state<Group[]>([]);
	#table = $state.raw<TableAnswer>();
	#figures = $state.raw<Figures>();
	#trouble = $state('');
	#busy = $state(false);

	constructor(store: JourneyStore, api: Pick<Api, 'readTable' | 'readMeasures'> = defaultApi) {
		this.#store = store;
		this.#api = api;
	}

	get table(): TableAnswer | undefined {
		return this.#table;
	}

	get figures(): Figures | undefined {
		return this.#figures;
	}

	/** What went wrong, in a sentence. */
	get trouble(): string {
		return this.#trouble;
	}

	get busy(): boolean {
		return this.#busy;
	}

	get #journey(): Journey | undefined {
		return this.#store.journey;
	}

	/** Whether everything that is needed has been chosen. */
	get ready(): boolean {
		return this.choice !== undefined && mappingOf(this.choice, this.#table!) !== undefined;
	}

	/** Looks at a table; `name` is where it comes from. */
	async look(file: Blob, name: string): Promise<void> {
		await this.#ask(async () => {
			this.#table = await this.#api.readTable(file);
			this.#file = file;
			this.#name = name;
			this.choice = guessed(this.#table);
			this.step = 'columns';
		});
	}

	/** Reads the figures as they are now understood. */
	async read(): Promise<void> {
		const [file, choice, table] = [this.#file, this.choice, this.#table];
		const mapping = choice && table && mappingOf(choice, table);
		const journey = this.#journey;
		if (!file || !mapping || !journey) return;
		await this.#ask(async () => {
			const figures = await this.#api.readMeasures(file, this.locale, mapping);
			const first = [...journey.stages].sort((a, b) => a.order - b.order)[0]!;
			this.#figures = figures;
			this.groups = groupsOf(figures.points, journey.metrics, first.id, this.#shares(figures), this.#name);
			this.step = 'check';
		});
	}

	/** Names of measures that are shares, unless their values say otherwise. */
	#shares({ points }: Figures): Set<string> {
		const choice = this.choice!;
		const percent = (index: number | undefined) =>
			this.#table!.columns.find((column) => column.index === index)?.samples.some((cell) =>
				cell.includes('%'),
			) ?? false;
		if (choice.mode === 'named')
			return new Set(percent(choice.value) ? points.map(({ metric }) => metric.trim()) : []);
		return new Set(
			choice.wanted
				.filter(({ kind, value }) => kind === 'ratio' || percent(value))
				.map(({ name }) => name.trim()),
		);
	}

	/** Stores what was read as one edit. Answers whether that went well. */
	store(): boolean {
		const journey = this.#journey;
		if (!journey) return false;
		// An edit is kept and sent: it takes plain values.
		const groups = $state.snapshot(this.groups);
		const count = groups.reduce((sum, { points }) => sum + points.length, 0);
		return this.#store.edit(storeOps(groups, journey.metrics, prefs.lang), m.imp_did({ count }));
	}

	async #ask(question: () => Promise<void>): Promise<void> {
		this.#busy = true;
		this.#trouble = '';
		try {
			await question();
		} catch (cause) {
			this.#trouble = troubleOf(cause);
		} finally {
			this.#busy = false;
		}
	}
}

function troubleOf(cause: unknown): string {
	const code = cause instanceof ApiError ? cause.code : 'internal';
	if (code === 'offline' || code === 'unavailable') return m.trouble_offline_body();
	if (code === 'unauthenticated') return m.waiting_session();
	if (code === 'too_large') return m.imp_too_large();
	return m.imp_unreadable();
}
