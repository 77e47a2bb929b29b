// Live state of this tab. In a route: `setJourneyStore(new JourneyStore())` and `load(id)`; in a feature:
// `const store = getJourneyStore()`. Reading store.journey / computed / workspace / saveState is reactive;
// all changes go through store.edit(ops, label), undo() and redo(). Pages about a workspace use WorkspaceStore the
// same way; `me.of(workspace)` is the member at this browser.
export { chosenWorkspace } from './chosen';
export { getJourneyStore, getWorkspaceStore, setJourneyStore, setWorkspaceStore } from './context';
export type { EditOptions, SaveState, StoreParts } from './document.svelte';
export { JourneyStore } from './journey.svelte';
export { me } from './me.svelte';
export { holdUndoOffers, offerUndo } from './offers.svelte';
export { prefs, type Theme } from './prefs.svelte';
export { toasts, type Toast } from './toasts.svelte';
export { WorkspaceStore } from './workspace.svelte';
