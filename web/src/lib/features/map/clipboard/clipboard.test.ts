import { describe, expect, it } from 'vitest';
import type { Journey, Workspace } from '$lib/api';
import { applyOps, journeySchema, openDoc } from '$lib/ops';
import { sample } from '$lib/ops/sample';
import { clipOf, clipOfLane, clipOfStage, html, isEmptyClip, plainText, readClip, type Clip } from './clip';
import { paste, type Spot } from './paste';

const channel = (id: string, nl: string) => ({ id, name: { nl } });
const home = {
	id: 'ws',
	channels: [channel('ch-web', 'Website'), channel('ch-shop', 'Winkel')],
	evidence: [{ id: 'ev' }],
	processes: [],
	members: [{ id: 'me' }],
	guidingPrinciples: [{ id: 'gp' }],
} as unknown as Workspace;
const elsewhere = {
	...home,
	id: 'other',
	channels: [channel('x-1', 'Website')],
	evidence: [],
} as unknown as Workspace;

function journey(change: object = {}): Journey {
	const of = sample();
	const more: Record<string, object> = {
		a: { channelId: 'ch-web', evidenceIds: ['ev'], barrierIds: ['b', 'd'], tags: ['prijs'] },
		b: { channelId: 'ch-shop', yes: { cardId: 'a' }, no: { stageId: 's2' } },
	};
	return {
		...of,
		cards: of.cards.map((card) => ({ ...card, ...more[card.id] })),
		links: [{ id: 'ln', kind: 'related', fromCardId: 'a', toCardId: 'b', strength: 2 }],
		opportunities: [
			{
				id: 'o',
				stageId: 's1',
				title: { nl: 'Kans' },
				type: 'presence',
				status: 'idea',
				basedOn: ['a'],
				primary: true,
			},
		],
		actions: [
			{
				id: 'act',
				stageId: 's1',
				title: { nl: 'Actie' },
				aim: 'presence',
				status: 'open',
				channelId: 'ch-web',
				opportunityId: 'o',
				principleChecks: [{ principleId: 'gp', verdict: 'fits' }],
			},
		],
		...change,
	} as Journey;
}

/** Over the clipboard and into a journey. */
function pasted(clip: Clip, into: Journey, workspace: Workspace, spot: Spot) {
	const text = plainText(clip, (words) => words?.nl ?? '');
	const read = readClip(`<meta charset="utf-8"><!--StartFragment-->${html(clip, text)}`);
	if (!read) throw new Error('the copy comes back');
	const result = paste(read, into, workspace, spot);
	const { doc, results } = applyOps(journeySchema, openDoc(into), result.ops);
	expect(results.every(({ applied }) => applied)).toBe(true);
	const now = doc.all;
	const of = (title: string) => now.cards.findLast((card) => card.title.nl === title)!;
	return { ...result, now, of };
}

const own = journey();
const some = clipOf(own, home, new Set(['a', 'b', 'act']));

describe('a copy of cards', () => {
	it('is titles for other programs', () => {
		expect(plainText(some, (words) => words?.nl ?? '')).toBe('a\nb\nActie');
	});

	it('gets new ids and keeps order, fields and the links inside it', () => {
		const { now, of, ids, dropped } = pasted(some, own, home, { stageId: 's2', laneId: 'l1', cardId: 'd' });
		const cell = now.cards.filter((c) => c.stageId === 's2').sort((x, y) => x.order - y.order);
		expect(cell.map((card) => card.title.nl)).toEqual(['d', 'a', 'b']);
		expect(new Set([...own.cards.map((c) => c.id), ...ids]).size).toBe(own.cards.length + 3);
		expect(of('a')).toMatchObject({ channelId: 'ch-web', tags: ['prijs'], evidenceIds: ['ev'] });
		expect(now.links.at(-1)).toMatchObject({ fromCardId: of('a').id, toCardId: of('b').id, strength: 2 });
		expect(dropped).toBe(0);
	});

	it('refers to the copies among them, and to what stays in the same journey', () => {
		const { of } = pasted(some, own, home, { stageId: 's2', laneId: 'l1' });
		expect(of('a').barrierIds).toEqual([of('b').id, 'd']);
		expect(of('b').yes).toEqual({ cardId: of('a').id });
		expect(of('b').no).toEqual({ stageId: 's2' });
	});

	it('in another workspace takes the channel of the same name and counts what is left out', () => {
		const strange = { ...sample(), id: 'jo2', cards: [], links: [] } as Journey;
		const { of, now, dropped } = pasted(some, strange, elsewhere, { stageId: 's1', laneId: 'l1' });
		expect(of('a').channelId).toBe('x-1');
		expect(of('a').evidenceIds).toEqual([]);
		expect(of('b')).not.toHaveProperty('channelId');
		expect(of('b')).toMatchObject({ yes: { cardId: of('a').id } });
		expect(of('b')).not.toHaveProperty('no');
		expect(now.actions[0]).toMatchObject({ channelId: 'x-1', principleChecks: [] });
		expect(now.actions[0]).not.toHaveProperty('opportunityId');
		// Evidence, the barrier and the stage of another journey, a channel, an opportunity and a principle.
		expect(dropped).toBe(6);
	});

	it('without a lane that takes them stays out, and says how many', () => {
		const bare = { ...sample(), cards: [], links: [], lanes: [sample().lanes[2]!] } as Journey;
		const { homeless, now } = pasted(some, bare, home, { stageId: 's1' });
		expect(homeless).toBe(2);
		expect(now.cards).toEqual([]);
	});
});

describe('a copy of a whole', () => {
	it('stage stands after the one with the focus, with what is in it', () => {
		const { now, ids } = pasted(clipOfStage(own, home, 's1'), own, home, { stageId: 's1' });
		const stages = [...now.stages].sort((x, y) => x.order - y.order);
		expect(stages.map((stage) => stage.name.nl)).toEqual(['Een', 'Een', 'Twee']);
		expect(stages[1]?.id).toBe(ids[0]);
		expect(now.cards.filter((card) => card.stageId === ids[0]).map((card) => card.title.nl)).toEqual([
			'a',
			'b',
			'c',
		]);
		const [first, second] = now.opportunities;
		expect(first?.primary).toBe(true);
		expect(second).toMatchObject({
			stageId: ids[0],
			basedOn: [now.cards.findLast((c) => c.title.nl === 'a')?.id],
		});
		expect(now.actions.at(-1)?.opportunityId).toBe(second?.id);
	});

	it('stage is refused when the journey is full', () => {
		const stages = Array.from({ length: 20 }, (_, i) => ({
			id: `s${i}`,
			order: i + 1,
			name: { nl: `${i}` },
		}));
		const full = { ...own, stages } as Journey;
		expect(paste(clipOfStage(own, home, 's1'), full, home, {}).refused).toBe('stages');
	});

	it('lane keeps its cards in their stages', () => {
		const { now, ids } = pasted(clipOfLane(own, home, 'l1'), own, home, { laneId: 'l1' });
		const lanes = [...now.lanes].sort((x, y) => x.order - y.order);
		expect(lanes.map((lane) => lane.type)).toEqual(['doing', 'doing', 'touchpoint', 'action']);
		const cards = now.cards.filter((card) => card.laneId === ids[0]);
		expect(cards.map((card) => `${card.title.nl}${card.stageId}${card.order}`)).toEqual([
			'as11',
			'bs12',
			'cs13',
			'ds21',
		]);
	});
});

describe('what comes over the clipboard', () => {
	const f = (name: string, source: string) => it(name, () => expect(readClip(source)).toBeUndefined());
	const mark = (value: unknown) => `<ul data-klantreis="${encodeURIComponent(JSON.stringify(value))}">`;
	f('is not a map', '<table><tr><td>1</td></tr></table>');
	f('is broken', '<ul data-klantreis="%7B%22kind">');
	f('is broken off', '<ul data-klantreis="%E0%A4%A">');
	f('lacks lists', mark({ kind: 'cards', workspaceId: 'a', journeyId: 'b' }));
	f('holds things without an id', mark({ ...some, cards: [{ title: {} }] }));
	f('is of another kind', mark({ ...some, kind: 'everything' }));

	it('reaches no prototype', () => {
		const evil = JSON.parse(
			'{"id":"z","stageId":"s1","laneId":"l1","type":"doing","__proto__":{"x":1}}',
		) as Clip['cards'][0];
		const { ops } = paste({ ...some, cards: [evil] }, own, home, { stageId: 's1', laneId: 'l1' });
		expect(JSON.stringify(ops)).not.toContain('"x"');
	});
});

it('a copy of nothing is empty', () => {
	expect(isEmptyClip(clipOf(own, home, new Set(['nobody'])))).toBe(true);
});
