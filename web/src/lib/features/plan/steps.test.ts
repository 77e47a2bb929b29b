import { describe, expect, it } from 'vitest';
import { doneOf, stepOf, templatesFor } from './steps';

describe('the plan of a journey', () => {
	it('five usual steps stand within six weeks, none of them done', () => {
		const plan = templatesFor([]).map((template) => stepOf(template, new Date(2026, 1, 1)));
		expect(plan.map(({ due }) => due)).toEqual([
			'2026-02-08',
			'2026-02-22',
			'2026-03-01',
			'2026-03-08',
			'2026-03-15',
		]);
		expect(doneOf(plan)).toBe(0);
		expect(plan.every(({ step }) => step.nl && step.en)).toBe(true);
	});

	it('offers only what is not in it yet', () => {
		const [first, ...others] = templatesFor([]);
		const plan = [stepOf(first!, new Date())];
		expect(templatesFor(plan)).toEqual(others);
		expect(doneOf([{ ...plan[0]!, status: 'done' }])).toBe(1);
	});
});
