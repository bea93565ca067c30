import { answerFeature } from './answer.ts';
import type { Feature } from './handler.ts';
import { helpFeature } from './help.ts';
import { leaderboardFeature } from './leaderboard.ts';
import { privacyFeature } from './privacy.ts';
import { questionFeature } from './question/index.ts';
import { quizFeature } from './quiz.ts';
import { streakFeature } from './streak.ts';
import { trackFeature } from './track/index.ts';

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
