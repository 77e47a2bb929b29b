// Names for the shapes of the API. They come from schema.d.ts, which `npm run gen` makes from docs/openapi.json;
// a few are narrowed here where the description says less than the documents keep to. Nothing here runs.
import type { Op } from '$lib/ops/types';
import type { components } from './schema';

type Schemas = components['schemas'];

/** `T` with some properties narrowed. */
type Narrow<T, N> = Omit<T, keyof N> & N;

export type { LText } from '$lib/i18n/text';

/* ---- Words ---- */

export type EvidenceStatus = Schemas['Card']['evidenceStatus'];
export type NeedKind = NonNullable<Schemas['Card']['needKind']>;
export type Dimension = Schemas['Score']['dimension'];
export type Aim = NonNullable<Schemas['Action']['aim']>;
export type StageSetId = Schemas['StageSet']['id'];
export type JourneyKind = 'current' | 'ideal';
export type Lever = NonNullable<Schemas['StageInfluence']['lever']>;
export type Diagnosis = NonNullable<Schemas['StageInfluence']['diagnosis']>;

export type LaneType =
	| 'doing'
	| 'touchpoint'
	| 'decision'
	| 'source'
	| 'expectation'
	| 'emotion'
	| 'need'
	| 'barrier'
	| 'frontstage'
	| 'backstage'
	| 'opportunity'
	| 'action'
	| 'idea'
	| 'metric'
	| 'note'
	| 'image';

export type CardType =
	| 'trigger'
	| 'doing'
	| 'touchpoint'
	| 'decision'
	| 'source'
	| 'influencer'
	| 'competitor'
	| 'expectation'
	| 'question'
	| 'emotion'
	| 'need'
	| 'barrier'
	| 'ambassador'
	| 'frontstage'
	| 'backstage'
	| 'idea'
	| 'note'
	| 'image';

/* ---- Workspace ---- */

export type Member = Schemas['Member'];
export type Product = Schemas['Product'];
export type Channel = Schemas['Channel'];
export type CustomerGroup = Schemas['CustomerGroup'];
export type Persona = Schemas['Persona'];
export type PersonaStatement = Schemas['Statement'];
export type GuidingPrinciple = Schemas['GuidingPrinciple'];
export type ProofPoint = Schemas['ProofPoint'];
export type Study = Schemas['Study'];
export type Evidence = Schemas['Evidence'];
export type Process = Schemas['Process'];
export type Organisation = Schemas['Organisation'];
export type Workspace = Schemas['Workspace'];

/* ---- Journey ---- */

export type Scope = Schemas['Scope'];
export type ScopeItem = Schemas['ScopeItem'];

export type Audience = Schemas['Audience'];
export type Stage = Schemas['Stage'];
export type StageExit = Schemas['StageExit'];
export type Lane = Narrow<Schemas['Lane'], { type: LaneType }>;
export type Emotion = Schemas['Emotion'];
/** 1 … 10 each. */
export type Rating = Schemas['Rating'];
export type Outcome = Schemas['Outcome'];
export type Card = Narrow<Schemas['Card'], { type: CardType }>;
export type Link = Schemas['Link'];
export type Transition = Schemas['Transition'];
/** `value` is a whole number, 0 … 100. */
export type Score = Narrow<Schemas['Score'], { value: number }>;
export type Opportunity = Schemas['Opportunity'];
export type Action = Schemas['Action'];
export type Metric = Schemas['Metric'];
export type Comment = Schemas['Comment'];
export type Finding = Schemas['Finding'];
export type Recommendation = Schemas['Recommendation'];
export type PrincipleAssessment = Schemas['PrincipleAssessment'];
export type Return = Schemas['Return'];
export type ChecklistAnswer = Schemas['ChecklistAnswer'];
/** A saved way to look at the map. */
export type View = Schemas['View'];
export type Journey = Narrow<Schemas['Journey'], { lanes: Lane[]; cards: Card[]; scores: Score[] }>;

/* ---- Computed by the server; the browser repeats no formula ---- */

export type StageGain = Schemas['StageInfluence'];
export type Gaps = Schemas['Gaps'];
/** Bounds of the 95 % interval: low, high. */
export type DecisionShare = Narrow<Schemas['DecisionShare'], { wilson95: [number, number] }>;
export type ScopeCheck = Schemas['ScopeCheck'];
/** What could become a journey of its own. */
export type Apart = Schemas['Apart'];
export type Computed = Narrow<Schemas['Computed'], { decisions: Record<string, DecisionShare> }>;

/* ---- Tables ---- */

export type TableAnswer = Schemas['TableBody'];
export type TableMapping = Schemas['TableMapping'];
export type Figures = Schemas['Figures'];

/* ---- Pictures ---- */

/** How a picture is kept: what points to it, and its size in pixels. */
export type KeptPicture = Schemas['FileBody'];
/** A picture where it is shown, with what it shows for who cannot see it. */
export type Image = Schemas['Image'];

/* ---- Answers ---- */

export type WorkspaceName = Schemas['WorkspaceRef'];
export type Session = Schemas['SessionBody'];
export type StageSummary = Schemas['StageSummary'];
export type JourneySummary = Schemas['JourneySummary'];
export type BinEntry = Schemas['BinEntry'];
export type Bin = Schemas['BinBody'];
/** The answer to a search, and one thing that was found. */
export type Found = Schemas['Found'];
export type Hit = Schemas['Hit'];
export type NewWorkspace = Schemas['NewWorkspaceInputBody'];
export type WorkspaceAnswer = Schemas['WorkspaceBody'];
export type JourneyAnswer = Narrow<Schemas['JourneyBody'], { journey: Journey; computed: Computed }>;
export type TransactionAnswer = Narrow<Schemas['AnswerBody'], { computed?: Computed }>;
export type StageSet = Schemas['StageSet'];
export type StageSetPlan = Narrow<Schemas['StageSetPlan'], { ops: Op[] }>;
export type Templates = Narrow<
	Schemas['Templates'],
	{ laneTypes: Narrow<Schemas['LaneName'], { type: LaneType }>[] }
>;
