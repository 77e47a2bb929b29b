// The plan of the work on a journey: a short list of steps, which is one value of the journey.
import type { Journey } from '$lib/api';
import { dayOf } from '$lib/features/home/review';
import { langs, m, type LText } from '$lib/i18n';

export type PlanStep = NonNullable<Journey['plan']>[number];

type Words = (inputs?: object, options?: { locale: 'nl' | 'en' }) => string;

/** Usual steps, each with the day it is due, counted from the day the plan is made. */
const usual: readonly { id: string; words: Words; days: number }[] = [
	{ id: 'panel', words: m.plan_t_panel as Words, days: 7 },
	{ id: 'interviews', words: m.plan_t_interviews as Words, days: 21 },
	{ id: 'survey', words: m.plan_t_survey as Words, days: 28 },
	{ id: 'scan', words: m.plan_t_scan as Words, days: 35 },
	{ id: 'presentation', words: m.plan_t_presentation as Words, days: 42 },
];

export interface Template {
	id: string;
	step: LText;
	days: number;
}

/** The usual steps that a plan does not have yet. */
export function templatesFor(plan: readonly PlanStep[]): Template[] {
	const has = (step: LText) =>
		plan.some((each) => langs.some((lang) => step[lang] && each.step[lang] === step[lang]));
	return usual
		.map(({ id, words, days }) => ({
			id,
			step: Object.fromEntries(langs.map((locale) => [locale, words({}, { locale })])),
			days,
		}))
		.filter(({ step }) => !has(step));
}

/** The step a template makes, due so many days from now. */
export function stepOf({ step, days }: Template, today: Date): PlanStep {
	const due = new Date(today.getFullYear(), today.getMonth(), today.getDate() + days);
	return { step, due: dayOf(due), status: 'open' };
}

export function doneOf(plan: readonly PlanStep[]): number {
	return plan.filter(({ status }) => status === 'done').length;
}
