/** Pictures that come to the map: pasted, dropped, or chosen beside it. Each opens the window that sends it. */
import { titleFrom } from './edits';
import { laneKind } from '$lib/features/map/kinds';
import type { MapState, PasteSpot } from '$lib/features/map/state.svelte';
import { m } from '$lib/i18n';
import { toasts } from '$lib/state';
import type { Card, CardType, Stage } from '$lib/api';

/** What will show a picture: a card that is there, a card to be made, or a stage. */
export type Target =
	| { kind: 'card'; card: Card }
	| { kind: 'new'; type: CardType; stageId: string; laneId: string }
	| { kind: 'stage'; stage: Stage };

/** What a picture is for when it comes to this spot; a spot without a lane is its stage. */
export function targetOf(map: MapState, at: PasteSpot): Target | undefined {
	const card = at.cardId === undefined ? undefined : map.cardById.get(at.cardId);
	if (card) return { kind: 'card', card };
	const stage = map.stageOf(at.stageId);
	if (!at.laneId) return stage && { kind: 'stage', stage };
	const type = laneKind(map.laneOf(at.laneId)?.type ?? '').cards[0];
	if (!stage || !map.laneOf(at.laneId) || !type) return undefined;
	return { kind: 'new', type, stageId: stage.id, laneId: at.laneId };
}

/** Opens the window for a picture, or says where one can go. */
export function bring(map: MapState, file: File, at: PasteSpot): void {
	if (targetOf(map, at)) map.dialog = { kind: 'picture', file, at };
	else toasts.show(m.pic_nowhere());
}

/** The first title of a card that is made for a picture. */
export function firstTitle(file: File): string {
	return titleFrom(file.name) ?? m.pic_title_new();
}

const isPicture = (file: File) => file.type.startsWith('image/') || /\.hei[cf]$/i.test(file.name);

/** The first picture among what was dropped or pasted. */
export function pictureIn(data: DataTransfer | null): File | undefined {
	return [...(data?.files ?? [])].find(isPicture);
}

/** Where on the map something is dropped; undefined beside cards, cells and stages that take a picture. */
export function spotUnder(map: MapState, node: EventTarget | null): PasteSpot | undefined {
	if (!(node instanceof Element)) return undefined;
	const stage = node.closest<HTMLElement>('.board [data-stage]');
	if (stage) return { stageId: stage.dataset.stage ?? '', laneId: '' };
	const cell = node.closest<HTMLElement>('.board [data-cell]');
	const cardId = node.closest<HTMLElement>('.board [data-kind="card"]')?.dataset.stop;
	const card = cardId === undefined ? undefined : map.cardById.get(cardId);
	if (card) return { stageId: card.stageId, laneId: card.laneId, cardId };
	const at = { stageId: cell?.dataset.cell ?? '', laneId: cell?.dataset.lane ?? '' };
	return cell && targetOf(map, at) ? at : undefined;
}

/** The element that shows where a picture would land. */
export function markUnder(node: EventTarget | null): HTMLElement | null {
	const places = '.board [data-stage], .board [data-kind="card"], .board [data-cell]';
	return node instanceof Element ? node.closest<HTMLElement>(places) : null;
}
