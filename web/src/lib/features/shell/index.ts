// The frame around the pages: <PageFrame> (wide rail and header), <AppRail narrow> (beside the map),
// <JourneyTabs>, <JourneyScope> (loads a journey), <WorkspaceScope> (loads the workspace), <WhoAmI>, <UndoTools>,
// <Places> (the rail on a phone), <Trouble> and <Waiting>.
export { default as AppRail } from './AppRail.svelte';
export { default as HelpMenu } from './HelpMenu.svelte';
export { default as JourneyScope } from './JourneyScope.svelte';
export { default as JourneyTabs } from './JourneyTabs.svelte';
export { default as PageFrame } from './PageFrame.svelte';
export { default as Places } from './Places.svelte';
export { default as Trouble } from './Trouble.svelte';
export { default as Waiting } from './Waiting.svelte';
export { default as UndoTools } from './UndoTools.svelte';
export { default as WhoAmI } from './WhoAmI.svelte';
export { default as WorkspaceScope } from './WorkspaceScope.svelte';
