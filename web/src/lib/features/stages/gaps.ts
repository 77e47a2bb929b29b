/** Warnings of the server that are about stages and their order. */
export const STAGE_WARNINGS: ReadonlySet<string> = new Set([
	'no_stage_after_purchase',
	'no_stage_before_purchase',
	'no_next_step_goal',
	'audience_grows',
]);
