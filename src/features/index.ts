import { answerFeature } from './answers/feature.ts';
import type { Feature } from './shared/feature.ts';
import { helpFeature } from './help/feature.ts';
import { leaderboardFeature } from './leaderboard/feature.ts';
import { privacyFeature } from './privacy/feature.ts';
import { questionFeature } from './suggestions/feature.ts';
import { quizFeature } from './quiz/feature.ts';
import { streakFeature } from './streaks/feature.ts';
import { trackFeature } from './track-admin/feature.ts';

/** All that people can do; commands are shown in this order. */
export const FEATURES: readonly Feature[] = [
  answerFeature,
  streakFeature,
  leaderboardFeature,
  quizFeature,
  trackFeature,
  questionFeature,
  privacyFeature,
  helpFeature,
];
