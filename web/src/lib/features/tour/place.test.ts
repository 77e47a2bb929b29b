import { expect, it } from 'vitest';
import { GAP, inView, placeBeside, type Box } from './place';

const window: Box = { left: 0, top: 0, width: 1000, height: 800 };
const size = { width: 300, height: 160 };

it('stands below, above, after or before, where there is room', () => {
	const at = (box: Partial<Box>) =>
		placeBeside({ left: 100, top: 100, width: 200, height: 100, ...box }, size, window);
	expect(at({})).toEqual({ left: 100, top: 200 + GAP });
	expect(at({ top: 650 })).toEqual({ left: 100, top: 650 - GAP - 160 });
	expect(at({ top: 10, height: 780 })).toEqual({ left: 300 + GAP, top: 10 });
	expect(at({ top: 10, height: 780, left: 600, width: 390 })).toEqual({ left: 600 - GAP - 300, top: 10 });
});

it('stays in the window', () => {
	expect(placeBeside({ left: 900, top: 100, width: 90, height: 50 }, size, window).left).toBe(692);
	expect(placeBeside({ left: -50, top: 100, width: 90, height: 50 }, size, window).left).toBe(8);
});

it('never covers what it explains when there is room anywhere', () => {
	for (let left = 0; left <= 700; left += 50)
		for (let top = 0; top <= 700; top += 50) {
			const target = { left, top, width: 250, height: 90 };
			const place = placeBeside(target, size, window);
			const shared = inView({ ...place, ...size }, target);
			expect(shared.width * shared.height).toBe(0);
		}
});

it('knows which part is in view', () => {
	expect(inView({ left: -100, top: 700, width: 5000, height: 300 }, window)).toEqual({
		left: 0,
		top: 700,
		width: 1000,
		height: 100,
	});
});
