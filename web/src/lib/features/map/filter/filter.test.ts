import { describe, expect, it } from 'vitest';
import type { Journey } from '$lib/api';
import { sample } from '$lib/ops/sample';
import { cardsThrough, fromAddress, noFilter, tagsOf, toAddress, toggled, type Filter } from './filter';

function journey(): Journey {
	const of = sample();
	const more: Record<string, object> = {
		a: { tags: ['prijs', 'web'], experienceLevel: 'new' },
		b: { tags: ['web'], evidenceStatus: 'known' },
		c: { type: 'trigger', triggerType: 'event' },
		d: { experienceLevel: 'existing', tags: ['web'] },
	};
	const situations = ['become', 'stay'] as const;
	return {
		...of,
		stages: of.stages.map((stage, i) => ({ ...stage, situation: situations[i] })),
		cards: of.cards.map((card) => ({ ...card, ...more[card.id] })) as Journey['cards'],
	};
}

describe('filter', () => {
	const f = (change: Partial<Filter>, want: string) =>
		it(JSON.stringify(change), () => {
			const cards = cardsThrough({ ...noFilter, ...change }, journey());
			expect(cards.map((card) => card.id).join('')).toBe(want);
		});
	f({}, 'abcd');
	f({ tags: ['web'] }, 'abd');
	f({ tags: ['prijs', 'web'], levels: ['existing'] }, 'd');
	f({ situations: ['stay'] }, 'd');
	f({ levels: ['new', 'existing'] }, 'ad');
	f({ triggers: ['event'] }, 'c');
	f({ triggers: ['marketing'] }, '');
	f({ evidence: ['known'] }, 'b');

	it('without values gives the very same list', () => {
		const of = journey();
		expect(cardsThrough(noFilter, of)).toBe(of.cards);
	});

	it('stands in the address and comes back from it', () => {
		let filter = toggled(noFilter, 'tags', 'prijs & web');
		filter = toggled(toggled(filter, 'situations', 'stay'), 'evidence', 'guess');
		const params = new URLSearchParams('view=v1');
		toAddress(filter, params);
		expect(params.toString()).toBe('view=v1&tag=prijs+%26+web&situation=stay&evidence=guess');
		expect(fromAddress(params)).toEqual(filter);
		expect(toggled(filter, 'situations', 'stay').situations).toEqual([]);
	});

	it('leaves out what an address may not ask', () => {
		const read = fromAddress(
			new URLSearchParams('situation=leave&level=new&level=new&tag=&evidence=__proto__'),
		);
		expect(read).toEqual({ ...noFilter, levels: ['new'] });
	});
});

it('tags are listed by how often they are used', () => {
	expect(tagsOf(journey())).toEqual(['web', 'prijs']);
});
