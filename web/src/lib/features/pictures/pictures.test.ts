import { ApiError, type Card, type KeptPicture } from '$lib/api';
import { describe, expect, it, vi } from 'vitest';
import { cardWithPicture, described, pictureOf, setAlt, setPicture, titleFrom } from './edits';
import { BYTES_MAX, refusedWords } from './refusal';
import { Upload } from './upload.svelte';

const file = (name: string, type = '', bytes = 3) => new File([new Uint8Array(bytes)], name, { type });

describe('a picture in ops', () => {
	it('keeps a card’s parts apart and is one value elsewhere', () => {
		const picture = { fileId: 'pic-1', alt: { nl: 'Een etalage' } };
		expect(setPicture('card', 'c1', picture)).toEqual([
			{ op: 'set', id: 'c1', key: 'fileId', value: 'pic-1' },
			{ op: 'set', id: 'c1', key: 'alt', value: { nl: 'Een etalage' } },
		]);
		expect(setPicture('stage', 's1', picture)).toEqual([
			{ op: 'set', id: 's1', key: 'picture', value: picture },
		]);
	});

	it('takes its description with it', () => {
		expect(setPicture('card', 'c1', undefined).map((op) => 'value' in op && op.value)).toEqual([null, null]);
		expect(setPicture('persona', 'p1', { fileId: 'pic-2' })).toEqual([
			{ op: 'set', id: 'p1', key: 'picture', value: { fileId: 'pic-2' } },
		]);
	});

	it('is described where it is kept', () => {
		expect(setAlt('card', 'c1', 'nl', ' Een etalage ')).toMatchObject([
			{ key: 'alt.nl', value: 'Een etalage' },
		]);
		expect(setAlt('stage', 's1', 'en', '')).toMatchObject([{ key: 'picture.alt.en', value: null }]);
	});

	it('comes with a new card in one op', () => {
		const at = { stageId: 's1', laneId: 'l1' };
		const { id, ops } = cardWithPicture('image', at, { nl: 'Etalage' }, { fileId: 'pic-1' });
		const props = { type: 'image', title: { nl: 'Etalage' }, fileId: 'pic-1' };
		expect(ops).toEqual([{ op: 'insert', id, type: 'card', pos: at, props }]);
	});

	it('is read from a card', () => {
		expect(pictureOf({ alt: { nl: 'x' } } as Card)).toBeUndefined();
		expect(pictureOf({ fileId: 'pic-1' } as Card)).toEqual({ fileId: 'pic-1', alt: undefined });
	});
});

it('what was said in another language stays', () => {
	expect(described({ en: 'A shop' }, 'nl', 'Een winkel')).toEqual({ en: 'A shop', nl: 'Een winkel' });
	expect(described({ nl: 'Een winkel' }, 'nl', ' ')).toBeUndefined();
	expect(described(undefined, 'nl', '')).toBeUndefined();
});

describe('the name of a file', () => {
	for (const [name, title] of [
		['Etalage_van  de winkel.jpg', 'Etalage van de winkel'],
		['image.png', undefined],
		['IMG_20260801_1200.jpg', undefined],
		['Schermafbeelding 2026-08-01.png', undefined],
		['.png', undefined],
	] as const)
		it(`${name} gives ${title}`, () => expect(titleFrom(name)).toBe(title));
});

describe('a refusal says what to do with', () => {
	const invalid = new ApiError('invalid', '');
	it('an SVG', () => expect(refusedWords(invalid, file('logo.svg', 'image/svg+xml'))).toContain('PNG'));
	it('a HEIC', () => expect(refusedWords(invalid, file('IMG_1.HEIC'))).toContain('HEIC'));
	it('no server', () => expect(refusedWords(new ApiError('offline', ''), file('a.png'))).toContain('server'));
	it('something unforeseen', () => expect(refusedWords(new Error('x'), file('a.png'))).not.toBe(''));
});

describe('sending', () => {
	const kept: KeptPicture = { id: 'pic-1', type: 'image/png', width: 4, height: 3, bytes: 90 };

	it('tells how far it is, and what was kept', async () => {
		const states: unknown[] = [];
		const upload = new Upload('w1', async (_, __, { onprogress } = {}) => {
			onprogress?.(0.5);
			states.push(upload.state);
			return kept;
		});
		await upload.start(file('a.png'));
		expect(states).toEqual([{ kind: 'sending', share: 0.5 }]);
		expect(upload.state).toEqual({ kind: 'kept', picture: kept });
	});

	it('does not begin with what is too large', async () => {
		const send = vi.fn();
		const upload = new Upload('w1', send);
		await upload.start(file('a.png', 'image/png', BYTES_MAX + 1));
		expect(send).not.toHaveBeenCalled();
		expect(upload.state).toMatchObject({ kind: 'failed', again: false });
	});

	it('can be tried again when nobody answered', async () => {
		const upload = new Upload('w1', () => Promise.reject(new ApiError('offline', '')));
		await upload.start(file('a.png'));
		expect(upload.state).toMatchObject({ kind: 'failed', again: true });
	});

	it('hears nothing of a picture that was replaced by another', async () => {
		let answer: (picture: KeptPicture) => void = () => undefined;
		const send = vi
			.fn()
			.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)))
			.mockResolvedValueOnce({ ...kept, id: 'pic-2' });
		const upload = new Upload('w1', send);
		const first = upload.start(file('a.png'));
		await upload.start(file('b.png'));
		answer(kept);
		await first;
		expect(upload.state).toMatchObject({ picture: { id: 'pic-2' } });
	});
});
