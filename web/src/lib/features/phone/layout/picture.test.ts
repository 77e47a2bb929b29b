import { describe, expect, it } from 'vitest';
import { layPicture, PICTURE_HEIGHT, type Felt } from './picture';

const felt = (id: string, more: Partial<Felt> = {}): Felt => ({
	id,
	valence: 0,
	truth: false,
	word: '',
	strong: false,
	...more,
});

describe('layPicture', () => {
	it('spreads the stage over the width; the way in and out lie beside it', () => {
		const all = ['a', 'b', 'c', 'd'].map((id) => felt(id));
		const { actual, faces } = layPicture(all, 1, 2, 390);
		expect(faces.map((face) => face.x)).toEqual([107.5, 282.5]);
		expect(actual).toHaveLength(4);
		expect(actual[0]![0]).toBeLessThan(0);
		expect(actual[3]![0]).toBeGreaterThan(390);
	});

	it('skips moments without an emotion or a wish', () => {
		const all = [felt('a', { valence: undefined, desired: 8 }), felt('b'), felt('c', { desired: null })];
		const { actual, desired, faces } = layPicture(all, 0, 3, 390);
		expect(faces.map((face) => face.id)).toEqual(['b', 'c']);
		expect(actual).toHaveLength(2);
		expect(desired).toHaveLength(1);
	});

	it('keeps the happiest and the unhappiest face within the picture', () => {
		const { faces } = layPicture([felt('a', { valence: 2 }), felt('b', { valence: -2 })], 0, 2, 390);
		expect(faces[0]!.y - faces[0]!.r).toBeGreaterThan(0);
		expect(faces[1]!.y + faces[1]!.r).toBeLessThan(PICTURE_HEIGHT);
	});

	it('marks deciding moments and low points, a deciding low point once', () => {
		const all = [
			felt('a', { truth: true }),
			felt('b', { valence: -2 }),
			felt('c', { valence: -2, truth: true }),
		];
		expect(layPicture(all, 0, 3, 390).bands.map(({ id, kind }) => [id, kind])).toEqual([
			['a', 'truth'],
			['b', 'low'],
			['c', 'truth'],
		]);
	});

	it('leaves out words that would lie over others, but never the strong ones', () => {
		const all = Array.from({ length: 9 }, (_, i) =>
			felt(`m${i}`, { word: 'teleurstelling', strong: i === 4 }),
		);
		const words = layPicture(all, 0, 9, 390).faces.filter((face) => face.word);
		expect(words.length).toBeLessThan(9);
		expect(words.map((face) => face.id)).toContain('m4');
	});

	it('puts a word on the other side of its face when its own side is taken', () => {
		const all = [felt('a', { valence: 0, word: 'teleurstelling' }), felt('b', { valence: -1 }), felt('c')];
		const face = layPicture(all, 0, 8, 360).faces[0]!;
		expect(face.word!.y).toBeLessThan(face.y);
	});

	it('keeps words inside the picture', () => {
		const all = [felt('a', { word: 'teleurstelling · piek', strong: true }), ...Array(5).fill(felt('x'))];
		const word = layPicture(all, 0, 6, 360).faces[0]!.word!;
		expect(word.x - (word.text.length * 6.3) / 2).toBeGreaterThanOrEqual(0);
	});

	it('makes faces smaller before they cover each other', () => {
		const all = Array.from({ length: 16 }, (_, i) => felt(`m${i}`, { valence: 2 }));
		const { faces } = layPicture(all, 0, 16, 360);
		expect(faces[1]!.x - faces[0]!.x).toBeGreaterThanOrEqual(2 * faces[0]!.r);
	});

	it('is empty for a stage without moments', () => {
		expect(layPicture([felt('a')], 1, 0, 390).faces).toEqual([]);
	});
});
