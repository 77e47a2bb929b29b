import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { violations } from '../support/axe';
import { test, expect, type Language, type Theme } from '../support/fixtures';

const root = join(import.meta.dirname, '../..');

test('about tells version, licence and whose names are used, from the settings and the help', async ({
	page,
	server,
}) => {
	await page.goto(server.link);
	await page.getByRole('navigation', { name: 'Hoofdnavigatie' }).getByText('Instellingen').click();
	await page.getByRole('link', { name: 'Over klantreis' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'klantreis' })).toBeVisible();
	const { version } = (await (await page.request.get(`${server.origin}/api/v1/session`)).json()) as {
		version: string;
	};
	await expect(page.getByText(`Versie ${version}`)).toBeVisible();
	await expect(page.getByText('onder de licentie Apache-2.0')).toBeVisible();
	await expect(page.getByText(/NPS® .* geregistreerde merken van Bain & Company/)).toBeVisible();
	await page.getByText('svelte', { exact: true }).click();
	await expect(page.getByText(/Svelte Contributors/)).toBeVisible();

	await page.goto(`${server.origin}/j/jo-femke`);
	await page.getByRole('button', { name: 'Meer en hulp' }).click();
	await page.getByRole('menuitem', { name: 'Over klantreis' }).click();
	await expect(page.getByText(`Versie ${version}`)).toBeVisible();
});

test('nothing that is bundled misses its licence', async ({ request, server }) => {
	const { packages } = (await (await request.get(`${server.origin}/notices.json`)).json()) as {
		packages: { name: string; version: string; licence: string; text: string }[];
	};
	const told = new Map(packages.map((each) => [each.name, each]));
	expect(packages.filter(({ licence, text }) => !licence || text.length < 300)).toEqual([]);

	await test.step('every Go module that the linker put into the program', () => {
		const info = execFileSync('go', ['version', '-m', join(root, 'bin/klantreis')], { encoding: 'utf8' });
		const modules = [...info.matchAll(/^\tdep\t(\S+)\t(\S+)/gm)];
		expect(modules.length).toBeGreaterThan(5);
		for (const [, name, version] of modules) expect(told.get(name!)?.version, name).toBe(version);
		expect(told.get('Go')).toBeDefined();
	});

	await test.step('every package that the pages import', () => {
		const source = join(root, 'web/src');
		const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
			(name) => /\.(ts|svelte|css)$/.test(name) && !/\.test\.ts$|fakeserver/.test(name),
		);
		const imported = files.flatMap((name) => {
			const text = readFileSync(join(source, name), 'utf8');
			const imports = text.matchAll(
				/^\s*(?:import (?!type)[^;]*?from |import |@import )['"]([^'".$][^'"]*)['"]/gm,
			);
			return Array.from(imports, ([, path]) => /^(@[^/]+\/)?[^/]+/.exec(path!)![0]);
		});
		expect(imported).toContain('svelte');
		for (const name of new Set(imported)) expect([...told.keys()], name).toContain(name);
	});
});

const looks: [Language, Theme][] = [
	['nl', 'light'],
	['en', 'dark'],
];
for (const [language, theme] of looks) {
	test.describe(`axe finds nothing in ${language}, ${theme}:`, () => {
		test.use({ language, theme });
		test('about @everywhere', async ({ page, server }) => {
			await page.goto(server.link);
			await page.goto(`${server.origin}/about`);
			await expect(page.getByText('openapi-fetch')).toBeVisible();
			expect(await violations(page)).toEqual([]);
			expect(
				await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
			).toBeLessThanOrEqual(0);
		});
	});
}
