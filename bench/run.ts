/** `npm run bench`: what the bot's heaviest steps cost, beside the least a database can do. */
import { benchAnswers } from './answers.ts';
import { benchDeckFile } from './deck-file.ts';
import { benchDueTracks } from './due-tracks.ts';
import { benchFeedback } from './feedback.ts';
import { benchLeaderboard } from './leaderboard.ts';
import { openBench } from './open-bench.ts';
import { benchSuggestion } from './suggestion.ts';

const bench = await openBench();
try {
  for (const run of [
    benchAnswers,
    benchDueTracks,
    benchLeaderboard,
    benchSuggestion,
    benchDeckFile,
    benchFeedback,
  ]) {
    process.stdout.write(await run(bench));
  }
} finally {
  await bench.close();
}
