import type { Logger } from 'pino';
import { measured } from '../chat/measured-platform.ts';
import type { Platform } from '../chat/platform.ts';
import type { Config } from '../config.ts';
import type { CountedEvent } from '../delivery/context.ts';
import { within } from '../delivery/within.ts';
import { readFeed } from '../features/calendar/feed/read-feed.ts';
import { type DeckReport, listDecks } from '../features/decks/list-decks.ts';
import type { SlackPlatform } from '../platforms/slack/index.ts';
import { createMetrics, type Metrics } from '../web/metrics.ts';
import { createWeb, type Mounts } from '../web/server.ts';
import { type Backend, openBackend } from './backend.ts';
import { checkHealth } from './check-health.ts';
import type { Findings } from './doctor/finding.ts';
import { lookAtStart } from './doctor/look-at-start.ts';
import { choosePlatforms, type Chosen } from './platforms.ts';
import { listeningRole } from './roles.ts';
import { loadShippedDecks } from './shipped-decks.ts';

/**
 * How long what is in hand may take to finish at the end, answers to people first, then jobs. Containers
 * give ten seconds in all; a second start carries on what did not finish.
 */
const ANSWERS_MS = 3_000;
const JOBS_MS = 4_500;

/** After this time, what surrounds the bot is looked at although a platform still connects. */
const CONNECT_MS = 15_000;

/** A round claimed this long after it was due counts as late in the metrics. */
const LATE_MS = 60_000;

export interface App {
  /** Where the web server listens; undefined where another process has that role. */
  readonly url: string | undefined;
  /** Those that this process listens to. */
  readonly platforms: readonly Platform[];
  /** What every workspace may use. */
  readonly decks: readonly DeckReport[];
  /** Looks at what surrounds the bot once its platforms have connected, and ends early when the bot stops. */
  lookAround(): Findings;
  /** Resolves where a later version changes the database: this one has to stop, and says so. */
  readonly outdated: Promise<Error>;
  stop(): Promise<void>;
}

/**
 * The bot: every part the settings ask for, in the order they need each other. When this resolves,
 * the schedule runs; the platforms connect on their own time.
 */
export async function startApp(config: Config, log: Logger): Promise<App> {
  const metrics = createMetrics();
  let chosen: Chosen | undefined;
  const backend = await openBackend({
    config,
    log,
    roles: config.roles,
    async platforms(db) {
      chosen = await choosePlatforms(config, {
        log,
        db,
        context: () => backend.runtime.context,
        others: () => backend.runtime.others(),
      });
      return chosen.all.map((one) => measured(one, () => performance.now(), metrics.observeCall));
    },
    observe: (event) => count(metrics, event),
  });
  const { runtime, platforms } = backend;
  const { roles } = config;
  const listenedTo = platforms.filter(({ name }) => roles.includes(listeningRole(name, config)));
  const web = createWeb({
    ...config.web,
    log,
    health: () => checkHealth(runtime.context, listenedTo),
    metrics: () => metrics.text(),
    feed: (trackId, signature) => readFeed(runtime.context, trackId, signature),
    mounts: mountsOf(chosen),
  });
  const leaving = new AbortController();
  const stop = async (): Promise<void> => {
    leaving.abort();
    const listeners = [...platforms, web];
    await within(ANSWERS_MS, Promise.all(listeners.map((listener) => listener.stop())));
    await backend.close(JOBS_MS);
  };
  try {
    if (roles.includes('web')) await web.check();
    if (roles.includes('worker')) await loadShippedDecks(runtime.context, backend.formulas);
    const url = roles.includes('web') ? await web.start() : undefined;
    if (url !== undefined) log.info({ url }, 'listening');
    await runtime.start();
    const decks = await listDecks(runtime.context);
    const { signal } = leaving;
    const connected = listenedTo.map((platform) => connectInBackground(platform, backend, signal));
    const lookAround = async function* (): Findings {
      await within(CONNECT_MS, Promise.all(connected));
      const { db, clock, platforms } = runtime.context;
      const look = { db, clock, platforms, log: silencedBy(signal, log) };
      yield* untilLeaving(lookAtStart(look, config), signal);
    };
    const { outdated } = runtime;
    return { url, platforms: listenedTo, decks, lookAround, outdated, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The end of the process cuts a look short: what fails then is no news. */
async function* untilLeaving(findings: Findings, leaving: AbortSignal): Findings {
  try {
    for await (const finding of findings) {
      if (leaving.aborted) return;
      yield finding;
    }
  } catch (error) {
    if (!leaving.aborted) throw error;
  }
}

/** A log that says nothing from then on. */
function silencedBy(leaving: AbortSignal, log: Logger): Logger {
  const own = log.child({});
  const silence = (): void => void (own.level = 'silent');
  if (leaving.aborted) silence();
  leaving.addEventListener('abort', silence, { once: true });
  return own;
}

function mountsOf(chosen: Chosen | undefined): Mounts {
  const pages = chosen?.playground ? [chosen.playground.routes()] : [];
  return { pages, handlers: slackHandlers(chosen?.slack) };
}

/** Over HTTP, Slack sends all it has to say to one path. */
function slackHandlers(slack: SlackPlatform | undefined): NonNullable<Mounts['handlers']> {
  return slack?.handler ? { '/slack/events': slack.handler } : {};
}

/** A platform that is out of reach keeps trying; the others and the schedule do not wait for it. */
function connectInBackground(
  platform: Platform,
  { runtime }: Backend,
  leaving: AbortSignal,
): Promise<void> {
  const { name } = platform;
  const { log } = runtime.context;
  const tell = (say: () => void): void => {
    // What the end of the process cut short is no news of the platform's.
    if (!leaving.aborted) say();
  };
  return platform.start(runtime.startOptions).then(
    () => tell(() => log.info({ platform: name, ...platform.state() }, 'platform')),
    (err: unknown) => tell(() => log.error({ platform: name, err }, 'could not connect')),
  );
}

function count(metrics: Metrics, event: CountedEvent): void {
  switch (event.type) {
    case 'round-claimed':
      metrics.roundsDue.inc();
      if (event.lateMs > LATE_MS) metrics.roundsLate.inc();
      return;
    case 'round-posted':
      return metrics.roundsPosted.inc();
    case 'answer-taken':
      return metrics.answers.inc({ source: event.source, late: String(event.late) });
    case 'question-rated':
      return metrics.ratings.inc({ grade: event.grade });
    case 'reminder-sent':
      return metrics.reminders.inc();
    case 'feedback-given':
      return metrics.feedback.inc({ on: event.on });
    case 'answer-graded':
      return metrics.graded.inc({ outcome: event.outcome });
    case 'point-contested':
      return metrics.contests.inc();
    case 'job-failed':
      return metrics.jobsFailed.inc({ job: event.job });
  }
}
