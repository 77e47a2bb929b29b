/**
 * The rows of the map from top to bottom: the document's lanes in their own order, three bands that are
 * always drawn although they hold no cards, and the three lines of a service blueprint. The drawing of
 * `render` follows the same order.
 */

/** What a lane type says about whose side it is on. */
export type Side = 'customer' | 'front' | 'back' | 'result' | 'other';

/** The three lines of a service blueprint. */
export type BlueprintLine = 'interaction' | 'visibility' | 'internal';

/** One row of the map. */
export type Band<L extends LaneLike = LaneLike> =
	| { kind: 'lane'; id: string; lane: L }
	| { kind: 'gain'; id: 'gain' }
	| { kind: 'support'; id: 'support' }
	| { kind: 'metrics'; id: 'metrics' }
	| { kind: 'line'; id: BlueprintLine };

/** What ordering needs to know of a lane. */
export interface LaneLike {
	id: string;
	type: string;
	order: number;
	hidden?: boolean;
}

const SIDES: Record<string, Side> = {
	doing: 'customer',
	touchpoint: 'customer',
	decision: 'customer',
	source: 'customer',
	expectation: 'customer',
	emotion: 'customer',
	need: 'customer',
	barrier: 'customer',
	frontstage: 'front',
	backstage: 'back',
	opportunity: 'result',
	action: 'result',
	idea: 'result',
	metric: 'result',
};

/** Whose side a lane of this type is on. */
export function sideOf(type: string): Side {
	return SIDES[type] ?? 'other';
}

/** All rows for these lanes; hidden lanes are left out, unless a view asks for others. */
export function orderBands<L extends LaneLike>(
	lanes: readonly L[],
	isShown: (lane: L) => boolean = (lane) => !lane.hidden,
): Band<L>[] {
	const shown = lanes.filter(isShown).sort((a, b) => a.order - b.order);
	const sides = shown.map((l) => sideOf(l.type));
	const lastCustomer = sides.lastIndexOf('customer');
	const firstFront = sides.indexOf('front');
	const firstBack = sides.indexOf('back');
	const supportAfter = Math.max(sides.lastIndexOf('back'), firstBack < 0 ? sides.lastIndexOf('front') : -1);
	const lastAction = shown.findLastIndex((l) => l.type === 'action');
	const ownMetrics = shown.some((l) => l.type === 'metric');

	const bands: Band<L>[] = [];
	const gain = () => bands.push({ kind: 'gain', id: 'gain' });
	const support = () => bands.push({ kind: 'support', id: 'support' });
	const line = (id: BlueprintLine) => bands.push({ kind: 'line', id });
	const supportBefore = supportAfter < 0 ? lastCustomer : -2;

	if (lastCustomer < 0) gain();
	if (supportBefore === -1) support();
	shown.forEach((lane, i) => {
		if (i === (firstFront < 0 ? firstBack : firstFront)) line('interaction');
		if (i === firstBack) line('visibility');
		bands.push({ kind: 'lane', id: lane.id, lane });
		if (i === lastCustomer) gain();
		if (i === supportBefore) support();
		if (i === supportAfter) {
			line(firstBack < 0 ? 'visibility' : 'internal');
			support();
		}
		if (i === lastAction && !ownMetrics) bands.push({ kind: 'metrics', id: 'metrics' });
	});
	if (lastAction < 0 && !ownMetrics) bands.push({ kind: 'metrics', id: 'metrics' });
	return bands;
}
