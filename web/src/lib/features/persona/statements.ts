/** Statements about a persona: one list in the document, a lane per kind on the page. */
import type { Persona, PersonaStatement } from '$lib/api';
import type { StatementKind } from '$lib/features/groups/words';
import { moved } from '$lib/ops';

/** A statement with its place in the document's list. */
export interface Placed {
	statement: PersonaStatement;
	index: number;
}

/** The statements of one kind, in order. */
export function ofKind(persona: Persona, kind: StatementKind): Placed[] {
	return (persona.statements ?? []).flatMap((statement, index) =>
		statement.kind === kind ? [{ statement, index }] : [],
	);
}

/** The list with one statement a place earlier (-1) or later (1) among its kind; the same when there is no place. */
export function shifted(persona: Persona, index: number, by: -1 | 1): PersonaStatement[] {
	const list = persona.statements ?? [];
	const like = ofKind(persona, list[index]?.kind ?? 'other').map((placed) => placed.index);
	const to = like[like.indexOf(index) + by];
	return to === undefined ? [...list] : moved(list, index, to);
}
