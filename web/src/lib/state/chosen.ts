// Which workspace this browser shows: the one that was opened last, else the first of the session.
const key = 'klantreis.workspace';

export function chosenWorkspace<T extends { id: string }>(workspaces: readonly T[]): T | undefined {
	let chosen: string | null = null;
	try {
		chosen = localStorage.getItem(key);
	} catch {
		// Private windows may refuse; then it is the first.
	}
	return workspaces.find(({ id }) => id === chosen) ?? workspaces[0];
}
