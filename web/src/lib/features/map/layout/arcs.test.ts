import { describe, expect, it } from 'vitest';
import { boxOf } from './arclabels';
import { drawArcs, type TransitionLike } from './arcs';
import { placeColumns } from './columns';

const columns = placeColumns(
	['a', 'b', 'c', 'd'].map((id) => ({ id, momentIds: ['1', '2', '3'] })),
	false,
	0,
);
const t = (
	fromStageId: string,
	toStageId: string | null,
	kind: TransitionLike['kind'],
	status: 'known' | 'guess' = 'guess',
) => ({ fromStageId, toStageId, kind, status });
const draw = (...transitions: TransitionLike[]) => drawArcs(columns, transitions, (x) => x.kind);
const drawBare = (...transitions: TransitionLike[]) => drawArcs(columns, transitions, () => '');

/** Start and end of the horizontal run, and its height. */
function run(path: string) {
	const [, x1, y, x2] = /Q\S+ \S+ (\S+) (\S+)H(\S+)Q/.exec(path) ?? [];
	return { from: Math.min(Number(x1), Number(x2)), to: Math.max(Number(x1), Number(x2)), y: Number(y) };
}

describe('drawArcs', () => {
	it('leaves forward steps to the stage row', () => {
		expect(draw(t('a', 'b', 'forward')).arcs).toEqual([]);
	});

	it('keeps the height of the mock-up for the usual three levels', () => {
		expect(draw(t('b', 'a', 'back')).height).toBe(54);
	});

	it.each([
		['with words', draw],
		['without words', drawBare],
	])('never puts two overlapping arcs on one level, %s', (_, drawing) => {
		const { arcs } = drawing(
			t('d', 'a', 'repeat'),
			t('a', 'c', 'skip'),
			t('d', 'b', 'back'),
			t('b', 'a', 'back'),
			t('c', 'b', 'back'),
		);
		const runs = arcs.map((a) => run(a.path));
		for (const [i, r] of runs.entries())
			for (const s of runs.slice(i + 1)) if (r.y === s.y) expect(r.to <= s.from || s.to <= r.from).toBe(true);
	});

	it('gives every arc of a stage a port of its own', () => {
		const { arcs } = draw(t('b', 'a', 'back'), t('b', 'd', 'skip'), t('b', null, 'exit'));
		const starts = arcs.map((a) => /^M(\S+) /.exec(a.path)?.[1]);
		expect(new Set(starts).size).toBe(3);
	});

	it('draws an exit as a stub that tells where people go', () => {
		const [exit] = draw(t('b', null, 'exit', 'known')).arcs;
		expect(exit).toMatchObject({ kind: 'exit', known: true, lines: ['exit'], anchor: 'start' });
	});

	it('grows when more levels are needed than three', () => {
		const { height } = draw(
			t('a', 'd', 'skip'),
			t('d', 'a', 'repeat'),
			t('a', 'c', 'skip'),
			t('b', 'd', 'skip'),
			t('c', 'a', 'back'),
			t('d', 'b', 'back'),
		);
		expect(height).toBeGreaterThan(54);
	});

	it('ignores a transition to a stage that is not there', () => {
		expect(draw(t('a', 'gone', 'skip')).arcs).toEqual([]);
	});

	it('puts a label that is longer than its arc beside it', () => {
		const long = 'a label that is far too long for a short arc between two neighbouring stages';
		const [arc] = drawArcs(columns, [t('d', 'c', 'back')], () => long).arcs;
		expect(arc).toMatchObject({ anchor: 'end', lines: [expect.any(String), expect.any(String)] });
	});

	it('[R37] no two labels touch, whatever paths there are', () => {
		const ids = ['a', 'b', 'c', 'd'];
		const words = [
			'',
			'Neemt een vriendin mee naar de winkel, 12 %',
			'naar concurrent',
			'34 keer',
			'Stelt uit',
		];
		// A fixed sequence, so that a failure comes back.
		let seed = 7;
		const next = (n: number) => (seed = (seed * 48271) % 2147483647) % n;
		for (let round = 0; round < 200; round++) {
			const ways = Array.from({ length: 1 + next(9) }, (): TransitionLike => {
				const from = ids[next(4)]!;
				const to = ids[next(4)]!;
				if (next(4) === 0) return t(from, null, 'exit');
				return t(from, to, ids.indexOf(to) <= ids.indexOf(from) ? 'back' : 'skip');
			});
			const { arcs, height } = drawArcs(columns, ways, (w) => words[(ways.indexOf(w as never) + round) % 5]!);
			const boxes = arcs.filter((a) => a.lines.length).map(boxOf);
			for (const [i, one] of boxes.entries()) {
				expect(one.y2).toBeLessThanOrEqual(height);
				for (const two of boxes.slice(i + 1)) {
					const apart = one.x2 <= two.x1 || two.x2 <= one.x1 || one.y2 <= two.y1 || two.y2 <= one.y1;
					expect(apart).toBe(true);
				}
			}
		}
	});

	it('[R37] draws a stage that is taken once more as a loop of its own', () => {
		const [loop] = draw(t('b', 'b', 'repeat')).arcs;
		const { from, to } = run(loop!.path);
		expect(to - from).toBeGreaterThan(0);
		expect(from).toBeGreaterThan(columns[1]!.x);
		expect(to).toBeLessThan(columns[2]!.x);
	});
});
