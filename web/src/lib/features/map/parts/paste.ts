/** A field with a length cuts what is pasted in silence; this says so. */
import { m } from '$lib/i18n';
import { toasts } from '$lib/state';

type Field = HTMLInputElement | HTMLTextAreaElement;

export function tellCut(event: ClipboardEvent & { currentTarget: Field }): void {
	const field = event.currentTarget;
	const pasted = event.clipboardData?.getData('text') ?? '';
	const selected = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0);
	if (field.value.length - selected + pasted.length <= field.maxLength) return;
	toasts.show(m.title_cut({ max: field.maxLength }), { tone: 'bad' });
}
