import { describe, expect, it } from 'vitest';
import { initialsOf, spread } from './marks';

describe('initialsOf', () => {
	const are = (names: string[], want: string[]) => expect(initialsOf(names)).toEqual(want);

	it('takes one letter where that tells people apart', () => are(['Sanne', 'joris'], ['S', 'J']));
	it('takes two where it does not', () => are(['Sanne', 'Sem', 'Joris'], ['Sa', 'Se', 'J']));
	it('takes three at most', () => are(['Johan', 'Johanna'], ['Joh', 'Joh']));
	it('knows letters beyond ASCII and names that are empty', () => are(['Élise', ' '], ['É', '?']));
});

describe('spread', () => {
	it('leaves labels that have room where they want to be', () => {
		expect(spread([10, 200, 100], 12, 300)).toEqual([10, 200, 100]);
	});

	it('moves labels apart around their middle', () => {
		expect(spread([100, 100], 12, 300)).toEqual([94, 106]);
		expect(spread([100, 102, 104], 12, 300)).toEqual([90, 102, 114]);
	});

	it('takes along neighbours that are pushed into', () => {
		const placed = spread([100, 100, 110], 12, 300);
		expect(placed[1]! - placed[0]!).toBeCloseTo(12);
		expect(placed[2]! - placed[1]!).toBeCloseTo(12);
	});

	it('stays inside the width', () => {
		expect(spread([0, 0], 12, 300)).toEqual([0, 12]);
		expect(spread([300, 300], 12, 300)).toEqual([288, 300]);
	});

	it('never brings two labels closer than the gap', () => {
		const wanted = Array.from({ length: 12 }, (_, i) => (i * 7919) % 300);
		const placed = spread(wanted, 14, 300).toSorted((a, b) => a - b);
		expect(placed.every((x, i) => i === 0 || x - placed[i - 1]! >= 14 - 1e-6)).toBe(true);
	});
});
