// Everything about language: `m` (typed messages of the catalogue in web/messages), `text`/`pick` for texts of
// a document, and formatting. Which language is shown is `prefs.lang` of $lib/state/prefs.svelte.
export { m } from '$lib/paraglide/messages';
export * as format from './format';
export { langs, manyLines, oneLine, pick, shortName, text, type Lang, type LText, type Picked } from './text';
