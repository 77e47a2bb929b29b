import { expect, it } from 'vitest';
import { parse } from './remember';

it('takes only a step there is and a moment that can be read', () => {
	expect(parse('{"step":"scope","at":"2026-08-01T10:00:00.000Z"}')).toEqual({
		step: 'scope',
		at: '2026-08-01T10:00:00.000Z',
	});
	expect(parse('{"step":"elsewhere","at":"2026-08-01T10:00:00.000Z"}')).toBeUndefined();
	expect(parse('{"step":"scope","at":"once"}')).toBeUndefined();
	expect(parse('null')).toBeUndefined();
	expect(parse(null)).toBeUndefined();
});
