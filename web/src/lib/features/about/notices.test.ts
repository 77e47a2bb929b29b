import { expect, it } from 'vitest';
import { licenceOf, noticesOf, packagesOf } from '../../../../scripts/notices.js';

it('knows the package of a module, with or without a scope', () => {
	const ids = [
		'/w/web/node_modules/svelte/src/index.js?v=1',
		'/w/web/node_modules/svelte/src/other.js',
		'/w/web/node_modules/@sveltejs/kit/src/runtime/app.js',
		'/w/web/node_modules/a/node_modules/esm-env/index.js',
		'C:\\w\\node_modules\\clsx\\dist\\clsx.mjs',
		'/w/web/src/lib/own.ts',
		'\0virtual',
	];
	expect(packagesOf(ids)).toEqual(['@sveltejs/kit', 'clsx', 'esm-env', 'svelte']);
});

it('knows the usual licences', () => {
	expect(licenceOf('Permission is hereby granted, free of charge, to any person')).toBe('MIT');
	expect(licenceOf('Apache License\n   Version 2.0')).toBe('Apache-2.0');
	expect(licenceOf('Redistribution and use … Neither the name of')).toBe('BSD-3-Clause');
	expect(licenceOf('All rights reserved')).toBe('');
});

it('names every bundled part with version, licence and text, the same every time', () => {
	const ids = ['/w/web/node_modules/svelte/src/index.js'];
	const made = noticesOf(ids);
	expect(noticesOf(ids)).toEqual(made);
	expect(made.licence).toBe('Apache-2.0');
	const names = made.packages.map(({ name }) => name);
	expect(names).toEqual([...names].sort());
	for (const name of ['svelte', 'Go', 'github.com/mattn/go-sqlite3', '@expo-google-fonts/inter'])
		expect(names).toContain(name);
	for (const each of made.packages)
		expect([each.name, each.version !== '', each.licence !== '', each.text.length > 300]).toEqual([
			each.name,
			true,
			true,
			true,
		]);
});
