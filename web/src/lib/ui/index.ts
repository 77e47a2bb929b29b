// Small parts of every screen. Components read tokens only. Import from '$lib/ui'.
// <Button kind icon label href>, <Segmented label options value onchange>, <Chip tone icon>, <Meter share>,
// <AddLine label onadd> (a button that becomes a field), <EditableLine> (a name, the same in every language),
// <StatusRing status size>, <Strength value words>, <Select label options value onchange>, <Avatar name index>, <Text of> (marks a fallback
// language), <EditableText value label onsave>, <NumberField label value onchange min max step>, <Dialog open title
// onclose>, <Menu label items>, <Toasts>, <PaperTheme> (prints in light), <Picture src alt width height> (fills its box), <PrefTools>, <SaveStatus state>. `data-tip` on any element shows a tip on
// hover and focus. curve.ts: curvePath, areaPath, curveAt, desiredAsValence.
export { default as AddLine } from './AddLine.svelte';
export { default as Avatar } from './Avatar.svelte';
export { default as Button } from './Button.svelte';
export { default as Chip } from './Chip.svelte';
export { default as Dialog } from './Dialog.svelte';
export { default as EditableLine } from './EditableLine.svelte';
export { default as EditableText } from './EditableText.svelte';
export { default as Menu, type MenuItem } from './Menu.svelte';
export { default as Meter } from './Meter.svelte';
export { default as NumberField } from './NumberField.svelte';
export { default as PaperTheme } from './PaperTheme.svelte';
export { default as Picture } from './Picture.svelte';
export { default as PrefTools } from './PrefTools.svelte';
export { default as SaveStatus } from './SaveStatus.svelte';
export { default as Segmented } from './Segmented.svelte';
export { default as Select } from './Select.svelte';
export { default as StatusRing } from './StatusRing.svelte';
export { default as Strength } from './Strength.svelte';
export { default as Text } from './Text.svelte';
export { default as Toasts } from './Toasts.svelte';
export { areaPath, curveAt, curvePath, desiredAsValence, type Point } from './curve';
