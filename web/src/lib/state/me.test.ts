import { expect, it } from 'vitest';
import { Me } from './me.svelte';

const team = {
	id: 'ws',
	members: [
		{ id: 'm-1', name: 'Sanne', role: 'owner' as const },
		{ id: 'm-2', name: 'Joris', role: 'editor' as const },
	],
};

function storage(kept?: string) {
	const values = new Map(kept === undefined ? [] : [['klantreis.me', kept]]);
	return {
		getItem: (key: string) => values.get(key) ?? null,
		setItem: (key: string, value: string) => void values.set(key, value),
	};
}

it('is nobody until somebody says so, and is remembered per workspace', () => {
	const kept = storage();
	const me = new Me(kept);
	expect(me.of(team)).toBeUndefined();
	me.choose('ws', 'm-2');
	expect(me.of(team)?.name).toBe('Joris');
	expect(new Me(kept).of(team)?.name).toBe('Joris');
	expect(new Me(kept).of({ ...team, id: 'other' })).toBeUndefined();
});

it('is nobody again when that member has gone or the choice was taken back', () => {
	const me = new Me(storage());
	me.choose('ws', 'm-2');
	expect(me.of({ ...team, members: team.members.slice(0, 1) })).toBeUndefined();
	me.choose('ws', undefined);
	expect(me.of(team)).toBeUndefined();
});

it('takes what cannot be read for nothing', () => {
	for (const kept of ['{', 'null', '"m-1"', '{"ws":1}', '[]'])
		expect(new Me(storage(kept)).of(team)).toBeUndefined();
});
