// How fluid the page is with a large journey, and what Lighthouse says of the page: run by `make bench-web`.
// Exit status 1 when a promise is not held.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { gzipSync } from 'node:zlib';
import lighthouse, { desktopConfig } from 'lighthouse';
import { chromium } from 'playwright-core';
import { largeJourney } from './journey.mjs';
import { interactions, observe, observed } from './measure.mjs';

const root = join(import.meta.dirname, '../..');
const program = join(root, 'bin/klantreis');
const debugPort = Number(process.env.DEBUG_PORT ?? 9333);
const chromiumFlags = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

const promised = { inp: 150, longTask: 200, lcp: 2000, lighthouse: 95, script: 250 };
const rows = [];

function report(what, value, unit, holds, limit) {
	rows.push({ what, value: `${value}${unit}`, promised: limit, holds });
}

/** Starts the program on a folder and gives its one-time link. */
function serve(command, folder) {
	const child = spawn(program, [command, '--data', folder, '--addr', '127.0.0.1:0'], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const link = new Promise((resolve, reject) => {
		createInterface(child.stdout).on('line', (line) => {
			const found = /ready: (http:\S+)/.exec(line)?.[1];
			if (found) resolve(found);
		});
		child.on('exit', (code) => reject(new Error(`klantreis ended with ${code}`)));
	});
	return { child, link };
}

async function withServer(command, prepare, use) {
	const folder = mkdtempSync(join(tmpdir(), 'klantreis-bench-'));
	prepare(folder);
	const { child, link } = serve(command, folder);
	try {
		await use(await link);
	} finally {
		child.removeAllListeners('exit');
		const ended = new Promise((resolve) => child.once('exit', resolve));
		child.kill('SIGTERM');
		await ended;
		rmSync(folder, { recursive: true, force: true });
	}
}

function importLarge(folder) {
	const file = join(folder, 'large.json');
	writeFileSync(file, JSON.stringify(largeJourney()));
	const done = spawnSync(program, ['import', file, '--data', folder], { stdio: 'inherit' });
	if (done.status !== 0) throw new Error('the large journey could not be imported');
}

async function enter(browser, link, address) {
	const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'nl-NL' });
	await context.addInitScript(() => localStorage.setItem('klantreis.tour', 'seen'));
	const page = await context.newPage();
	await page.goto(link);
	await page.goto(new URL(address, link).href);
	await page.getByRole('table').first().waitFor();
	return page;
}

/** The largest paint of a second visit, when the scripts are in the cache as they are for a person at work. */
async function largestPaint(page) {
	await page.reload();
	await page.getByRole('table').first().waitFor();
	return page.evaluate(
		() =>
			new Promise((resolve) => {
				new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({
					type: 'largest-contentful-paint',
					buffered: true,
				});
			}),
	);
}

async function measureLarge() {
	const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: chromiumFlags });
	try {
		await withServer('serve', importLarge, async (link) => {
			const page = await enter(browser, link, '/j/jo-large');
			const lcp = Math.round(await largestPaint(page));
			report('largest paint of 1,000 cards (LCP)', lcp, ' ms', lcp <= promised.lcp, `≤ ${promised.lcp} ms`);
			for (const [name, act] of interactions) {
				await observe(page);
				await act(page);
				const { inp, longTask } = await observed(page);
				report(`${name}: slowest interaction`, inp, ' ms', inp <= promised.inp, `≤ ${promised.inp} ms`);
				report(`${name}: longest task`, longTask, ' ms', longTask <= promised.longTask, `≤ ${promised.longTask} ms`);
			}
		});
	} finally {
		await browser.close();
	}
}

async function measureLighthouse() {
	const browser = await chromium.launch({
		executablePath: '/usr/bin/chromium',
		args: [...chromiumFlags, `--remote-debugging-port=${debugPort}`],
	});
	try {
		await withServer('demo', () => {}, async (link) => {
			// Lighthouse opens a tab in the browser's own context, so the session must be there.
			const { cookie } = await session(link);
			for (const [name, address] of [
				['start page', '/'],
				['map', '/j/jo-femke'],
			]) {
				const result = await lighthouse(
					new URL(address, link).href,
					{ port: debugPort, extraHeaders: { Cookie: cookie }, throttlingMethod: 'provided', logLevel: 'error' },
					desktopConfig,
				);
				reportLighthouse(name, result.lhr);
			}
		});
	} finally {
		await browser.close();
	}
}

async function session(link) {
	const answer = await fetch(link, { redirect: 'manual' });
	return { cookie: answer.headers.getSetCookie()[0].split(';')[0] };
}

function reportLighthouse(name, lhr) {
	for (const category of Object.values(lhr.categories)) {
		const score = Math.round(category.score * 100);
		report(`Lighthouse, ${name}: ${category.title}`, score, '', score >= promised.lighthouse, `≥ ${promised.lighthouse}`);
		const failing = category.auditRefs
			.map(({ id, weight }) => ({ ...lhr.audits[id], weight }))
			.filter((audit) => audit.weight > 0 && audit.score !== null && audit.score < 1);
		for (const audit of failing) console.error(`  ${name}, ${category.title}: ${audit.id} ${audit.displayValue ?? ''}`);
	}
}

/** Everything the build could load, compressed: an upper bound of what the map loads. */
function scriptSize() {
	const folder = join(root, 'web/build/_app/immutable');
	const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.js'));
	const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
	return Math.round(bytes / 1000);
}

await measureLarge();
await measureLighthouse();
report('every script of the program, gzip', scriptSize(), ' kB', true, `map alone ≤ ${promised.script} kB, held by a browser test`);

console.log('| what | measured | promised | |\n|---|---|---|---|');
for (const row of rows) console.log(`| ${row.what} | ${row.value} | ${row.promised} | ${row.holds ? '' : '**not held**'} |`);
process.exitCode = rows.every((row) => row.holds) ? 0 : 1;
