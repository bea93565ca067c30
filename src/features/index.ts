import { answersFeature } from './answers/feature.ts';
import { awayFeature } from './away/feature.ts';
import { calendarFeature } from './calendar/feature.ts';
import { choicesFeature } from './choices/feature.ts';
import { correctionsFeature } from './corrections/feature.ts';
import { decksFeature } from './decks/feature.ts';
import { digestFeature } from './digest/feature.ts';
import { feedbackFeature } from './feedback/feature.ts';
import { helpFeature } from './help/feature.ts';
import { housekeepingFeature } from './housekeeping/feature.ts';
import { interviewFeature } from './interview/feature.ts';
import { leaderboardFeature } from './leaderboard/feature.ts';
import { managersFeature } from './managers/feature.ts';
import { memoryFeature } from './memory/feature.ts';
import { notifyFeature } from './notify/feature.ts';
import { nudgeFeature } from './nudge/feature.ts';
import { playgroundFeature } from './playground/feature.ts';
import { privacyFeature } from './privacy/feature.ts';
import { quizFeature } from './quiz/feature.ts';
import { revealsFeature } from './reveals/feature.ts';
import { reviewFeature } from './review/feature.ts';
import { roundsFeature } from './rounds/feature.ts';
import type { Feature } from './shared/feature.ts';
import { standingsFeature } from './standings/feature.ts';
import { streaksFeature } from './streaks/feature.ts';
import { suggestionsFeature } from './suggestions/feature.ts';
import { suspensionFeature } from './suspension/feature.ts';
import { trackAdminFeature } from './track-admin/feature.ts';
import { tracksFeature } from './tracks/feature.ts';

/**
 * Every feature, lowest floor first: a feature may import those above its own line in this list, and
 * `test/imports.test.ts` holds it to that. Commands are shown to people in this order too.
 */
export const FEATURES: readonly Feature[] = [
  decksFeature,
  memoryFeature,
  tracksFeature,
  calendarFeature,
  notifyFeature,
  awayFeature,
  standingsFeature,
  roundsFeature,
  answersFeature,
  choicesFeature,
  feedbackFeature,
  revealsFeature,
  suspensionFeature,
  nudgeFeature,
  streaksFeature,
  leaderboardFeature,
  digestFeature,
  quizFeature,
  reviewFeature,
  interviewFeature,
  trackAdminFeature,
  correctionsFeature,
  managersFeature,
  suggestionsFeature,
  privacyFeature,
  helpFeature,
  housekeepingFeature,
  playgroundFeature,
];
