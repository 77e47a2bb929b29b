// Shapes of the API, as agreed in the contract: documents are typed, `order` is a rank from 1,
// a missing optional field is left out. Pure types; nothing here runs.
import type { LText } from '$lib/i18n/text';

export type { LText } from '$lib/i18n/text';

export type EvidenceStatus = 'known' | 'guess';

/* ---- Workspace ---- */

export interface Member {
	id: string;
	name: string;
	perspective?: string;
	role: 'owner' | 'editor' | 'scorer' | 'reader';
}

export interface Product {
	id: string;
	name: LText;
}

export interface Channel {
	id: string;
	name: LText;
	kind: 'owned' | 'paid' | 'earned' | 'partner';
	mode: 'online' | 'offline';
	active?: boolean;
}

export interface CustomerGroup {
	id: string;
	name: LText;
	criteria?: LText[];
	size?: number;
	sizeStatus?: EvidenceStatus;
	valueExchanges?: { offer: LText; ask: LText; askType: string }[];
}

export interface PersonaStatement {
	kind: 'goal' | 'need' | 'worry' | 'habit' | 'other';
	needKind?: NeedKind;
	text: LText;
	evidenceStatus: EvidenceStatus;
	evidenceIds?: string[];
}

export interface Persona {
	id: string;
	customerGroupId: string;
	name: string;
	ageRange?: string;
	experienceLevel?: string;
	quote?: LText;
	situation?: LText;
	statements?: PersonaStatement[];
}

export interface GuidingPrinciple {
	id: string;
	order: number;
	statement: LText;
	explanation?: LText;
}

export interface ProofPoint {
	id: string;
	claim: LText;
	proof?: LText;
	evidenceIds?: string[];
}

export interface Study {
	id: string;
	method: string;
	title: LText;
	goal?: LText;
	status?: 'planned' | 'running' | 'done' | 'stopped';
	nPlanned?: number;
	nRealised?: number;
	population?: number;
	period?: string[];
	[more: string]: unknown;
}

export interface Evidence {
	id: string;
	studyId?: string;
	date: string;
	n?: number;
	/** 0 … 4; from 1 on it makes a card known. */
	strength: number;
	statement: LText;
	quote?: LText;
	url?: string;
	fileId?: string;
}

export interface Process {
	id: string;
	name: LText;
	ownerId?: string;
	frontstage?: LText;
	backstage?: LText;
	support?: LText;
	leadTimeDays?: number;
	scan?: { scorerId: string; at?: string; scores: (number | null)[] }[];
}

export interface Organisation {
	name: string;
	sector?: LText;
	phase?: 'starting' | 'established';
	hasWebsite?: boolean;
	description?: LText;
	ambition?: LText;
}

export interface Workspace {
	id: string;
	name: string;
	organisation: Organisation;
	locales: string[];
	currency?: string;
	members: Member[];
	products: Product[];
	channels: Channel[];
	customerGroups: CustomerGroup[];
	personas: Persona[];
	guidingPrinciples: GuidingPrinciple[];
	proofPoints: ProofPoint[];
	studies: Study[];
	evidence: Evidence[];
	processes: Process[];
}

/* ---- Journey ---- */

export type NeedKind = 'functional' | 'emotional' | 'social';
export type Dimension = 'relevance' | 'presence';
export type Aim = 'relevance' | 'presence' | 'experience' | 'process' | 'loyalty';
export type JourneyKind = 'current' | 'ideal';
export type StageSetId = 'stdc' | 'acpl' | 'five' | 'bbs' | 'impulse' | 'complex' | 'empty';

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
	| 'touchpoint'
	| 'decision'
	| 'need'
	| 'barrier'
	| 'source'
	| 'influencer'
	| 'trigger'
	| 'emotion'
	| 'doing'
	| 'expectation'
	| 'question'
	| 'competitor'
	| 'ambassador'
	| 'frontstage'
	| 'backstage'
	| 'idea'
	| 'note'
	| 'image';

export interface Audience {
	size?: number;
	status?: EvidenceStatus;
	description?: LText;
	evidenceIds?: string[];
}

export interface Stage {
	id: string;
	key?: string;
	order: number;
	name: LText;
	situation?: 'become' | 'be' | 'stay';
	leg?: 'to' | 'through';
	weight?: number;
	audience?: Audience;
	where?: LText;
	when?: LText;
	mindset?: LText;
	ourRole?: LText;
	improveRole?: LText;
	customerQuestion?: LText;
	guidingQuestion?: LText;
	answer?: LText;
	nextStepGoal?: LText;
	viewpointCheck?: { answer: 'practice' | 'theory' | 'unknown'; proof?: LText };
	exits?: { reason: LText; share?: number; to?: string }[];
}

export interface Lane {
	id: string;
	type: LaneType;
	name?: LText;
	order: number;
	derived?: boolean;
	hidden?: boolean;
}

export interface Emotion {
	/** −2 … +2 */
	valence?: number;
	word?: string;
}

/** 1 … 10 each. */
export interface Rating {
	desired?: number | null;
	expected?: number | null;
	promised?: number | null;
	delivered?: number | null;
	realised?: number | null;
}

export interface Outcome {
	stageId?: string;
	cardId?: string;
	exit?: string;
}

export interface Card {
	id: string;
	stageId: string;
	laneId: string;
	order: number;
	type: CardType;
	title: LText;
	body?: LText;
	/** Derived by the server from evidenceIds. */
	evidenceStatus: EvidenceStatus;
	evidenceIds?: string[];
	authorId?: string;
	tags?: string[];
	/* contact moment */
	channelId?: string;
	ownership?: 'brand' | 'partner' | 'customer' | 'social';
	initiator?: 'customer' | 'organisation' | 'other';
	importance?: number;
	emotion?: Emotion;
	rating?: Rating;
	ambition?: number;
	surprise?: 'pleasant' | 'none' | 'unpleasant';
	flags?: string[];
	processIds?: string[];
	/* decision */
	desiredAnswer?: 'yes' | 'no';
	yes?: Outcome;
	no?: Outcome;
	drivers?: LText[];
	barrierIds?: string[];
	steering?: { text: LText; type: string; actionId?: string }[];
	measured?: { k: number; n: number; period?: string };
	/* need, barrier, source, trigger */
	needKind?: NeedKind;
	satisfaction?: number;
	underlying?: LText;
	barrierKind?: string;
	severity?: number;
	sourceType?: string;
	ourPresence?: 'none' | 'weak' | 'good';
	usedByShare?: number;
	triggerType?: 'situation' | 'event' | 'marketing';
	/* image */
	fileId?: string;
	alt?: LText;
}

export interface Link {
	id: string;
	kind: 'influences' | 'leads_to' | 'supports' | 'causes' | 'addresses' | 'related';
	fromCardId: string;
	toCardId: string;
	direction?: 'raises' | 'lowers' | 'sets';
	strength?: number;
	note?: LText;
}

export interface Transition {
	fromStageId: string;
	toStageId?: string;
	kind: 'forward' | 'back' | 'skip' | 'repeat' | 'exit';
	share?: number;
	count?: number;
	status?: EvidenceStatus;
	note?: LText;
	exit?: string;
}

export interface Score {
	stageId: string;
	dimension: Dimension;
	scorerId: string;
	/** 0 … 100, whole. */
	value: number;
	evidenceStatus: EvidenceStatus;
	evidenceIds?: string[];
	reason?: LText;
	at?: string;
}

export interface Opportunity {
	id: string;
	stageId: string;
	type: Aim;
	title: LText;
	basedOn?: string[];
	importance?: number;
	satisfaction?: number;
	status?: 'idea' | 'chosen' | 'parked';
	primary?: boolean;
}

export interface Action {
	id: string;
	stageId: string;
	channelId: string;
	opportunityId?: string;
	title: LText;
	aim?: Aim;
	rice?: Record<string, number | string>;
	ice?: Record<string, number>;
	impactEffort?: { impact: number; effort: number };
	cost?: number;
	ownerId?: string;
	due?: string;
	status: 'open' | 'doing' | 'done' | 'dropped';
	recurrence?: string;
	metricId?: string;
	principleChecks?: { principleId: string; verdict: string }[];
}

export interface Metric {
	id: string;
	stageId: string;
	name: LText;
	formula?: string;
	unit?: string;
	better?: 'higher' | 'lower';
	baseline?: number;
	target?: number;
	series?: { date: string; value: number; n?: number }[];
}

export interface Comment {
	id: string;
	targetId: string;
	authorId: string;
	at: string;
	text: LText;
	resolved?: boolean;
}

export interface Finding {
	id: string;
	stageId?: string;
	cardId?: string;
	statement: LText;
	severity?: number;
	evidenceIds?: string[];
}

export interface Recommendation {
	id: string;
	statement: LText;
	findingIds?: string[];
	actionIds?: string[];
	priority?: number;
}

export interface PrincipleAssessment {
	touchpointId?: string;
	scorerId: string;
	scores: (number | null)[];
	note?: LText;
}

export interface Return {
	kind: 'material' | 'immaterial';
	beneficiary: 'customer' | 'organisation';
	text: LText;
	amount?: number;
	period?: string;
	status?: EvidenceStatus;
	evidenceIds?: string[];
}

export interface ChecklistAnswer {
	checklistId: string;
	answers: (string | null)[];
}

export interface Journey {
	id: string;
	title: LText;
	kind: JourneyKind;
	counterpartId?: string;
	customerGroupId?: string;
	personaId?: string;
	productId?: string;
	reason?: string;
	startsAt?: string;
	endsAt?: string;
	status: 'draft' | 'in_progress' | 'done' | 'archived';
	stageSet: string;
	scope?: Record<string, unknown>;
	stages: Stage[];
	lanes: Lane[];
	cards: Card[];
	links: Link[];
	transitions: Transition[];
	scores: Score[];
	opportunities: Opportunity[];
	actions: Action[];
	findings: Finding[];
	recommendations: Recommendation[];
	principleAssessments: PrincipleAssessment[];
	returns: Return[];
	metrics: Metric[];
	checklistAnswers: ChecklistAnswer[];
	comments: Comment[];
}

/* ---- Computed by the server; the browser repeats no formula ---- */

export type Lever = 'presence' | 'relevance' | 'both';
export type Diagnosis = 'hold' | 'be_there' | 'become_relevant' | 'choose';

export interface StageGain {
	relevance?: number;
	presence?: number;
	relevanceSpread?: number;
	presenceSpread?: number;
	/** Number of scorers. */
	n: number;
	influence?: number;
	gain?: number;
	lever?: Lever;
	diagnosis?: Diagnosis;
	complete: boolean;
	guessOnly: boolean;
}

export interface Gaps {
	promiseGap?: number;
	deliveryGap?: number;
	experienceGap?: number;
	desiredGap?: number;
}

export interface Computed {
	relevancePresence: Record<string, StageGain>;
	gainRank: string[];
	/** One stage, or two when they are within 5 points. */
	mostGain: string[];
	gainSentence?: LText;
	alphaInterval?: number;
	perspectives: number;
	emotion?: { peak: number; end: number; peakEnd: number; mean: number; worst: number; best: number };
	touchpointOrder: string[];
	gaps: Record<string, Gaps>;
	largestDeliveryGap?: string;
	known: number;
	guess: number;
	shareKnown?: number;
	stageKnown: Record<string, { known: number; guess: number }>;
	opportunityScores: Record<string, number>;
	riceScores: Record<string, number>;
	riceRank: string[];
	decisions: Record<string, { p: number; wilson95: [number, number] }>;
	warnings: { code: string; message: LText; targetId?: string }[];
}

/* ---- Answers ---- */

export interface WorkspaceName {
	id: string;
	name: string;
}

export interface Session {
	workspaces: WorkspaceName[];
	version: string;
}

export interface StageSummary {
	id: string;
	name: LText;
	order: number;
	known: number;
	guess: number;
	relevance?: number;
	presence?: number;
	gain?: number;
}

export interface JourneySummary {
	id: string;
	title: LText;
	kind: JourneyKind;
	status: Journey['status'];
	personaId?: string;
	customerGroupId?: string;
	stageSet: string;
	updatedAt?: string;
	stages: StageSummary[];
	/** Of the contact moments, in order. */
	emotions: { stageId: string; valence?: number; word?: string }[];
	mostGain: string[];
	known: number;
	guess: number;
	openActions: number;
	nextActions: Action[];
	assumptions: { cardId: string; title: LText }[];
}

export interface WorkspaceAnswer {
	seq: number;
	savedAt?: string;
	workspace: Workspace;
	journeys: JourneySummary[];
}

export interface JourneyAnswer {
	seq: number;
	workspaceId: string;
	savedAt?: string;
	journey: Journey;
	computed: Computed;
}

export interface TransactionAnswer {
	seq: number;
	results: { applied: boolean; code?: string; reason?: string }[];
	computed?: Computed;
	savedAt?: string;
}

export interface StageSet {
	id: string;
	name: LText;
	origin?: string;
	stages: { key: string; name: LText }[];
}

export interface Templates {
	stageSets: StageSet[];
	laneTypes: { type: LaneType; name: LText; side: 'customer' | 'organisation' | 'result' | 'other' }[];
	emotionWords: { key: string; name: LText; valence: number }[];
}
