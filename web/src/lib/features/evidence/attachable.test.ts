import { expect, it } from 'vitest';
import { attachable, strongest } from './attachable';

const piece = (id: string, strength: number) => ({ id, strength, statement: { nl: `Stelling ${id}` } });
const evidence = [piece('a', 1), piece('b', 3), piece('c', 3), piece('d', 0)];
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

it('offers what is not attached yet, strongest first, by its words', () => {
	const words = ({ statement }: { statement: { nl?: string } }) => statement.nl ?? '';
	expect(ids(attachable(evidence, ['b'], '', words))).toEqual(['c', 'a', 'd']);
	expect(ids(attachable(evidence, [], ' STELLING A ', words))).toEqual(['a']);
	expect(attachable(evidence, [], 'elders', words)).toEqual([]);
});

it('lets the strongest speak, the first of equals', () => {
	expect(strongest(evidence, ['a', 'b', 'c'])?.id).toBe('b');
	expect(strongest(evidence, ['gone', 'd'])?.id).toBe('d');
	expect(strongest(evidence, undefined)).toBeUndefined();
});
