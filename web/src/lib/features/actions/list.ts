// The action list: one row for each action of one journey or of all, filtered and sorted. Pure; days are those of
// the reader's calendar, written as 2026-08-31.
import type {
	Action,
	Channel,
	GuidingPrinciple,
	Journey,
	Member,
	Opportunity,
	Stage,
	Workspace,
} from '$lib/api';
import { text, type Lang } from '$lib/i18n';

/** An action with what it refers to. */
export interface Row {
	/** Its own among the rows of every journey. */
	key: string;
	action: Action;
	journey: Journey;
	stage: Stage | undefined;
	channel: Channel | undefined;
	owner: Member | undefined;
	opportunity: Opportunity | undefined;
	/** The principles it clashes with, in their order. */
	conflicts: GuidingPrinciple[];
	/** How many principles it fits. */
	fits: number;
}

export type Show = 'open' | 'overdue' | 'mine' | 'done' | 'all';
export const shows: readonly Show[] = ['open', 'overdue', 'mine', 'done', 'all'];

export type SortKey = 'title' | 'stage' | 'channel' | 'owner' | 'due' | 'status';
export const sortKeys: readonly SortKey[] = ['due', 'stage', 'channel', 'owner', 'status', 'title'];

export interface Order {
	by: SortKey;
	down: boolean;
}

/** The principles that hold for a journey, in order: those it names, or all. */
export function principlesOf(
	journey: Pick<Journey, 'principleIds'>,
	workspace: Pick<Workspace, 'guidingPrinciples'>,
): GuidingPrinciple[] {
	const named = journey.principleIds ?? [];
	return workspace.guidingPrinciples
		.filter(({ id }) => named.length === 0 || named.includes(id))
		.sort((a, b) => a.order - b.order);
}

/** Every action of a journey as a row. */
export function rowsOf(journey: Journey, workspace: Workspace): Row[] {
	const byId = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((each) => [each.id, each]));
	const stages = byId(journey.stages);
	const channels = byId(workspace.channels);
	const members = byId(workspace.members);
	const opportunities = byId(journey.opportunities);
	const principles = principlesOf(journey, workspace);
	return journey.actions.map((action) => {
		const verdict = new Map(action.principleChecks?.map((check) => [check.principleId, check.verdict]));
		return {
			key: `${journey.id}/${action.id}`,
			action,
			journey,
			stage: stages.get(action.stageId),
			channel: channels.get(action.channelId),
			owner: members.get(action.ownerId ?? ''),
			opportunity: opportunities.get(action.opportunityId ?? ''),
			conflicts: principles.filter(({ id }) => verdict.get(id) === 'conflicts'),
			fits: principles.filter(({ id }) => verdict.get(id) === 'fits').length,
		};
	});
}

/** Whether something is still to be done. */
export function isOpen({ status }: Pick<Action, 'status'>): boolean {
	return status === 'open' || status === 'doing';
}

export function isOverdue(action: Pick<Action, 'status' | 'due'>, today: string): boolean {
	return isOpen(action) && action.due !== undefined && action.due < today;
}

/** The rows a filter lets through; `me` is the member at this browser. */
export function shown(rows: readonly Row[], show: Show, today: string, me: string | undefined): Row[] {
	switch (show) {
		case 'open':
			return rows.filter(({ action }) => isOpen(action));
		case 'overdue':
			return rows.filter(({ action }) => isOverdue(action, today));
		case 'mine':
			return rows.filter(({ action }) => isOpen(action) && me !== undefined && action.ownerId === me);
		case 'done':
			return rows.filter(({ action }) => action.status === 'done');
		case 'all':
			return [...rows];
	}
}

const rank: Record<Action['status'], number> = { doing: 0, open: 1, done: 2, dropped: 3 };

/** Rows in order; what a row lacks to be sorted by stands last, whichever way. Equal rows keep their order. */
export function sorted(rows: readonly Row[], order: Order, lang: Lang): Row[] {
	const words = new Intl.Collator(lang, { numeric: true, sensitivity: 'base' });
	const value = (row: Row): string | number | undefined => {
		switch (order.by) {
			case 'title':
				return text(row.action.title, lang);
			case 'stage':
				return row.stage?.order;
			case 'channel':
				return row.channel && text(row.channel.name, lang);
			case 'owner':
				return row.owner?.name;
			case 'due':
				return row.action.due;
			case 'status':
				return rank[row.action.status];
		}
	};
	const compare = (a: string | number, b: string | number) =>
		typeof a === 'number' && typeof b === 'number' ? a - b : words.compare(String(a), String(b));
	const keyed = rows.map((row) => ({ row, key: value(row) }));
	keyed.sort((a, b) => {
		if (a.key === undefined || b.key === undefined)
			return Number(a.key === undefined) - Number(b.key === undefined);
		return (order.down ? -1 : 1) * compare(a.key, b.key);
	});
	return keyed.map(({ row }) => row);
}

const dayMs = 86_400_000;

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}
