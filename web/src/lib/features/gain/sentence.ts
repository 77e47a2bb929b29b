// The sentence under the picture comes from the server; here its two figures get the colours of the lines.
import type { StageGain } from '$lib/api';

export interface Part {
	text: string;
	ink?: 'rel' | 'pre';
}

/** Cuts the sentence at "(relevance)" and "(presence)", in the order in which the diagnosis names them. */
export function partsOf(
	sentence: string,
	gain: StageGain | undefined,
	shown: (value: number) => string,
): Part[] {
	if (gain?.relevance === undefined || gain.presence === undefined) return [{ text: sentence }];
	const rel = { ink: 'rel' as const, text: `(${shown(gain.relevance)})` };
	const pre = { ink: 'pre' as const, text: `(${shown(gain.presence)})` };
	const parts: Part[] = [];
	let rest = sentence;
	for (const figure of gain.diagnosis === 'become_relevant' ? [pre, rel] : [rel, pre]) {
		const at = rest.indexOf(figure.text);
		if (at < 0) continue;
		parts.push({ text: rest.slice(0, at) }, figure);
		rest = rest.slice(at + figure.text.length);
	}
	return [...parts, { text: rest }].filter((part) => part.text !== '');
}
