// Sets language and theme before the first paint. A file of its own, because the
// Content-Security-Policy allows no script inside the page. $lib/state/prefs.svelte.ts
// reads what is set here and writes what is chosen later.
(function () {
	var root = document.documentElement;
	function kept(key, allowed) {
		try {
			var value = localStorage.getItem(key);
			return allowed.indexOf(value) >= 0 ? value : null;
		} catch {
			return null;
		}
	}
	var browser = (navigator.languages || [navigator.language]).map(function (tag) {
		return String(tag).slice(0, 2);
	});
	var known = browser.filter(function (tag) {
		return tag === 'nl' || tag === 'en';
	})[0];
	var dark = matchMedia('(prefers-color-scheme: dark)').matches;
	root.lang = kept('klantreis.lang', ['nl', 'en']) || known || 'en';
	root.dataset.theme = kept('klantreis.theme', ['light', 'dark']) || (dark ? 'dark' : 'light');
})();
