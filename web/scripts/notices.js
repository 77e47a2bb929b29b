// What is bundled, and its licences: notices.json beside the pages. It is worked out from what the build really
// takes – the modules in the bundles, the Go packages in the program, the fonts in both – so that nothing is missed.
// The same sources give the same bytes: no dates, sorted by name.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Notice
 * @property {string} name
 * @property {string} version
 * @property {'pages' | 'program' | 'font'} part
 * @property {string} licence SPDX name, or '' when it is not one of the usual
 * @property {string} text
 */

const web = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const repository = resolve(web, '..');

/** Fonts that the program draws with; the Makefile copies them from these packages. */
const drawn = ['@expo-google-fonts/inter', '@expo-google-fonts/noto-emoji'];

/** Tools that write code of their own into the bundles: how messages are looked up, how parts are fetched. */
const writers = ['@inlang/paraglide-js', 'rolldown', 'vite'];

/**
 * The npm packages that modules come from, each once.
 * @param {Iterable<string>} ids
 */
export function packagesOf(ids) {
	const names = new Set();
	for (const id of ids) {
		const [, name] = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/')) ?? [];
		if (name) names.add(name);
	}
	return [...names].sort();
}

/** @type {[name: string, mark: RegExp][]} */
const marks = [
	['OFL-1.1', /SIL OPEN FONT LICENSE Version 1\.1/i],
	['Apache-2.0', /Apache License\s+Version 2\.0/],
	['BSD-3-Clause', /Redistribution and use[^]*Neither the name/],
	['BSD-2-Clause', /Redistribution and use/],
	['ISC', /Permission to use, copy, modify, and\/or distribute/],
	['MIT', /Permission is hereby granted, free of charge/],
];

/**
 * Which licence a text is.
 * @param {string} text
 */
export function licenceOf(text) {
	return marks.find(([, mark]) => mark.test(text))?.[0] ?? '';
}

/**
 * A licence without those of what its package bundles for itself and not for us.
 * @param {string} text
 */
const own = (text) => text.split('\n# Licenses of bundled dependencies')[0]?.trim() ?? '';

/**
 * Licence and notices that lie in a folder, in the order of their names.
 * @param {string} folder
 */
function textsIn(folder) {
	const names = readdirSync(folder)
		.filter((name) => /^(licen[cs]e|copying|notice|patents)/i.test(name))
		.sort();
	if (!names.some((name) => /^(licen[cs]e|copying)/i.test(name))) throw new Error(`No licence in ${folder}`);
	return names.map((name) => own(readFileSync(join(folder, name), 'utf8'))).join('\n\n');
}

/**
 * @param {string} name
 * @returns {Notice}
 */
function npmNotice(name) {
	const folder = join(web, 'node_modules', name);
	const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	const part = /font/.test(name) ? 'font' : 'pages';
	// A package of fonts has one licence for itself and one for the font; what is bundled is the font.
	const font = join(folder, 'LICENSE_FONT');
	const text = part === 'font' && existsSync(font) ? own(readFileSync(font, 'utf8')) : textsIn(folder);
	return { name, version, part, licence: licenceOf(text), text };
}

/** @returns {Notice[]} */
function goNotices() {
	const go = (/** @type {string[]} */ ...args) =>
		execFileSync('go', args, { cwd: repository, encoding: 'utf8', maxBuffer: 1 << 26 }).trim();
	const form = '{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}{{end}}';
	// -e: the pages that the program embeds are only being made.
	const lines = new Set(go('list', '-e', '-deps', '-f', form, './cmd/klantreis').split('\n').filter(Boolean));
	const modules = [...lines].map((line) => {
		const [name = '', version = '', folder = ''] = line.split('\t');
		const text = textsIn(folder);
		return { name, version, part: /** @type {const} */ ('program'), licence: licenceOf(text), text };
	});
	const text = textsIn(go('env', 'GOROOT'));
	const version = go('env', 'GOVERSION').replace(/^go/, '');
	return [...modules, { name: 'Go', version, part: 'program', licence: licenceOf(text), text }];
}

/**
 * All notices, for the modules that the pages were built from.
 * @param {Iterable<string>} ids
 */
export function noticesOf(ids) {
	const npm = [...new Set([...packagesOf(ids), ...drawn, ...writers])].map(npmNotice);
	const packages = [...npm, ...goNotices()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
	const text = readFileSync(join(repository, 'LICENSE'), 'utf8').trim();
	return { licence: licenceOf(text), text, packages };
}

/** Writes notices.json into the build. @returns {import('vite').Plugin} */
export function notices() {
	return {
		name: 'klantreis-notices',
		apply: 'build',
		generateBundle(_options, bundle) {
			// The pages are built twice: for the browser, and for the one page that is written beforehand.
			if (!Object.values(bundle).some((each) => each.fileName.includes('immutable'))) return;
			if (this.environment && this.environment.name !== 'client') return;
			// What the bundles kept, and what they import that is no code: style sheets with their fonts.
			const kept = Object.values(bundle).flatMap((each) => (each.type === 'chunk' ? each.moduleIds : []));
			const styles = [...this.getModuleIds()].filter((id) => /\.css($|\?)/.test(id));
			const imported = readFileSync(join(web, 'src/lib/theme/index.css'), 'utf8').matchAll(
				/@import '(@[^']+)'/g,
			);
			const fonts = Array.from(imported, ([, path]) => `/node_modules/${path}`);
			const source = JSON.stringify(noticesOf([...kept, ...styles, ...fonts]));
			this.emitFile({ type: 'asset', fileName: 'notices.json', source });
		},
	};
}
