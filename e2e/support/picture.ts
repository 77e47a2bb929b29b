import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';

const folder = join(import.meta.dirname, '../../docs/screenshots');

/** A picture in the README is loaded by everybody who looks at the repository. */
const bytesMax = 300_000;

/** Writes what the page shows, when its fonts are there and nothing has the focus or the pointer. */
export async function picture(page: Page, name: string): Promise<void> {
	await page.mouse.move(0, 0);
	await page.evaluate(async () => {
		(document.activeElement as HTMLElement | null)?.blur();
		await document.fonts.ready;
	});
	const path = join(folder, `${name}.png`);
	await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
	expect((await stat(path)).size, `${name}.png stays small`).toBeLessThanOrEqual(bytesMax);
}
