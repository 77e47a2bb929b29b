/** The quick search over any page: open or not, and in which workspace. */
class Quick {
	open = $state(false);
	/** The workspace of the page; undefined where a page has none of its own. */
	workspaceId = $state<string | undefined>();
}

export const quick = new Quick();
