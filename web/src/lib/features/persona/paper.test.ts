import { expect, it } from 'vitest';
import { zoomToFit } from './paper';

it('stays as it is when it fits', () => {
	expect(zoomToFit(() => 900, 1000)).toBe(1);
});

it('takes the largest size that fits', () => {
	const zoom = zoomToFit((at) => 1200 * at, 1000);
	expect(1200 * zoom).toBeLessThanOrEqual(1000);
	expect(1200 * (zoom + 0.03)).toBeGreaterThan(1000);
});

it('does not become unreadable', () => {
	expect(zoomToFit((at) => 9000 * at, 1000)).toBe(0.5);
});
