/** The lanes of a persona, each with its look of the map and its words. */
import type { StatementKind } from '$lib/features/groups/words';
import { m } from '$lib/i18n';
import type { IconName } from '$lib/icons';

export interface StatementLane {
	kind: StatementKind;
	/** Class of the colours. */
	tint: string;
	icon: IconName;
	label: () => string;
	add: () => string;
	example: () => string;
}

export const lanes: readonly StatementLane[] = [
	{
		kind: 'goal',
		tint: 'k-doing',
		icon: 'event',
		label: m.persona_goals,
		add: m.persona_goal_add,
		example: m.persona_goal_example,
	},
	{
		kind: 'need',
		tint: 'k-need',
		icon: 'need',
		label: m.persona_needs,
		add: m.persona_need_add,
		example: m.persona_need_example,
	},
	{
		kind: 'worry',
		tint: 'k-barrier',
		icon: 'barrier',
		label: m.persona_worries,
		add: m.persona_worry_add,
		example: m.persona_worry_example,
	},
	{
		kind: 'habit',
		tint: 'k-source',
		icon: 'clock',
		label: m.persona_habits,
		add: m.persona_habit_add,
		example: m.persona_habit_example,
	},
	{
		kind: 'other',
		tint: 'k-back',
		icon: 'comment',
		label: m.persona_others,
		add: m.persona_other_add,
		example: m.persona_other_example,
	},
];

/** The drawn portraits in words, for who chooses one by ear. */
export const portraitNames: Record<string, () => string> = {
	bob: m.persona_portrait_bob,
	grey: m.persona_portrait_grey,
	dark: m.persona_portrait_dark,
	short: m.persona_portrait_short,
	bun: m.persona_portrait_bun,
	long: m.persona_portrait_long,
	curls: m.persona_portrait_curls,
	scarf: m.persona_portrait_scarf,
	initials: m.persona_portrait_initials,
};
