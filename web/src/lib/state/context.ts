// The open journey travels by typed context: the route sets it, features get it.
import { createContext } from 'svelte';
import type { JourneyStore } from './journey.svelte';

export const [getJourneyStore, setJourneyStore] = createContext<JourneyStore>();
