// Live state of this tab. In a route: `setJourneyStore(new JourneyStore())` and `load(id)`; in a feature:
// `const store = getJourneyStore()`. Reading store.journey / computed / workspace / saveState is reactive;
// all changes go through store.edit(ops, label), undo() and redo().
export { getJourneyStore, setJourneyStore } from './context';
export type { EditOptions, SaveState, StoreParts } from './document.svelte';
export { JourneyStore } from './journey.svelte';
export { prefs, type Theme } from './prefs.svelte';
export { toasts, type Toast } from './toasts.svelte';
export { WorkspaceStore } from './workspace.svelte';
