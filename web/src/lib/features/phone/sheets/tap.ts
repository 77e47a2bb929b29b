/**
 * On the desktop texts are edited on double-click; a phone has taps. Attach it to whatever holds editable texts.
 */
export function editOnTap(node: HTMLElement): () => void {
	function begin(event: Event) {
		const text = (event.target as Element).closest('[role="button"].shown');
		text?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
	}
	node.addEventListener('click', begin);
	return () => node.removeEventListener('click', begin);
}
