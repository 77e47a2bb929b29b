/** Scores from the phone: one person's relevance and presence of a stage, beside those of the others. */
import type { Dimension, Score } from '$lib/api';
import { scoreId, type Op } from '$lib/ops';

export interface StageScores {
	own?: number;
	others: { scorerId: string; value: number }[];
}

export function scoresOf(
	scores: readonly Score[],
	stageId: string,
	dimension: Dimension,
	scorer: string | undefined,
): StageScores {
	const here = scores.filter((score) => score.stageId === stageId && score.dimension === dimension);
	return {
		own: here.find((score) => score.scorerId === scorer)?.value,
		others: here.filter((score) => score.scorerId !== scorer),
	};
}

/** Gives a score; without a value it is taken back. */
export function setScore(
	stageId: string,
	dimension: Dimension,
	scorer: string,
	value: number | undefined,
): Op[] {
	const id = scoreId(stageId, dimension, scorer);
	if (value === undefined) return [{ op: 'delete', id }];
	return [{ op: 'set', id, key: 'value', value: Math.max(0, Math.min(100, Math.round(value))) }];
}

/** A thumb is no fine instrument: what is dragged lands on fives. */
export function onFives(value: number): number {
	return Math.round(value / 5) * 5;
}
