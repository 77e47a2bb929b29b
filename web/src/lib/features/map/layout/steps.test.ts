import { describe, expect, it } from 'vitest';
import { findStop, step, type Direction, type StopGrid } from './steps';

/** Two lanes and three stages; the second lane has nothing at all in its first stage. */
const grid: StopGrid = [
	[['rail-a'], ['a1', 'a2', 'a3'], ['b1'], ['c1', 'c2']],
	[['rail-b'], [], ['e1', 'e2'], ['f1']],
];

const go = (id: string, direction: Direction, stacked = false) => {
	const at = findStop(grid, id);
	return at && step(grid, at, direction, stacked);
};

describe('step', () => {
	const f = (id: string, direction: Direction, want: string | undefined, stacked = false) =>
		it(`${direction} of ${id}${stacked ? ' (stacked)' : ''} is ${want}`, () =>
			expect(go(id, direction, stacked)).toBe(want));

	f('a1', 'right', 'a2');
	f('a3', 'right', 'b1');
	f('b1', 'left', 'a3');
	f('a1', 'left', 'rail-a');
	f('e1', 'left', 'rail-b');
	f('c2', 'right', undefined);

	f('c2', 'down', 'f1');
	f('e2', 'up', 'b1');
	f('f1', 'up', 'c1');
	f('a2', 'down', undefined);

	f('a1', 'down', 'a2', true);
	f('a2', 'right', 'b1', true);
	f('c1', 'left', 'b1', true);
	f('f1', 'up', 'c2', true);

	f('a2', 'next', 'b1');
	f('c1', 'next', 'e1');
	f('b1', 'previous', 'a1');
	f('f1', 'next', undefined);
	f('a1', 'previous', undefined);

	f('b1', 'rowStart', 'rail-a');
	f('a1', 'rowEnd', 'c2');
	f('f1', 'first', 'rail-a');
	f('a1', 'last', 'f1');
});

describe('findStop', () => {
	it('tells where a stop is', () => expect(findStop(grid, 'e2')).toEqual({ row: 1, col: 2, i: 1 }));
	it('knows nothing of what is not there', () => expect(findStop(grid, 'x')).toBeUndefined());
});
