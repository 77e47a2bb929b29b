/** Copying, cutting and pasting on the map: what the keys, the menus and the palette do. */
import { m } from '$lib/i18n';
import { toasts } from '$lib/state';
import { deleteStage as deleteStageOps, STAGES_MAX } from '../edits';
import { deleteStage, removeLane } from '../actions';
import { laneKind } from '../kinds';
import { removePicked } from '../select/acts';
import type { MapState, PasteSpot } from '../state.svelte';
import { clipOf, clipOfLane, clipOfStage, html, isEmptyClip, plainText, readClip, type Clip } from './clip';
import { paste, type Spot } from './paste';
import { planRows, readRows, rowsOps, type Rows } from './tsv';

/** From this many cards on, pasting rows asks first. */
const ASK_FROM = 20;

/** What the map was told to copy from a menu, where the focus does not say it. */
let asked: { id: string } | 'picked' | undefined;

/** Copies or cuts from a menu: the browser lets a page write to the clipboard while it handles the event this makes. */
export function copyFrom(id: string, how: 'copy' | 'cut'): void {
	asked = { id };
	document.execCommand(how);
	asked = undefined;
}

export function copyPicked(how: 'copy' | 'cut'): void {
	asked = 'picked';
	document.execCommand(how);
	asked = undefined;
}

const inField = (node: Element | null) =>
	node?.closest('input, textarea, select, [contenteditable="true"]') != null;

/** The stop of the map that has the focus, or had it last. */
function focused(): HTMLElement | undefined {
	const active = document.activeElement;
	const board = document.querySelector<HTMLElement>('.board');
	if (!board || (active && active !== document.body && !board.contains(active))) return undefined;
	const stop = active?.closest<HTMLElement>('[data-stop]');
	return stop ?? board.querySelector<HTMLElement>('[data-stop][tabindex="0"]') ?? undefined;
}

/** What is to be copied. */
function subject(map: MapState): string | 'picked' | undefined {
	if (asked) return asked === 'picked' ? 'picked' : asked.id;
	const stop = focused();
	const id = stop?.dataset.selects ?? stop?.dataset.stop;
	if (!stop || !id) return map.picked.size ? 'picked' : undefined;
	if (map.picked.size > 1 && (map.picked.has(id) || !stop.dataset.kind)) return 'picked';
	return id;
}

function clipFor(map: MapState, what: string): Clip {
	const { journey, workspace } = map;
	if (what === 'picked') return clipOf(journey, workspace, map.picked.ids);
	if (map.stageOf(what)) return clipOfStage(journey, workspace, what);
	if (map.laneOf(what)) return clipOfLane(journey, workspace, what);
	return clipOf(journey, workspace, new Set([what]));
}

/** Handles the copy and cut events of the page. */
export function oncopy(map: MapState, event: ClipboardEvent): void {
	const marked = document.getSelection()?.toString() ?? '';
	if (!asked && (inField(document.activeElement) || marked || map.dialog)) return;
	const what = subject(map);
	if (!what || !event.clipboardData) return;
	const clip = clipFor(map, what);
	if (isEmptyClip(clip)) return;
	const plain = plainText(clip, map.t);
	event.clipboardData.setData('text/plain', plain);
	event.clipboardData.setData('text/html', html(clip, plain));
	event.preventDefault();
	const n = plain.split('\n').length;
	map.announce(n === 1 ? m.map_said_copied_one() : m.map_said_copied({ n }));
	if (event.type === 'cut') cut(map, what);
}

function cut(map: MapState, what: string): void {
	const stage = map.stageOf(what);
	const lane = map.laneOf(what);
	const first = what === 'picked' ? [...map.picked.ids][0] : what;
	if (lane) removeLane(map, lane);
	else if (stage && map.stages.length > 1) deleteStage(map, stage, deleteStageOps(stage.id));
	else if (stage) toasts.show(m.map_stage_last(), { tone: 'bad' });
	else if (first) removePicked(map, first);
}

/** The cell, card or head that has the focus. */
function spotOf(map: MapState, stop: HTMLElement | undefined): Spot {
	const row = stop?.closest<HTMLElement>('[data-row]')?.dataset.row ?? '';
	const col = Number(stop?.closest<HTMLElement>('[data-col]')?.dataset.col ?? 0);
	const id = stop?.dataset.stop;
	return {
		stageId: map.shownStages[col - 1]?.id,
		laneId: map.laneOf(row)?.id,
		cardId: id !== undefined && map.cardById.has(id) ? id : undefined,
	};
}

/** Handles the paste event of the page: a copy of a map, a picture, or rows of text. */
export function onpaste(map: MapState, event: ClipboardEvent): void {
	if (inField(document.activeElement) || map.dialog || !event.clipboardData) return;
	const stop = focused();
	if (!stop) return;
	const spot = spotOf(map, stop);
	const clip = readClip(event.clipboardData.getData('text/html'));
	const picture = [...event.clipboardData.files].find((file) => file.type.startsWith('image/'));
	const text = event.clipboardData.getData('text/plain');
	if (clip) pasteClip(map, clip, spot);
	else if (text.trim()) pasteText(map, text, spot);
	else if (picture && map.onpasteimage) map.onpasteimage(picture, pictureSpot(map, stop, spot));
	else return;
	event.preventDefault();
}

function pasteClip(map: MapState, clip: Clip, spot: Spot): void {
	const { ops, ids, homeless, dropped, refused } = paste(clip, map.journey, map.workspace, spot);
	if (refused) return toasts.show(m.map_stage_max({ n: STAGES_MAX }), { tone: 'bad' });
	if (homeless) toasts.show(m.map_said_homeless({ n: homeless }), { tone: 'bad' });
	if (dropped) toasts.show(m.map_said_dropped({ n: dropped }));
	done(map, ops, ids);
}

/** Makes what was pasted, picks it and puts the focus on the first of it. */
function done(map: MapState, ops: Parameters<MapState['editMany']>[0], ids: readonly string[]): void {
	const label = ids.length === 1 ? m.map_did_paste_one() : m.map_did_paste({ n: ids.length });
	if (!ops.length || !map.editMany(ops, label)) return;
	map.announce(label);
	map.picked.clear(ids[0]);
	if (ids.length > 1) map.picked.set(ids);
	if (ids[0]) map.focus(ids[0]);
}

/** A cell for what needs one: the spot, or the first cell of its lane or stage. */
function cellOf(map: MapState, spot: Spot): PasteSpot {
	const lane = spot.laneId ?? map.shownLanes.find((each) => laneKind(each.type).cards.length)?.id ?? '';
	return { stageId: spot.stageId ?? map.shownStages[0]?.id ?? '', laneId: lane, cardId: spot.cardId };
}

/** A picture on the head of a stage is the stage's. */
function pictureSpot(map: MapState, stop: HTMLElement, spot: Spot): PasteSpot {
	if (stop.dataset.kind === 'stage') return { stageId: stop.dataset.stop ?? '', laneId: '' };
	return cellOf(map, spot);
}

function pasteText(map: MapState, text: string, spot: Spot): void {
	if (!spot.laneId) return toasts.show(m.map_paste_where());
	const at = cellOf(map, spot);
	const rows = readRows(text);
	if (planOf(map, rows, at).count > ASK_FROM) map.dialog = { kind: 'rows', rows, at };
	else pasteRows(map, rows, at);
}

/** What pasting rows there would make. */
export function planOf(map: MapState, rows: Rows, at: PasteSpot) {
	const stages = map.shownStages.map((stage) => stage.id);
	return planRows(rows, stages, at.stageId);
}

export function pasteRows(map: MapState, rows: Rows, at: PasteSpot): void {
	const plan = planOf(map, rows, at);
	const { ops, ids } = rowsOps(plan, map.journey, at, map.lang, map.workspace.channels);
	if (plan.left) toasts.show(m.map_said_rows_left({ n: plan.left }));
	done(map, ops, ids);
}
