import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readDotenv } from './config/dotenv.ts';
import { ConfigError, type SettingFault } from './config/error.ts';
import { BOT_ROLES, type BotRole } from './config/roles.ts';
import { ruleFaults } from './config/rules.ts';
import type { ShardSet } from './config/shards.ts';
import { fileStrayWarnings, strayWarnings } from './config/strays.ts';
import { type Given, type Settings, VARIABLES, variables } from './config/variables.ts';

export interface Config {
  /** Left out, the embedded PostgreSQL serves. */
  readonly databaseUrl?: string | undefined;
  /** An absolute path. */
  readonly home: string;
  /** Where the programs of an older PostgreSQL stand, for an upgrade of the embedded one; an absolute path. */
  readonly olderPostgres?: string | undefined;
  readonly discord?: DiscordConfig | undefined;
  readonly slack?: SlackConfig | undefined;
  /** Left out, no language model reads answers. */
  readonly grader?: GraderConfig | undefined;
  readonly playground: boolean;
  /** Names by which browsers on other machines may open its page. */
  readonly playgroundHosts: readonly string[];
  /** What this process does of the bot's work. */
  readonly roles: readonly BotRole[];
  readonly web: { readonly host: string; readonly port: number };
  /** The address under which others reach the web server. */
  readonly publicUrl?: string | undefined;
  readonly log: LogConfig;
  /** What is probably a mistake but stops nothing, in words for the operator. */
  readonly warnings: readonly string[];
}

interface DiscordConfig {
  readonly token: string;
  readonly apiUrl?: string | undefined;
  readonly messageContent: boolean;
  /** Left out, this process connects all that Discord recommends. */
  readonly shards?: ShardSet | undefined;
}

/** With an app-level token events come over Socket Mode, with a signing secret over HTTP. */
type SlackConfig = { readonly botToken: string; readonly apiUrl?: string | undefined } & (
  | { readonly appToken: string; readonly signingSecret?: undefined }
  | { readonly appToken?: undefined; readonly signingSecret: string }
);

interface GraderConfig {
  readonly url: string;
  readonly model: string;
  readonly key?: string | undefined;
  readonly dailyLimit: number;
}

interface LogConfig {
  readonly level: Settings['LOG_LEVEL'];
  readonly format: 'json' | 'pretty';
}

/** The project's folder: relative paths in settings count from it, wherever a command is run. */
const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/** Which names of an environment stand in the file of settings. */
const IN_FILE = Symbol('in .env');

interface Environment extends NodeJS.ProcessEnv {
  readonly [IN_FILE]?: readonly string[];
}

/**
 * The process's environment, filled up from the project's `.env`; what is set already wins.
 *
 * @throws {ConfigError} where the file cannot be read.
 */
export function readEnvironment(file = resolve(PROJECT, '.env')): Environment {
  const read = readDotenv(file);
  for (const [name, value] of Object.entries(read)) process.env[name] ??= value;
  return { ...process.env, [IN_FILE]: Object.keys(read) };
}

/**
 * The settings in an environment; an empty variable counts as not set.
 * `terminal` tells whether a person watches the log as it is written.
 *
 * @throws {ConfigError} naming every fault at once.
 */
export function readConfig(env: Environment, terminal = process.stdout.isTTY): Config {
  const given = givenIn(env);
  const parsed = variables.safeParse(given);
  const wrong = checkFaults(parsed.error?.issues ?? []);
  const faults = [...wrong, ...ruleFaults(given, wrong)];
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults, warningsOn(env));
  const { data } = parsed;
  const [discord, slack] = [discordOf(data), slackOf(data)];
  const hasAllRoles = data.WHETSTONE_ROLES.length === BOT_ROLES.length;
  return {
    databaseUrl: data.DATABASE_URL,
    home: resolve(PROJECT, data.WHETSTONE_HOME),
    olderPostgres: data.OLDER_POSTGRES && resolve(PROJECT, data.OLDER_POSTGRES),
    discord,
    slack,
    grader: graderOf(data),
    playground: data.PLAYGROUND ?? (!(discord ?? slack) && hasAllRoles),
    playgroundHosts: data.PLAYGROUND_HOSTS,
    roles: data.WHETSTONE_ROLES,
    web: { host: data.HOST, port: data.PORT },
    publicUrl: data.PUBLIC_URL,
    log: { level: data.LOG_LEVEL, format: data.LOG_FORMAT ?? (terminal ? 'pretty' : 'json') },
    warnings: warningsOn(env),
  };
}

/** The secrets among the settings, for the log to keep to itself. */
export function secretsOf({ discord, slack, grader }: Config): readonly string[] {
  const ofSlack = [slack?.botToken, slack?.appToken, slack?.signingSecret];
  return [discord?.token, ...ofSlack, grader?.key].filter((secret) => secret !== undefined);
}

const warningsOn = (env: Environment): readonly string[] => [
  ...new Set([...strayWarnings(Object.keys(env)), ...fileStrayWarnings(env[IN_FILE] ?? [])]),
];

function givenIn(env: NodeJS.ProcessEnv): Given {
  return Object.fromEntries(
    VARIABLES.flatMap((name) => (env[name]?.trim() ? [[name, env[name]]] : [])),
  );
}

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string };

const checkFaults = (issues: readonly Issue[]): SettingFault[] =>
  issues.map(({ path, message }) => ({ variable: path[0] as SettingFault['variable'], message }));

function discordOf(settings: Settings): DiscordConfig | undefined {
  const token = settings.DISCORD_TOKEN;
  if (token === undefined) return undefined;
  const messageContent = settings.DISCORD_MESSAGE_CONTENT;
  const { DISCORD_API_URL: apiUrl, DISCORD_SHARDS: shards } = settings;
  return { token, apiUrl, messageContent, shards };
}

function graderOf(settings: Settings): GraderConfig | undefined {
  const { GRADER_URL: url, GRADER_MODEL: model, GRADER_KEY: key } = settings;
  if (url === undefined || model === undefined) return undefined;
  return { url, model, key, dailyLimit: settings.GRADER_DAILY_LIMIT };
}

function slackOf(settings: Settings): SlackConfig | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_API_URL: apiUrl } = settings;
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = settings;
  if (botToken === undefined) return undefined;
  if (appToken !== undefined) return { botToken, apiUrl, appToken };
  return signingSecret === undefined ? undefined : { botToken, apiUrl, signingSecret };
}
