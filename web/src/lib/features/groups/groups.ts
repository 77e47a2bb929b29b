/** What the page of customer groups works out: sizes, shares, who belongs where. */
import type { CustomerGroup, Persona, Workspace } from '$lib/api';

/** A whole number as people write it, "3.600" or "3,600" or "3 600"; undefined when it is none. */
export function countOf(written: string): number | undefined {
	const digits = written.trim().replace(/(?<=\d)[.,\s](?=\d{3}(\D|$))/g, '');
	return /^\d{1,11}$/.test(digits) ? Number(digits) : undefined;
}

/** How many statements about a persona there are, and how many are known. */
export function sharesOf(persona: Persona): { known: number; all: number } {
	const statements = persona.statements ?? [];
	return {
		known: statements.filter((each) => each.evidenceStatus === 'known').length,
		all: statements.length,
	};
}

/** The personas of a group. */
export function personasOf(workspace: Pick<Workspace, 'personas'>, group: CustomerGroup): Persona[] {
	return workspace.personas.filter((persona) => persona.customerGroupId === group.id);
}

/** Personas whose group is gone or was never said. */
export function withoutGroup(workspace: Pick<Workspace, 'personas' | 'customerGroups'>): Persona[] {
	const there = new Set(workspace.customerGroups.map(({ id }) => id));
	return workspace.personas.filter((persona) => !there.has(persona.customerGroupId ?? ''));
}
