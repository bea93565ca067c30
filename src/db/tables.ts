import type { AnswerTable } from './tables/answers.ts';
import type { AwayDaysTable } from './tables/away-days.ts';
import type { ContestTable } from './tables/contests.ts';
import type { CorrectionTable } from './tables/corrections.ts';
import type { DeckTable } from './tables/decks.ts';
import type { DeliveryTable } from './tables/deliveries.ts';
import type { DraftTable } from './tables/drafts.ts';
import type { InstallationTable } from './tables/installation.ts';
import type { InterviewOutcomeTable, InterviewTable } from './tables/interviews.ts';
import type { ManagerNoticeTable } from './tables/manager-notices.ts';
import type { ManagerTable } from './tables/managers.ts';
import type { MemberTable } from './tables/members.ts';
import type {
  MemberNudgeTable,
  NudgedMemberTable,
  NudgedRoundTable,
  TrackNudgeTable,
} from './tables/nudges.ts';
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
import type { RequestSlotTable } from './tables/request-slots.ts';
import type { ReviewReminderTable } from './tables/review-reminders.ts';
import type { RoundTable } from './tables/rounds.ts';
import type { ScoreCountTable } from './tables/score-counts.ts';
import type { ScoreTable } from './tables/scores.ts';
import type { SkippedDaysTable } from './tables/skipped-days.ts';
import type { StreakTable } from './tables/streaks.ts';
import type { StudyCardTable } from './tables/study-cards.ts';
import type { StudyReviewTable } from './tables/study-reviews.ts';
import type { StudySettingsTable } from './tables/study-settings.ts';
import type { TrackGroupTable } from './tables/track-groups.ts';
import type { TrackTable } from './tables/tracks.ts';
import type { WordlessNoteTable } from './tables/wordless-notes.ts';
import type { WorkspaceTable } from './tables/workspaces.ts';

/** The tables as Kysely knows them; the migrations say what holds in them. */
export interface Tables {
  readonly workspaces: WorkspaceTable;
  readonly members: MemberTable;
  readonly decks: DeckTable;
  readonly questions: QuestionTable;
  readonly tracks: TrackTable;
  readonly skippedDays: SkippedDaysTable;
  readonly rounds: RoundTable;
  readonly trackGroups: TrackGroupTable;
  readonly trackNudges: TrackNudgeTable;
  readonly nudgedRounds: NudgedRoundTable;
  readonly memberNudges: MemberNudgeTable;
  readonly nudgedMembers: NudgedMemberTable;
  readonly answers: AnswerTable;
  readonly wordlessNotes: WordlessNoteTable;
  readonly deliveries: DeliveryTable;
  readonly presences: PresenceTable;
  readonly processes: ProcessTable;
  readonly requestSlots: RequestSlotTable;
  readonly installation: InstallationTable;
  readonly outages: OutageTable;
  readonly awayDays: AwayDaysTable;
  readonly corrections: CorrectionTable;
  readonly streaks: StreakTable;
  readonly scores: ScoreTable;
  readonly scoreCounts: ScoreCountTable;
  readonly drafts: DraftTable;
  readonly quizAnswers: QuizAnswerTable;
  readonly studyCards: StudyCardTable;
  readonly studyReviews: StudyReviewTable;
  readonly studySettings: StudySettingsTable;
  readonly interviewOutcomes: InterviewOutcomeTable;
  readonly interviews: InterviewTable;
  readonly reviewReminders: ReviewReminderTable;
  /** Named when a suggestion was called a proposal; `lasting-names.ts` says what else bears that name. */
  readonly proposals: SuggestionTable;
  readonly reports: ReportTable;
  readonly managers: ManagerTable;
  readonly managerNotices: ManagerNoticeTable;
  readonly contests: ContestTable;
  readonly playgroundChannels: PlaygroundChannelTable;
  readonly playgroundMembers: PlaygroundMemberTable;
  readonly playgroundMessages: PlaygroundMessageTable;
  readonly playgroundPictures: PlaygroundPictureTable;
}

export type { Answer } from './tables/answers.ts';
export type { Contest } from './tables/contests.ts';
export type { CorrectionRow } from './tables/corrections.ts';
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
