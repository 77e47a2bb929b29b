// Edits as small ops, pure TypeScript: `applyOps(schema, doc, ops)` → {doc, inverse, results}; `viewOf(schema, doc)`
// is what the screen shows; `newId()` for inserts; `scoreId`/`transitionId` for what has no own id.
export { applyOps, positionOf, type Outcome } from './apply';
export { find, idsOf, openDoc, remember, viewOf, type Doc } from './doc';
export { evidenceStatus, strongEvidence, withEvidence, withStatements } from './evidence';
export {
	forgotten,
	joins,
	noHistory,
	recorded,
	squashMs,
	squashSets,
	turned,
	type Entry,
	type History,
} from './history';
export { newId, scoreId, transitionId } from './id';
export { moved, replaced, without } from './lists';
export { journeySchema, workspaceSchema, type Schema } from './schema';
export type { Op, OpCode, OpResult, Pos, Transaction } from './types';
