import { describe, expect, it } from 'vitest';
import { orderBands } from './bands';

const lanes = (...types: string[]) => types.map((type, i) => ({ id: type, type, order: i + 1 }));
const ids = (...types: string[]) => orderBands(lanes(...types)).map((b) => b.id);

describe('orderBands', () => {
	it('puts the derived bands and lines of a full map where the drawing has them', () => {
		expect(ids('doing', 'touchpoint', 'barrier', 'frontstage', 'backstage', 'opportunity', 'action')).toEqual(
			[
				'doing',
				'touchpoint',
				'barrier',
				'gain',
				'interaction',
				'frontstage',
				'visibility',
				'backstage',
				'internal',
				'support',
				'opportunity',
				'action',
				'metrics',
			],
		);
	});

	it('follows the order of the document, not of the list', () => {
		const bands = orderBands([
			{ id: 'second', type: 'need', order: 2 },
			{ id: 'first', type: 'doing', order: 1 },
		]);
		expect(bands.slice(0, 2).map((b) => b.id)).toEqual(['first', 'second']);
	});

	it('leaves hidden lanes out', () => {
		const bands = orderBands([{ id: 'need', type: 'need', order: 1, hidden: true }]);
		expect(bands.map((b) => b.id)).toEqual(['gain', 'support', 'metrics']);
	});

	it('keeps the visibility line when nothing stands backstage', () => {
		expect(ids('need', 'frontstage')).toEqual([
			'need',
			'gain',
			'interaction',
			'frontstage',
			'visibility',
			'support',
			'metrics',
		]);
	});

	it('draws no line without an organisation side', () => {
		expect(ids('need', 'opportunity')).toEqual(['need', 'gain', 'support', 'opportunity', 'metrics']);
	});

	it('does not repeat the measures when the document has a lane for them', () => {
		expect(ids('action', 'metric').filter((id) => id.startsWith('metric'))).toEqual(['metric']);
	});

	it('has its derived bands even when there are no lanes', () => {
		expect(ids()).toEqual(['gain', 'support', 'metrics']);
	});
});
