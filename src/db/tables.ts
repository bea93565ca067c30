import type { ColumnType, Generated, GeneratedAlways, JSONColumnType, Selectable } from 'kysely';
import type { MessageRef, Place, PlatformName } from '../chat/place.ts';
import type { Mark } from '../chat/platform.ts';
import type { Language } from '../domain/language.ts';
import type { Difficulty, Question, Translated } from '../domain/question.ts';

/** The tables as Kysely knows them; the migrations say what holds in them. */
export interface Tables {
  readonly workspaces: WorkspaceTable;
  readonly members: MemberTable;
  readonly decks: DeckTable;
  readonly questions: QuestionTable;
  readonly tracks: TrackTable;
  readonly rounds: RoundTable;
  readonly answers: AnswerTable;
  readonly deliveries: DeliveryTable;
  readonly presences: PresenceTable;
  readonly processes: ProcessTable;
  readonly installation: InstallationTable;
  readonly outages: OutageTable;
  readonly streaks: StreakTable;
  readonly scores: ScoreTable;
  readonly drafts: DraftTable;
  readonly quizAnswers: QuizAnswerTable;
  /** The name that suggestions had when the table was made; renaming it would need the bot to stand still. */
  /** Named when a suggestion was called a proposal; old and new versions may run at once. */
  readonly proposals: SuggestionTable;
  readonly reports: ReportTable;
  readonly playgroundChannels: PlaygroundChannelTable;
  readonly playgroundMembers: PlaygroundMemberTable;
  readonly playgroundMessages: PlaygroundMessageTable;
  readonly playgroundPictures: PlaygroundPictureTable;
}

type Json<T extends object | null> = JSONColumnType<T, string, string>;
type MaybeJson<T extends object> = ColumnType<T | null, string | null | undefined, string | null>;
type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>;

interface WorkspaceTable {
  readonly id: Generated<number>;
  readonly platform: PlatformName;
  readonly externalId: string;
  readonly name: Generated<string>;
  readonly leftAt: Maybe<Date>;
}

interface MemberTable {
  readonly id: Generated<number>;
  readonly workspaceId: number;
  readonly externalId: string;
  readonly name: string;
  readonly language: Maybe<Language>;
}

interface DeckTable {
  readonly id: Generated<number>;
  readonly workspaceId: Maybe<number>;
  readonly name: string;
  readonly title: Json<Translated>;
  readonly description: Json<Translated>;
  readonly topics: Json<Readonly<Record<string, Translated>>>;
  readonly draft: Generated<boolean>;
  readonly removedAt: Maybe<Date>;
}

interface QuestionTable {
  readonly id: Generated<number>;
  readonly deckId: number;
  readonly slug: string;
  readonly topic: string;
  readonly difficulty: Difficulty;
  readonly languages: Language[];
  readonly body: Json<Question>;
  readonly hash: string;
  readonly retiredAt: Maybe<Date>;
}

export type TrackStatus = 'active' | 'paused' | 'parked' | 'removed';

interface TrackTable {
  readonly id: Generated<number>;
  readonly workspaceId: number;
  readonly channel: string;
  readonly deckIds: number[];
  readonly topics: Generated<string[]>;
  readonly difficulties: Generated<Difficulty[]>;
  readonly cron: string;
  readonly timezone: string;
  readonly answeringSeconds: Maybe<number>;
  readonly language: Language;
  readonly status: Generated<TrackStatus>;
  readonly parkedReason: Maybe<string>;
  /** What the platform said when it refused, in its own code and words. */
  readonly parkedDetail: Maybe<string>;
  readonly parkedFrom: Maybe<'active' | 'paused'>;
  readonly nextDueAt: Maybe<Date>;
  readonly managedBy: Maybe<number>;
  readonly createdAt: Generated<Date>;
}

interface PresenceTable {
  readonly platform: PlatformName;
  readonly seenAt: Date;
}

interface OutageTable {
  readonly id: GeneratedAlways<number>;
  readonly platform: PlatformName;
  readonly beganAt: Date;
  readonly endedAt: Date;
}

export type RoundStatus = 'claimed' | 'open' | 'closed' | 'revealed' | 'void';

interface RoundTable {
  readonly id: Generated<number>;
  readonly trackId: number;
  readonly number: number;
  readonly dueAt: Date;
  readonly questionId: number;
  readonly question: Json<Question>;
  readonly cycle: number;
  readonly language: Language;
  readonly week: string;
  readonly month: string;
  readonly status: Generated<RoundStatus>;
  readonly openedAt: Maybe<Date>;
  readonly closesAt: Maybe<Date>;
  readonly excused: Generated<boolean>;
  readonly closedAt: Maybe<Date>;
  readonly message: MaybeJson<MessageRef>;
  readonly thread: MaybeJson<Place>;
  readonly voidReason: Maybe<string>;
  /** Why its work failed last; stays on record where it was given up. */
  readonly failure: Maybe<string>;
  /** How often in a row it failed so, and since when. */
  readonly failures: Generated<number>;
  readonly failingSince: Maybe<Date>;
}

interface AnswerTable {
  readonly id: Generated<number>;
  readonly roundId: number;
  readonly sourceKey: string;
  readonly gesture: string;
  readonly source: 'form' | 'thread';
  readonly memberId: Maybe<number>;
  readonly text: string;
  readonly anonymous: Generated<boolean>;
  readonly saidAt: Date;
  readonly revisedAt: Date;
  readonly late: boolean;
  readonly withdrawnAt: Maybe<Date>;
  readonly message: MaybeJson<MessageRef>;
}

interface DeliveryTable {
  readonly key: string;
  /** What the post bears on the platform; null where that is the key. */
  readonly mark: Maybe<string>;
  readonly place: Json<Place>;
  readonly startedAt: Date;
  readonly attemptedAt: Date;
  readonly ref: MaybeJson<MessageRef>;
  readonly doneAt: Maybe<Date>;
}

interface StreakTable {
  readonly trackId: number;
  readonly memberId: number;
  readonly current: number;
  readonly longest: number;
  readonly freezes: number;
  readonly answered: number;
}

interface ScoreTable {
  readonly trackId: number;
  readonly period: string;
  readonly memberId: number;
  readonly points: number;
}

interface DraftTable {
  readonly id: string;
  readonly memberId: number;
  readonly body: Json<object>;
  readonly createdAt: Generated<Date>;
}

interface QuizAnswerTable {
  readonly id: Generated<number>;
  readonly memberId: number;
  readonly questionId: number;
  readonly submission: string;
  readonly text: string;
  readonly answeredAt: Date;
}

export type SuggestionStatus = 'open' | 'approved' | 'declined';

interface SuggestionTable {
  readonly id: GeneratedAlways<number>;
  readonly workspaceId: number;
  readonly memberId: Maybe<number>;
  readonly submission: string;
  readonly question: string;
  readonly answer: string;
  readonly topic: string;
  readonly difficulty: Difficulty;
  readonly language: Language;
  readonly revision: Generated<number>;
  readonly status: Generated<SuggestionStatus>;
  readonly createdAt: Date;
  readonly decidedAt: Maybe<Date>;
  readonly decidedBy: Maybe<number>;
  readonly reason: Maybe<string>;
  readonly toldAt: Maybe<Date>;
}

interface ReportTable {
  readonly id: GeneratedAlways<number>;
  readonly workspaceId: number;
  readonly roundId: number;
  readonly memberId: Maybe<number>;
  readonly submission: string;
  readonly text: string;
  readonly createdAt: Date;
  readonly closedAt: Maybe<Date>;
  readonly closedBy: Maybe<number>;
}

interface InstallationTable {
  readonly id: string;
  readonly single: Generated<boolean>;
}

interface ProcessTable {
  readonly id: GeneratedAlways<number>;
  readonly platforms: PlatformName[];
  readonly seenAt: Date;
}

interface PlaygroundChannelTable {
  readonly id: string;
  readonly name: string;
  readonly botMayPost: boolean;
}

interface PlaygroundMemberTable {
  readonly id: string;
  readonly name: string;
  readonly manages: boolean;
  readonly position: GeneratedAlways<number>;
}

interface PlaygroundMessageTable {
  readonly id: GeneratedAlways<number>;
  readonly channel: string;
  readonly thread: Maybe<number>;
  readonly author: Maybe<string>;
  readonly seenBy: Maybe<string>;
  readonly key: Maybe<string>;
  readonly body: string;
  readonly marks: Generated<Mark[]>;
  readonly hasThread: Generated<boolean>;
  readonly writtenAt: Date;
  readonly editedAt: Maybe<Date>;
}

interface PlaygroundPictureTable {
  readonly hash: string;
  readonly png: Buffer;
}

export type Workspace = Selectable<WorkspaceTable>;
export type Member = Selectable<MemberTable>;
export type DeckRow = Selectable<DeckTable>;
export type QuestionRow = Selectable<QuestionTable>;
export type Track = Selectable<TrackTable>;
export type Round = Selectable<RoundTable>;
export type Answer = Selectable<AnswerTable>;
export type Delivery = Selectable<DeliveryTable>;
export type StreakRow = Selectable<StreakTable>;
export type Suggestion = Selectable<SuggestionTable>;
export type Report = Selectable<ReportTable>;
export type PlaygroundChannel = Selectable<PlaygroundChannelTable>;
export type PlaygroundMember = Selectable<PlaygroundMemberTable>;
export type PlaygroundMessage = Selectable<PlaygroundMessageTable>;
