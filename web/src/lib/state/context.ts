// The open journey or workspace travels by typed context: the route sets it, features get it.
import { createContext } from 'svelte';
import type { JourneyStore } from './journey.svelte';
import type { WorkspaceStore } from './workspace.svelte';

export const [getJourneyStore, setJourneyStore] = createContext<JourneyStore>();

/** On the pages about a whole workspace: customer groups, settings. */
export const [getWorkspaceStore, setWorkspaceStore] = createContext<WorkspaceStore>();
