import type { AnswerTable } from './tables/answers.ts';
import type { AwayDaysTable } from './tables/away-days.ts';
import type { DeckTable } from './tables/decks.ts';
import type { DeliveryTable } from './tables/deliveries.ts';
import type { DraftTable } from './tables/drafts.ts';
import type { InstallationTable } from './tables/installation.ts';
import type { MemberTable } from './tables/members.ts';
import type { OutageTable } from './tables/outages.ts';
import type { PlaygroundChannelTable } from './tables/playground-channels.ts';
import type { PlaygroundMemberTable } from './tables/playground-members.ts';
import type { PlaygroundMessageTable } from './tables/playground-messages.ts';
import type { PlaygroundPictureTable } from './tables/playground-pictures.ts';
import type { PresenceTable } from './tables/presences.ts';
import type { ProcessTable } from './tables/processes.ts';
import type { SuggestionTable } from './tables/proposals.ts';
import type { QuestionTable } from './tables/questions.ts';
import type { QuizAnswerTable } from './tables/quiz-answers.ts';
import type { ReportTable } from './tables/reports.ts';
import type { RoundTable } from './tables/rounds.ts';
import type { ScoreTable } from './tables/scores.ts';
import type { StreakTable } from './tables/streaks.ts';
import type { TrackTable } from './tables/tracks.ts';
import type { WorkspaceTable } from './tables/workspaces.ts';

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
  readonly awayDays: AwayDaysTable;
  readonly streaks: StreakTable;
  readonly scores: ScoreTable;
  readonly drafts: DraftTable;
  readonly quizAnswers: QuizAnswerTable;
  /** Named when a suggestion was called a proposal; old and new versions may run at once. */
  readonly proposals: SuggestionTable;
  readonly reports: ReportTable;
  readonly playgroundChannels: PlaygroundChannelTable;
  readonly playgroundMembers: PlaygroundMemberTable;
  readonly playgroundMessages: PlaygroundMessageTable;
  readonly playgroundPictures: PlaygroundPictureTable;
}

export type { Answer } from './tables/answers.ts';
export type { DeckRow } from './tables/decks.ts';
export type { Delivery } from './tables/deliveries.ts';
export type { Member } from './tables/members.ts';
export type { PlaygroundChannel } from './tables/playground-channels.ts';
export type { PlaygroundMember } from './tables/playground-members.ts';
export type { PlaygroundMessage } from './tables/playground-messages.ts';
export type { Suggestion, SuggestionStatus } from './tables/proposals.ts';
export type { QuestionRow } from './tables/questions.ts';
export type { QuizAnswer } from './tables/quiz-answers.ts';
export type { Report } from './tables/reports.ts';
export type { Round, RoundStatus } from './tables/rounds.ts';
export type { StreakRow } from './tables/streaks.ts';
export type { Track, TrackStatus } from './tables/tracks.ts';
export type { Workspace } from './tables/workspaces.ts';
