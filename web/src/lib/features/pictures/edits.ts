/** Pictures on cards, stages and personas in ops. Pure; the caller sends the ops as one transaction. */
import type { Card, CardType, Image } from '$lib/api';
import type { Lang, LText } from '$lib/i18n';
import { newId, type Op } from '$lib/ops';

/** Longest alternative text, in characters. */
export const ALT_LENGTH_MAX = 200;

/** What can show a picture. A card keeps its parts apart. */
export type Bearer = 'card' | 'stage' | 'persona';

/** The picture of a card. */
export function pictureOf(card: Card): Image | undefined {
	return card.fileId === undefined ? undefined : { fileId: card.fileId, alt: card.alt };
}

/** Shows a picture, or none; what another picture was described with goes with it. */
export function setPicture(on: Bearer, id: string, picture: Image | undefined): Op[] {
	if (on !== 'card') return [{ op: 'set', id, key: 'picture', value: picture ? whole(picture) : null }];
	return [
		{ op: 'set', id, key: 'fileId', value: picture?.fileId ?? null },
		{ op: 'set', id, key: 'alt', value: picture?.alt ?? null },
	];
}

/** Describes a picture in one language; an empty text is taken away. */
export function setAlt(on: Bearer, id: string, lang: Lang, text: string): Op[] {
	const key = on === 'card' ? `alt.${lang}` : `picture.alt.${lang}`;
	return [{ op: 'set', id, key, value: text.trim() || null }];
}

/** A new card that shows a picture, at the end of its cell. */
export function cardWithPicture(
	type: CardType,
	at: { stageId: string; laneId: string },
	title: LText,
	picture: Image,
): { id: string; ops: Op[] } {
	const id = newId();
	const pos = { stageId: at.stageId, laneId: at.laneId };
	return { id, ops: [{ op: 'insert', id, type: 'card', pos, props: { type, title, ...whole(picture) } }] };
}

/** What was written about a picture in the language of the screen; other languages stay as they were. */
export function described(before: LText | undefined, lang: Lang, text: string): LText | undefined {
	const { [lang]: _, ...others } = before ?? {};
	const words = text.trim() ? { ...others, [lang]: text.trim() } : others;
	return Object.keys(words).length > 0 ? words : undefined;
}

/** A name for a new card from the name of a file; undefined when that says nothing, as after a screenshot. */
export function titleFrom(fileName: string): string | undefined {
	const name = fileName
		.replace(/\.[a-z0-9]{2,5}$/i, '')
		.replace(/[_\s]+/g, ' ')
		.trim();
	const saysNothing = /^(image|picture|photo|img|dsc|pxl|screenshot|schermafbeelding)?[\d\s\-–.()]*$/i;
	return saysNothing.test(name) ? undefined : name.slice(0, ALT_LENGTH_MAX);
}

/** Without properties that are not there. */
function whole({ fileId, alt }: Image): Image {
	return alt ? { fileId, alt } : { fileId };
}
