import adapter from '@sveltejs/adapter-static';

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: adapter({ pages: 'build', assets: 'build', fallback: 'index.html' }),
		// The Go server hashes the one start script and sends the policy as a header.
		output: { bundleStrategy: 'split' },
		version: { name: 'klantreis' },
		alias: { $features: 'src/lib/features' },
	},
};
