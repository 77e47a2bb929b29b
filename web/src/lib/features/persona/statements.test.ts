import type { Persona, PersonaStatement } from '$lib/api';
import { expect, it } from 'vitest';
import { ofKind, shifted } from './statements';

const say = (kind: PersonaStatement['kind'], nl: string): PersonaStatement => ({
	kind,
	text: { nl },
	evidenceStatus: 'guess',
	evidenceIds: [],
});
const femke: Persona = {
	id: 'pe',
	name: 'Femke',
	statements: [say('need', 'een'), say('goal', 'doel'), say('need', 'twee')],
};
const words = (list: readonly PersonaStatement[]) => list.map((each) => each.text.nl);

it('has a lane per kind that knows where each stands in the list', () => {
	expect(ofKind(femke, 'need').map(({ index }) => index)).toEqual([0, 2]);
	expect(ofKind({ id: 'pe', name: 'Noor' }, 'need')).toEqual([]);
});

it('moves a statement among its kind only', () => {
	expect(words(shifted(femke, 2, -1))).toEqual(['twee', 'een', 'doel']);
	expect(words(shifted(femke, 0, 1))).toEqual(['doel', 'twee', 'een']);
	expect(words(shifted(femke, 1, 1))).toEqual(['een', 'doel', 'twee']);
});
