// The wire form of an edit. A transaction is a list of small ops, numbered per client.

/** A place: a card has a stage and a lane; everything else that is ordered only a rank. 1 = first; missing = last. */
export interface Pos {
	stageId?: string;
	laneId?: string;
	order?: number;
}

export type Op =
	/** Sets one property by its dotted path (`title.nl`); null or undefined takes it away. */
	| { op: 'set'; id: string; key: string; value: unknown }
	| { op: 'insert'; id: string; type: string; pos?: Pos; props?: Record<string, unknown> }
	| { op: 'move'; id: string; pos: Pos }
	/** Hides; `restore` shows again. What lies in a deleted stage or lane is hidden with it. */
	| { op: 'delete'; id: string }
	| { op: 'restore'; id: string };

export interface Transaction {
	client: string;
	n: number;
	base: number;
	ops: Op[];
	/** The number of the transaction this one takes back. */
	undoOf?: number;
}

/** What became of one op: an edit that cannot be is never an error, it is a no-op with a reason. */
export type OpResult = { applied: true } | { applied: false; code: OpCode };

/** Codes of the server that the browser can give too; the server has more (limits, references). */
export type OpCode =
	| 'unknown_id'
	| 'unknown_key'
	| 'unknown_type'
	| 'fixed_key'
	| 'invalid_value'
	| 'id_taken'
	| 'place_gone'
	| 'derived_lane'
	| 'last_stage'
	| 'already_deleted'
	| 'not_deleted'
	| 'needs_evidence'
	| 'has_evidence';

const done: OpResult = { applied: true };
export const applied = (): OpResult => done;
export const refused = (code: OpCode): OpResult => ({ applied: false, code });
