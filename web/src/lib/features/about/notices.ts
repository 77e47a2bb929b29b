/** The licences of what is bundled, as the build writes them into notices.json. */

export type Part = 'pages' | 'program' | 'font';

export interface Notice {
	name: string;
	version: string;
	part: Part;
	/** SPDX name; '' when it is not one of the usual. */
	licence: string;
	text: string;
}

export interface Notices {
	/** Of klantreis itself. */
	licence: string;
	text: string;
	packages: readonly Notice[];
}

export async function fetchNotices(fetcher: typeof fetch = fetch): Promise<Notices> {
	const response = await fetcher('/notices.json');
	if (!response.ok) throw new Error(`notices.json: ${response.status}`);
	return (await response.json()) as Notices;
}
