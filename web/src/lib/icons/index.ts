// Drawn parts: <Icon name size>, <Face valence size>, <FaceMark valence r> (inside an svg),
// <Portrait name size>, <Mark>. Import from '$lib/icons'.
export { default as Icon } from './Icon.svelte';
export { default as Face } from './Face.svelte';
export { default as FaceMark } from './FaceMark.svelte';
export { default as Portrait } from './Portrait.svelte';
export { default as Mark } from './Mark.svelte';
export { channelIcon, type IconName } from './icons';
export { faceKey, type FaceKey } from './face';
