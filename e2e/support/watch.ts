import type { Page } from '@playwright/test';

declare global {
	interface Window {
		reportViolation(what: string): void;
	}
}

/** What went wrong behind a page, less what a test says will go wrong. */
export class Problems {
	#found: string[] = [];
	#foreseen: RegExp[] = [];

	add(problem: string): void {
		this.#found.push(problem);
	}

	/** The test does something that shows like this, such as stopping the server. */
	foresee(pattern: RegExp): void {
		this.#foreseen.push(pattern);
	}

	get unforeseen(): string[] {
		return this.#found.filter((problem) => !this.#foreseen.some((pattern) => pattern.test(problem)));
	}
}

/**
 * Collects what must not happen on any page: errors in the console, exceptions, breaches of the
 * Content-Security-Policy, answers of 400 and above, requests to another origin.
 */
export async function watch(page: Page, origin: string): Promise<Problems> {
	const problems = new Problems();
	page.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warning')
			problems.add(`console ${message.type()}: ${message.text()}`);
	});
	page.on('pageerror', (error) => problems.add(`exception: ${error.stack ?? error.message}`));
	page.on('request', (request) => {
		const url = new URL(request.url());
		if (url.protocol.startsWith('http') && url.origin !== origin)
			problems.add(`request to another origin: ${request.url()}`);
	});
	page.on('response', (response) => {
		if (response.status() >= 400)
			problems.add(`${response.request().method()} ${response.url()} answered ${response.status()}`);
	});
	await page.exposeFunction('reportViolation', (what: string) => problems.add(`CSP: ${what}`));
	await page.addInitScript(() => {
		document.addEventListener('securitypolicyviolation', (event) => {
			window.reportViolation(`${event.violatedDirective} refused ${event.blockedURI} ${event.sample}`);
		});
	});
	return problems;
}
