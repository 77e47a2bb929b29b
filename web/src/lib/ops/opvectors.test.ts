// The vectors that Go runs too: both copies of the machinery do the same to a journey.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Journey } from '$lib/api/types';
import { applyOps } from './apply';
import { openDoc, viewOf } from './doc';
import { withEvidence } from './evidence';
import { journeySchema } from './schema';
import type { Op } from './types';

type Lists = Record<string, unknown>;

interface Vectors {
	evidence: Record<string, number>;
	journey: Journey & Lists;
	vectors: {
		name: string;
		/** Only the server decides this. */
		server?: boolean;
		transactions: Op[][];
		results: (true | string)[][];
		after: Lists & { root?: Lists };
		afterUndo?: Lists & { root?: Lists };
	}[];
}

const file = JSON.parse(readFileSync('../internal/journey/testdata/opvectors.json', 'utf8')) as Vectors;
const strong = new Set(Object.keys(file.evidence).filter((id) => file.evidence[id]! >= 1));

/** The journey at the start with what differs put in. */
function at({ root, ...lists }: Lists & { root?: Lists } = {}): unknown {
	return comparable({ ...file.journey, ...lists, ...root });
}

/** Cards by id, since their order in the list says nothing; no undefined properties. */
function comparable(journey: Lists): unknown {
	const cards = [...(journey.cards as { id: string }[])].sort((one, two) => (one.id < two.id ? -1 : 1));
	return JSON.parse(JSON.stringify({ ...journey, cards }));
}

describe('op vectors', () => {
	for (const vector of file.vectors.filter(({ server }) => !server)) {
		test(vector.name, () => {
			let doc = openDoc<Journey>(file.journey);
			const shown = () => comparable(withEvidence(viewOf(journeySchema, doc), strong) as unknown as Lists);
			const inverses: Op[][] = [];
			vector.transactions.forEach((ops, n) => {
				const out = applyOps(journeySchema, doc, ops);
				expect(out.results.map(({ applied }) => applied)).toEqual(
					vector.results[n]!.map((result) => result === true),
				);
				doc = out.doc;
				inverses.push(out.inverse);
			});
			expect(shown()).toEqual(at(vector.after));
			for (const inverse of inverses.reverse()) doc = applyOps(journeySchema, doc, inverse).doc;
			expect(shown()).toEqual(at(vector.afterUndo));
		});
	}
});
