import { expect, it } from 'vitest';
import { placeOf } from './places';

it('knows where an address belongs', () => {
	const paths = [
		'/',
		'/j/jo-femke',
		'/j/jo-femke/gain',
		'/groups',
		'/groups/pe-femke',
		'/actions',
		'/search',
		'/settings',
		'/elsewhere',
	];
	expect(paths.map(placeOf)).toEqual([
		'journeys',
		'journeys',
		'journeys',
		'groups',
		'groups',
		'actions',
		'search',
		'settings',
		'journeys',
	]);
});
