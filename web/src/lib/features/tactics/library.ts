// The library of tactics: what usually works in a stage. Which of the four kinds a stage is follows from its key, or
// from where it stands.
import type { Channel, Journey, Stage, Templates } from '$lib/api';
import { noChannel } from '$lib/features/map/edits';
import { langs } from '$lib/i18n';
import { newId, type Op } from '$lib/ops';

export type Kind = keyof Templates['tactics'];
export type Tactic = Templates['tactics'][Kind][number];

export const kinds: readonly Kind[] = ['see', 'think', 'do', 'care'];

/** The stages of the usual sets, each with the kind it is nearest to. */
const kindOfKey: Record<string, Kind> = {
	see: 'see',
	awareness: 'see',
	notice: 'see',
	dream: 'see',
	think: 'think',
	consideration: 'think',
	orientation: 'think',
	become: 'think',
	requirements: 'think',
	search: 'think',
	do: 'do',
	purchase: 'do',
	transaction: 'do',
	arrange: 'do',
	buy: 'do',
	care: 'care',
	loyalty: 'care',
	use: 'care',
	service: 'care',
	be: 'care',
	stay: 'care',
	questions: 'care',
};

/** The kind a stage is nearest to. Own stages of becoming a customer are see, think and do in turn. */
export function kindOf(
	stage: Pick<Stage, 'id' | 'key' | 'situation'>,
	journey: Pick<Journey, 'stages'>,
): Kind {
	const known =
		stage.key !== undefined && Object.hasOwn(kindOfKey, stage.key) ? kindOfKey[stage.key] : undefined;
	if (known) return known;
	if (stage.situation === 'be' || stage.situation === 'stay') return 'care';
	const before = [...journey.stages]
		.sort((a, b) => a.order - b.order)
		.filter(({ situation }) => situation !== 'be' && situation !== 'stay');
	const at = before.findIndex(({ id }) => id === stage.id);
	return kinds[Math.min(2, Math.floor((3 * Math.max(0, at)) / Math.max(1, before.length)))]!;
}

/** The channel of a workspace that a tactic suits. */
export function channelFor(channels: readonly Channel[], key: string): Channel | undefined {
	const found = channels.find(({ id }) => id.split('/').at(-1)!.replace(/^ch-/, '') === key);
	return found ?? channels.find(({ id }) => id === noChannel(channels));
}

/** The action that a tactic has become in a journey, if somebody made it. */
export function actionOf(journey: Pick<Journey, 'actions'>, { text }: Pick<Tactic, 'text'>) {
	return journey.actions.find(({ title }) =>
		langs.some((lang) => text[lang] !== undefined && title[lang] === text[lang]),
	);
}

const aims = { see: 'presence', think: 'relevance', do: 'experience', care: 'loyalty' } as const;

/** The op that makes a tactic an action of a stage. */
export function makeAction(tactic: Tactic, kind: Kind, stageId: string, channelId: string | undefined): Op[] {
	const props = { stageId, channelId, title: tactic.text, aim: aims[kind], status: 'open' };
	return [{ op: 'insert', id: newId(), type: 'action', props }];
}
