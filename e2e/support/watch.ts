import type { Page } from '@playwright/test';

declare global {
	interface Window {
		reportViolation(what: string): void;
	}
}

/**
 * Collects what must not happen on any page: errors in the console, exceptions, breaches of the
 * Content-Security-Policy, answers of 400 and above, requests to another origin.
 */
export async function watch(page: Page, origin: string): Promise<string[]> {
	const problems: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warning')
			problems.push(`console ${message.type()}: ${message.text()}`);
	});
	page.on('pageerror', (error) => problems.push(`exception: ${error.stack ?? error.message}`));
	page.on('request', (request) => {
		const url = new URL(request.url());
		if (url.protocol.startsWith('http') && url.origin !== origin)
			problems.push(`request to another origin: ${request.url()}`);
	});
	page.on('response', (response) => {
		if (response.status() >= 400)
			problems.push(`${response.request().method()} ${response.url()} answered ${response.status()}`);
	});
	await page.exposeFunction('reportViolation', (what: string) => problems.push(`CSP: ${what}`));
	await page.addInitScript(() => {
		document.addEventListener('securitypolicyviolation', (event) => {
			window.reportViolation(`${event.violatedDirective} refused ${event.blockedURI} ${event.sample}`);
		});
	});
	return problems;
}
