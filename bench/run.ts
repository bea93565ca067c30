/** `npm run bench`: what the bot does, beside the least that the same could take. */
import { parseArgs } from 'node:util';
import { answers } from './database/answers.ts';
import { closing } from './database/closing.ts';
import { dueTracks } from './database/due-tracks.ts';
import { growth } from './database/growth.ts';
import { reads } from './database/reads.ts';
import { suggestion } from './database/suggestion.ts';
import type { Amounts, Benchmark } from './kit/benchmark.ts';
import type { Finding } from './kit/finding.ts';
import { openBench } from './kit/open-bench.ts';
import { tableOf } from './kit/report.ts';
import { deadline } from './platforms/deadline.ts';
import { dueChannels } from './platforms/due-channels.ts';
import { discordGestures, slackGestures } from './platforms/gestures.ts';
import { privateAnswers } from './platforms/private-answers.ts';
import { slackThreads } from './platforms/slack-threads.ts';
import { memory } from './process/memory.ts';
import { processes } from './process/processes.ts';
import { size } from './process/size.ts';
import { deckFile } from './rules/deck-file.ts';
import { feedback } from './rules/feedback.ts';

const BENCHMARKS: readonly Benchmark[] = [
  ...[answers, reads, growth, closing, dueTracks, suggestion],
  ...[
    deckFile,
    feedback,
    discordGestures,
    slackGestures,
    slackThreads,
    deadline,
    privateAnswers,
    dueChannels,
    processes,
    memory,
    size,
  ],
];

const USUAL: Amounts = {
  ...{ rounds: 10, each: 30, members: 100_000, sizes: [10_000, 100_000, 1_000_000] },
  ...{ channels: 1_000, answers: 500, missed: 10_000, questions: 5_000, privately: 1_000 },
  processes: [1, 3],
};

/** Only to see that everything runs. */
const SHORT: Amounts = {
  ...{ rounds: 1, each: 2, members: 100, sizes: [100, 200] },
  ...{ channels: 3, answers: 3, missed: 10, questions: 10, privately: 3 },
  processes: [1],
};

const number = { type: 'string' } as const;

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    json: { type: 'boolean', default: false },
    short: { type: 'boolean', default: false },
    ...{ rounds: number, each: number, members: number, channels: number, answers: number },
    ...{ missed: number, questions: number, privately: number, sizes: number, processes: number },
  },
});

function amounts(): Amounts {
  const usual = values.short ? SHORT : USUAL;
  const { rounds, each, members, channels, answers, missed, questions, privately } = values;
  const given = { rounds, each, members, channels, answers, missed, questions, privately };
  const numbers = Object.entries(given).flatMap(([name, text]) =>
    text === undefined ? [] : [[name, Number(text)] as const],
  );
  const listed = (list: string | undefined) => list?.split(',').map(Number);
  const { sizes = usual.sizes, processes = usual.processes } = {
    sizes: listed(values.sizes),
    processes: listed(values.processes),
  };
  return { ...usual, ...Object.fromEntries(numbers), sizes, processes };
}

function chosen(): readonly Benchmark[] {
  const { only } = values;
  if (only === undefined) return BENCHMARKS;
  const unknown = only.filter((name) => !BENCHMARKS.some((one) => one.name === name));
  const names = BENCHMARKS.map(({ name }) => name).join(', ');
  if (unknown.length > 0)
    throw new Error(`no benchmark ${unknown.join(', ')}; there are: ${names}`);
  return BENCHMARKS.filter(({ name }) => only.includes(name));
}

/** Each on a database of its own, so that what one leaves behind slows no other. */
async function run({ run: measure }: Benchmark): Promise<readonly Finding[]> {
  const bench = await openBench();
  try {
    return await measure(bench, amounts());
  } finally {
    await bench.close();
  }
}

for (const benchmark of chosen()) {
  const { name, title } = benchmark;
  const findings = await run(benchmark);
  const line = () => `${JSON.stringify({ name, title, findings })}\n`;
  process.stdout.write(values.json ? line() : tableOf(title, findings));
}
