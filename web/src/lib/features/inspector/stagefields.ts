/** The texts of a stage, in the order in which they are asked: on the map's details and on the page of stages. */
import type { LText, Stage } from '$lib/api';
import { m } from '$lib/i18n';
import { BODY_LENGTH_MAX, TITLE_LENGTH_MAX } from '$lib/features/map/edits';

type TextKey = {
	[K in keyof Stage]-?: NonNullable<Stage[K]> extends LText ? K : never;
}[keyof Stage];

export interface StageText {
	key: TextKey;
	label: () => string;
	max: number;
}

const long = (key: TextKey, label: () => string): StageText => ({ key, label, max: BODY_LENGTH_MAX });

export const stageQuestions: readonly StageText[] = [
	{ key: 'customerQuestion', label: m.insp_question, max: TITLE_LENGTH_MAX },
	long('guidingQuestion', m.insp_guiding),
	long('answer', m.insp_answer),
];

export const stageGoals: readonly StageText[] = [
	long('customerGoal', m.stages_goal_customer),
	long('ourGoal', m.stages_goal_ours),
	long('nextStepGoal', m.stages_next_goal),
];

export const stageContext: readonly StageText[] = [
	long('where', m.insp_where),
	long('when', m.insp_when),
	long('mindset', m.insp_mindset),
	long('ourRole', m.insp_our_role),
	long('improveRole', m.insp_improve_role),
];
