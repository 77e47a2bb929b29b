import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { notices } from './scripts/notices.js';

/** The klantreis server that `npm run dev` talks to. */
const server = process.env.KLANTREIS_SERVER ?? 'http://127.0.0.1:8080';

const testing = process.env.VITEST !== undefined;

const messages = () =>
	paraglideVitePlugin({
		project: './project.inlang',
		outdir: './src/lib/paraglide',
		strategy: ['baseLocale'],
	});

export default defineConfig({
	// `npm test` compiles the messages beforehand; the plugin's watcher would keep the tests from ending.
	plugins: [testing ? [] : [messages(), notices()], sveltekit()],
	// The policy allows no data: fonts, so nothing is put inside the style sheets.
	build: { assetsInlineLimit: 0 },
	server: { host: '127.0.0.1', proxy: { '/api': server } },
	preview: { host: '127.0.0.1', proxy: { '/api': server } },
	// The tests run the stores as the browser does, not as a server would render them.
	resolve: testing ? { conditions: ['browser'] } : undefined,
	test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
