// Words for what the server found about a stage.
import type { Diagnosis, Stage, StageGain } from '$lib/api';
import { m, shortName, text, type Lang } from '$lib/i18n';

const diagnoses: Record<Diagnosis, () => string> = {
	hold: m.diagnosis_hold,
	be_there: m.diagnosis_be_there,
	become_relevant: m.diagnosis_become_relevant,
	choose: m.diagnosis_choose,
};

/** "Laat je zien", or that something is missing. */
export function diagnosisOf(gain: StageGain): string {
	return gain.complete && gain.diagnosis ? diagnoses[gain.diagnosis]() : m.incomplete();
}

export function shortStage(stage: Stage, lang: Lang): string {
	return shortName(text(stage.name, lang));
}
