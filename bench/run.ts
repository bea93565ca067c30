/** `npm run bench`: what the bot's heaviest steps cost, beside the least a database can do. */
import { benchAnswers } from './answers.ts';
import { benchDueTracks } from './due-tracks.ts';
import { openBench } from './ground.ts';
import { benchLeaderboard } from './leaderboard.ts';

const bench = await openBench();
try {
  for (const run of [benchAnswers, benchDueTracks, benchLeaderboard]) {
    process.stdout.write(await run(bench));
  }
} finally {
  await bench.close();
}
