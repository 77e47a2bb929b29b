import { expect, it } from 'vitest';
import { moved, replaced, without } from './lists';

it('gives the whole new list and leaves the old one as it was', () => {
	const list = ['a', 'b', 'c'];
	expect(replaced(list, 1, 'x')).toEqual(['a', 'x', 'c']);
	expect(without(list, 0)).toEqual(['b', 'c']);
	expect(moved(list, 2, 0)).toEqual(['c', 'a', 'b']);
	expect(moved(list, 0, 1)).toEqual(['b', 'a', 'c']);
	expect(list).toEqual(['a', 'b', 'c']);
});

it('takes no list for an empty one, and a place outside for none', () => {
	expect(replaced(undefined, 0, 'x')).toEqual([]);
	expect(without(undefined, 0)).toEqual([]);
	expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
	expect(moved(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
});
