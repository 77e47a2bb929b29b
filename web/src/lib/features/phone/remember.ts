/** Which stage of a journey was on screen; lives as long as the tab. */

const key = (journeyId: string) => `klantreis.phone.${journeyId}`;

export function keptStage(journeyId: string): string | undefined {
	try {
		return sessionStorage.getItem(key(journeyId)) ?? undefined;
	} catch {
		return undefined;
	}
}

/** A browser that refuses storage starts at the first stage again. */
export function keepStage(journeyId: string, stageId: string): void {
	try {
		sessionStorage.setItem(key(journeyId), stageId);
	} catch {
		// Private windows may refuse.
	}
}
