/** Rows of a spreadsheet as text: cells apart by tabs, rows by line ends, quoted where a cell holds either. Pure. */
import type { Journey } from '$lib/api';
import type { Lang } from '$lib/i18n';
import { oneLine } from '$lib/i18n';
import { newId, type Op } from '$lib/ops';
import { addEntity, BODY_LENGTH_MAX, cellCards, noChannel, TITLE_LENGTH_MAX } from '../edits';
import { laneKind } from '../kinds';

export type Rows = readonly (readonly string[])[];

/** Reads the text of cells that were copied. Empty rows at the end go; every row keeps its own length. */
export function readRows(text: string): string[][] {
	const rows: string[][] = [[]];
	let at = 0;
	while (at < text.length) {
		const quoted = text[at] === '"' ? quotedCell(text, at) : undefined;
		const end = quoted?.end ?? plainEnd(text, at);
		rows.at(-1)?.push(quoted?.value ?? text.slice(at, end));
		at = end;
		if (text[at] === '\t') {
			at++;
			if (at === text.length || text[at] === '\n' || text[at] === '\r') rows.at(-1)?.push('');
		}
		const line = text.startsWith('\r\n', at) ? 2 : text[at] === '\n' || text[at] === '\r' ? 1 : 0;
		if (line) rows.push([]);
		at += line;
	}
	while (rows.at(-1)?.every((cell) => cell.trim() === '')) rows.pop();
	return rows;
}

function plainEnd(text: string, from: number): number {
	const length = text.slice(from).search(/[\t\r\n]/);
	return length < 0 ? text.length : from + length;
}

/** A cell in quotes, when the quotes close right before a tab, a line end or the end; else the quote is a letter. */
function quotedCell(text: string, from: number): { value: string; end: number } | undefined {
	for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 2)) {
		if (text[at + 1] === '"') continue;
		const next = text[at + 1];
		if (next !== undefined && !'\t\r\n'.includes(next)) return undefined;
		return { value: text.slice(from + 1, at).replaceAll('""', '"'), end: at + 1 };
	}
	return undefined;
}

/** What pasting these rows would make. */
export interface RowsPlan {
	/** Per stage from the first on, the texts that become cards, in order. */
	columns: { stageId: string; texts: string[] }[];
	count: number;
	/** Filled cells right of the last stage. */
	left: number;
}

/** Lays rows over the stages from one on: a column of the sheet is a stage, a row is a further card. */
export function planRows(rows: Rows, stages: readonly string[], fromStageId: string): RowsPlan {
	const from = Math.max(0, stages.indexOf(fromStageId));
	const texts = (col: number) => rows.map((row) => (row[col] ?? '').trim()).filter(Boolean);
	const width = Math.max(0, ...rows.map((row) => row.length));
	const all = Array.from({ length: width }, (_, col) => ({ stageId: stages[from + col], texts: texts(col) }));
	const columns = all.flatMap(({ stageId, texts: list }) =>
		stageId && list.length ? [{ stageId, texts: list }] : [],
	);
	const sum = (list: readonly { texts: string[] }[]) => list.reduce((n, each) => n + each.texts.length, 0);
	return { columns, count: sum(columns), left: sum(all) - sum(columns) };
}

/** The ops of a plan: cards of the lane's first kind, after the card that has the focus or at the end of the cell. */
export function rowsOps(
	plan: RowsPlan,
	journey: Journey,
	at: { stageId: string; laneId: string; cardId?: string },
	lang: Lang,
	channels: readonly { id: string }[],
): { ops: Op[]; ids: string[] } {
	const lane = journey.lanes.find((each) => each.id === at.laneId);
	const type = lane && laneKind(lane.type).cards[0];
	const made = plan.columns.flatMap(({ stageId, texts }) => {
		const cell = cellCards(journey, stageId, at.laneId);
		const after = cell.find((card) => card.id === at.cardId)?.order ?? cell.length;
		return texts.map((text, i) => {
			const { title, body } = split(text);
			if (!type) {
				const kind = lane?.type as 'opportunity' | 'action' | 'metric';
				return addEntity(kind, stageId, lang, title, noChannel(channels));
			}
			const id = newId();
			const pos = { stageId, laneId: at.laneId, order: after + i + 1 };
			const props = { type, title: { [lang]: title }, ...(body ? { body: { [lang]: body } } : {}) };
			return { id, ops: [{ op: 'insert', id, type: 'card', pos, props } as Op] };
		});
	});
	return { ops: made.flatMap((each) => each.ops), ids: made.map((each) => each.id) };
}

/** A title is one short line; what is longer stands in the text of the card as well. */
function split(text: string): { title: string; body?: string } {
	const title = oneLine(text);
	const kept = title.slice(0, TITLE_LENGTH_MAX);
	return title.length > TITLE_LENGTH_MAX || /[\r\n]/.test(text)
		? { title: kept, body: text.slice(0, BODY_LENGTH_MAX) }
		: { title: kept };
}
