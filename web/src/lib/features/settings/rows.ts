/** The menu of a row in a list of the workspace: up, down, delete. */
import type { Editor } from '$lib/features/groups/editor';
import { m } from '$lib/i18n';
import type { MenuItem } from '$lib/ui';

export interface Row {
	id: string;
	/** What it is called, in the language of the screen. */
	name: string;
	/** Place from 0, of how many. */
	index: number;
	count: number;
	/** It belongs to the workspace and cannot be deleted. */
	stays?: boolean;
}

export function rowMenu(editor: Editor, row: Row): MenuItem[] {
	const { id, name, index, count, stays = false } = row;
	const moved = m.settings_did_move({ name });
	return [
		{ label: m.group_up(), icon: 'up2', disabled: index === 0, run: () => editor.move(id, index, moved) },
		{
			label: m.group_down(),
			icon: 'down2',
			disabled: index === count - 1,
			run: () => editor.move(id, index + 2, moved),
		},
		...(stays
			? []
			: [
					{
						label: m.group_delete(),
						icon: 'trash' as const,
						run: () => editor.remove(id, m.settings_did_delete({ name })),
					},
				]),
	];
}
