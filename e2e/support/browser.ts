/**
 * Debian's Chromium, told to keep to itself. It runs without its sandbox because CI is root in a
 * container; it opens nothing but our own server on 127.0.0.1.
 */
export const launchOptions = {
	executablePath: '/usr/bin/chromium',
	args: [
		'--no-sandbox',
		'--disable-gpu',
		'--disable-quic',
		'--no-first-run',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
	],
};
