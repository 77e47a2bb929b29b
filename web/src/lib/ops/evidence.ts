// Known or guess follows from evidence: a card is known when some piece of its evidence has strength 1 or more.
// The server decides; this only shows it at once.
import type { Evidence, EvidenceStatus, Journey, Persona, Workspace } from '$lib/api/types';

export function evidenceStatus(
	evidenceIds: readonly string[] | undefined,
	strong: ReadonlySet<string>,
): EvidenceStatus {
	return evidenceIds?.some((id) => strong.has(id)) ? 'known' : 'guess';
}

/** Ids of evidence strong enough to make a card known. */
export function strongEvidence(evidence: readonly Evidence[]): ReadonlySet<string> {
	return new Set(evidence.filter((piece) => piece.strength >= 1).map((piece) => piece.id));
}

/** The journey with every card's status as its evidence says; the same object when nothing differs. */
export function withEvidence(journey: Journey, strong: ReadonlySet<string>): Journey {
	let changed = false;
	const cards = journey.cards.map((card) => {
		const status = evidenceStatus(card.evidenceIds, strong);
		if (status === card.evidenceStatus) return card;
		changed = true;
		return { ...card, evidenceStatus: status };
	});
	return changed ? { ...journey, cards } : journey;
}

/** The workspace with every statement's status as its evidence says; the same object when nothing differs. */
export function withStatements(workspace: Workspace): Workspace {
	const strong = strongEvidence(workspace.evidence);
	const personas = workspace.personas.map((persona) => withStatuses(persona, strong));
	return personas.some((persona, i) => persona !== workspace.personas[i])
		? { ...workspace, personas }
		: workspace;
}

function withStatuses(persona: Persona, strong: ReadonlySet<string>): Persona {
	let changed = false;
	const statements = persona.statements?.map((statement) => {
		const status = evidenceStatus(statement.evidenceIds, strong);
		if (status === statement.evidenceStatus) return statement;
		changed = true;
		return { ...statement, evidenceStatus: status };
	});
	return changed ? { ...persona, statements } : persona;
}
