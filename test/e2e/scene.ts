import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import type { TrackReport } from '../../src/features/track-admin/track-status.ts';
import { type BotProcess, startBotProcess } from '../support/bot-process.ts';
import { type CommandLine, commandLine, commandProcess } from '../support/command-line.ts';
import { testDatabaseWithDeck } from '../support/database.ts';
import { openDiscordStage } from '../support/discord/stage.ts';
import { openSlackStage, type SlackStage } from '../support/slack/stage.ts';
import type { Seen, Stage } from '../support/stage.ts';

/** What a stranger has: chat platforms, settings, and the two commands. The clock is the real one. */
export interface Outside {
  /** From the first `beforeAll` on. */
  readonly stages: readonly Stage[];
  /** The only one, or the first. */
  readonly stage: Stage;
  readonly settings: Readonly<Record<string, string>>;
  readonly bot: BotProcess;
  readonly whetstone: CommandLine;
  /** Starts the bot again, after it ended. */
  startAgain(): Promise<void>;
}

type OpenStage = () => Promise<Stage>;

export const onDiscord: OpenStage = () => openDiscordStage();
export const onSlack: OpenStage = () => openSlackStage();
export const onSlackOverHttp: OpenStage = () => openSlackStage({ transport: 'http' });

/** Starts the bot on the platforms for the tests of one `describe`, and clears all up after them. */
export function outside(
  open: readonly OpenStage[],
  options: { readonly embedded?: boolean } = {},
): Outside {
  let scene: Scene | undefined;
  const here = (): Scene => {
    if (!scene) throw new Error('the scene is set in beforeAll');
    return scene;
  };
  beforeAll(async () => {
    scene = await setScene(open, options.embedded ?? false);
    scene.bot = await startBot(scene);
  });
  afterAll(async () => {
    await here().bot?.end();
    for (const stage of here().stages) await stage.close();
    await here().clear();
  });
  return {
    get stages() {
      return here().stages;
    },
    get stage() {
      return first(here().stages);
    },
    get settings() {
      return here().settings;
    },
    get bot() {
      const { bot } = here();
      if (!bot) throw new Error('the bot did not start');
      return bot;
    },
    get whetstone() {
      return commandProcess(here().settings);
    },
    async startAgain() {
      here().bot = await startBot(here());
    },
  };
}

interface Scene {
  readonly stages: readonly Stage[];
  readonly settings: Readonly<Record<string, string>>;
  bot?: BotProcess;
  clear(): Promise<void>;
}

async function setScene(open: readonly OpenStage[], embedded: boolean): Promise<Scene> {
  const stages = await Promise.all(open.map((one) => one()));
  const home = await mkdtemp(join(tmpdir(), 'whetstone-e2e-'));
  // As root, the embedded server runs as another user, who has to get in.
  await chmod(home, 0o711);
  const database = embedded ? undefined : await testDatabaseWithDeck();
  const settings = {
    ...Object.assign({}, ...stages.map(({ env }) => env)),
    WHETSTONE_HOME: home,
    ...(database && { DATABASE_URL: database.url }),
  } as Record<string, string>;
  return {
    stages,
    settings,
    async clear() {
      await database?.drop();
      await rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}

/** Resolves when every platform is connected. */
async function startBot({ stages, settings }: Scene): Promise<BotProcess> {
  const bot = startBotProcess(settings);
  const { url } = await bot.line(({ msg }) => msg === 'listening');
  for (const stage of stages) {
    if (isOverHttp(stage)) stage.deliverTo(`${String(url)}/slack/events`);
    await bot.line(({ platform, status }) => platform === stage.name && status === 'ready');
  }
  return bot;
}

const isOverHttp = (stage: Stage): stage is SlackStage => 'SLACK_SIGNING_SECRET' in stage.env;

function first<T>(all: readonly T[]): T {
  const [one] = all;
  if (one === undefined) throw new Error('there is none');
  return one;
}

/** Adds a track in the stage's channel by the command line; its number. */
export async function addTrack(
  { whetstone }: Outside,
  { name, workspace, channel }: Stage,
  ...plan: readonly string[]
): Promise<string> {
  const place = ['--platform', name, '--workspace', workspace, '--channel', channel];
  const added = await whetstone.json<TrackReport>('track', 'add', ...place, ...plan, '--json');
  return String(added.track);
}

export interface Status {
  readonly tracks: readonly TrackReport[];
  readonly failedJobs: readonly { readonly name: string; readonly reason: string }[];
}

/** It is asked for again and again: a process each time would keep the machine busy by starting. */
export const statusOf = ({ settings }: Outside): Promise<Status> =>
  commandLine(settings).json<Status>('status', '--json');

/** The stage's newest question, as soon as its round is open, thread and all. */
export async function openQuestion(
  here: Outside,
  stage: Stage,
  round: number,
  timeout = 20_000,
): Promise<Seen> {
  await expect
    .poll(async () => roundOn(await statusOf(here), stage), { timeout })
    .toMatchObject({ number: round, status: 'open' });
  const question = stage.channelMessages().findLast(({ author }) => author === 'whetstone');
  if (!question) throw new Error('the round is open, and nobody sees its question');
  return question;
}

export const roundOn = ({ tracks }: Status, { name }: Stage): TrackReport['lastRound'] =>
  tracks.find(({ platform }) => platform === name)?.lastRound;

/** What the bot logged beyond what is usual. */
export const complaints = ({ bot }: Outside) =>
  bot.logged.filter(({ level }) => level !== 'info' && level !== 'debug');
