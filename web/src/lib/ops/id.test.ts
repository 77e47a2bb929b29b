import { expect, it } from 'vitest';
import { newId, scoreId, transitionId } from '.';

it('is a UUID of version 7 that sorts by time', () => {
	const [early, late] = [newId(1_700_000_000_000), newId(1_700_000_000_001)];
	expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
	expect(early < late).toBe(true);
	expect(newId()).not.toBe(newId());
});

it('addresses what has no id of its own', () => {
	expect(scoreId('s1', 'presence', 'm1')).toBe('score:s1:presence:m1');
	expect(transitionId('s1', undefined, 'exit')).toBe('transition:s1:exit:exit');
});
