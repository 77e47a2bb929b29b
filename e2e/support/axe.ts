import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
	id: string;
	help: string;
	nodes: { target: unknown; failureSummary?: string }[];
}

/**
 * Everything axe finds against WCAG 2.2 AA and its own good practices, one line per element.
 * The script comes in through the debugger, so the page's Content-Security-Policy stays as it is.
 */
export async function violations(page: Page): Promise<string[]> {
	await page.evaluate(source);
	const found = await page.evaluate(async () => {
		const axe = (window as unknown as { axe: { run(what: Document): Promise<{ violations: unknown }> } }).axe;
		return (await axe.run(document)).violations;
	});
	return (found as Violation[]).flatMap((violation) =>
		violation.nodes.map(
			(node) =>
				`${violation.id}: ${violation.help} – ${JSON.stringify(node.target)}\n${node.failureSummary ?? ''}`,
		),
	);
}
