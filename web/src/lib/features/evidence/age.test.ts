import { expect, it } from 'vitest';
import { isOld } from './age';

it('is old from the limit of the workspace on, two years when it has none', () => {
	const now = new Date('2026-08-01T12:00:00');
	expect(isOld('2024-08-01', undefined, now)).toBe(false);
	expect(isOld('2024-07-31', undefined, now)).toBe(true);
	expect(isOld('2026-06-30', 1, now)).toBe(true);
	expect(isOld('2026-07-02', 1, now)).toBe(false);
});
