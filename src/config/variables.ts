import { isIP } from 'node:net';
import { z } from 'zod';
import { databaseUrlAdvice, readDatabaseUrl } from './database-url.ts';
import { BOT_ROLES, isBotRole, namesIn } from './roles.ts';
import { readShards } from './shards.ts';

/** The words of a failed check. They never hold the value, which may be a secret. */
const advice = (problem: string, fix: string): string => `${problem}. Fix: ${fix}.`;

/** Checks run in order, and the first that fails speaks alone. */
const matches = (pattern: RegExp, problem: string, fix: string) =>
  z.regex(pattern, { error: advice(problem, fix), abort: true });

const onePiece = matches(/^\S+$/, 'holds white space', 'copy it again without spaces');

/** Quotes of every kind, a `~` that YAML means nothing by, and letters that only look like Latin ones. */
const plain = matches(
  /^[!#-&(-_a-}]+$/,
  'holds a quotation mark or another character that no secret has',
  'write it alone, without quotation marks',
);

const noToken = matches(
  /^(?!x(ox.|app)-)/,
  'holds a token',
  'copy the Signing Secret from Basic Information → App Credentials',
);

const botToken = matches(
  /^xoxb-/,
  'is not a bot token, which begins with xoxb-',
  'copy the Bot User OAuth Token from OAuth & Permissions',
);

const appToken = matches(
  /^xapp-/,
  'is not an app-level token, which begins with xapp-',
  'make one with the scope connections:write in Basic Information → App-Level Tokens',
);

const withoutScheme = matches(
  /^(?!(Bot|Bearer)\s)/i,
  'begins with the word Bot or Bearer',
  'leave that word out and keep the token alone',
);

const isWebAddress = (value: string): boolean =>
  ['http:', 'https:'].includes(URL.parse(value)?.protocol ?? '');

const apiUrl = z.string().refine(isWebAddress, {
  error: advice('is not a web address', 'begin it with https:// or http://'),
});

const databaseUrl = z.string().transform((written, context) => {
  const read = readDatabaseUrl(written);
  if (read.ok) return read.url;
  context.addIssue({ code: 'custom', message: databaseUrlAdvice(read.fault) });
  return z.NEVER;
});

const onOff = z.stringbool({
  truthy: ['on'],
  falsy: ['off'],
  error: advice('is neither on nor off', 'write one of the two'),
});

const oneOf = <const Values extends readonly string[]>(values: Values) =>
  z.enum(values, { error: advice('is not known', `write one of ${values.join(', ')}`) });

const ROLES_FIX = `write some of ${BOT_ROLES.join(', ')}, with commas between`;

const roles = z
  .string()
  .refine((list) => namesIn(list).length > 0 && namesIn(list).every(isBotRole), {
    error: advice('names a role that there is not', ROLES_FIX),
  })
  .transform((list) => BOT_ROLES.filter((role) => namesIn(list).includes(role)));

const shards = z.string().transform((written, context) => {
  const read = readShards(written);
  if (read !== undefined) return read;
  const fix = 'write their numbers from 0, a stroke and how many there are in all, such as 0,1/4';
  context.addIssue({ code: 'custom', message: advice('names no shards', fix) });
  return z.NEVER;
});

const PORT_FIX = 'write a whole number from 0 to 65535, where 0 takes any free port';

const port = z
  .string()
  .check(matches(/^\d{1,5}$/, 'is not a port', PORT_FIX))
  .transform(Number)
  .pipe(z.number().max(65535, advice('is not a port', PORT_FIX)));

const isHost = (value: string): boolean => isIP(value) !== 0 || /^[a-z\d.-]+$/i.test(value);

const host = z.string().refine(isHost, {
  error: advice('is not a host', 'write a name or an IP address alone, such as 127.0.0.1'),
});

/** As browsers write them in an address: in small letters, and an IPv6 address in brackets. */
const hosts = z
  .string()
  .refine((list) => namesIn(list).every(isHost), {
    error: advice(
      'holds what is no host',
      'write names or IP addresses alone, without http:// and port, with commas between',
    ),
  })
  .transform((list) => namesIn(list).map((name) => hostInUrl(name.toLowerCase())));

const hostInUrl = (name: string): string => (isIP(name) === 6 ? `[${name}]` : name);

const FOLDER_FIX = 'write the whole path of a folder';

/** A shell fills these in before a program sees them; nobody does in a file of settings. */
const unfilled = matches(
  /^(?!~(?:$|[/\\\w])|\$|%\w+%)/,
  'begins with ~ or a variable, which nothing fills in here',
  FOLDER_FIX,
);

const unquoted = matches(
  /^(?!["'`“”„«»‘’‚])/,
  'is in quotation marks that belong to the value here',
  'leave them out, or use straight ones in .env',
);

/** To make a folder in the list of processes fails for ever without an error. */
const onDisk = matches(/^(?!\/+proc(?:\/|$))/, 'is in /proc, which keeps no files', FOLDER_FIX);

const folder = z.string().check(unquoted, unfilled, onDisk);

const LIMIT_FIX = 'write a whole number from 0 to 1000000, where 0 asks it nothing';

const dailyLimit = z
  .string()
  .check(matches(/^\d{1,7}$/, 'is not a number of answers', LIMIT_FIX))
  .transform(Number)
  .pipe(z.number().max(1_000_000, advice('is not a number of answers', LIMIT_FIX)));

/** Every setting there is, by the name of its environment variable. */
export const variables = z.object({
  DATABASE_URL: databaseUrl.optional(),
  WHETSTONE_HOME: folder.default('.whetstone'),
  OLDER_POSTGRES: folder.optional(),
  DISCORD_TOKEN: z.string().check(withoutScheme, onePiece, plain).optional(),
  DISCORD_API_URL: apiUrl.optional(),
  DISCORD_SHARDS: shards.optional(),
  DISCORD_MESSAGE_CONTENT: onOff.default(false),
  SLACK_BOT_TOKEN: z.string().check(botToken, onePiece, plain).optional(),
  SLACK_APP_TOKEN: z.string().check(appToken, onePiece, plain).optional(),
  SLACK_SIGNING_SECRET: z.string().check(noToken, onePiece, plain).optional(),
  SLACK_API_URL: apiUrl.optional(),
  HOST: host.default('127.0.0.1'),
  PORT: port.default(3000),
  PUBLIC_URL: apiUrl.optional(),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  LOG_FORMAT: oneOf(['json', 'pretty']).optional(),
  PLAYGROUND: onOff.optional(),
  PLAYGROUND_HOSTS: hosts.default([]),
  GRADER_URL: apiUrl.optional(),
  GRADER_MODEL: z.string().check(onePiece, plain).optional(),
  GRADER_KEY: z.string().check(onePiece, plain).optional(),
  GRADER_DAILY_LIMIT: dailyLimit.default(200),
  WHETSTONE_ROLES: roles.default([...BOT_ROLES]),
});

export type Settings = z.output<typeof variables>;

export type Variable = keyof Settings;

export const VARIABLES = Object.keys(variables.shape) as readonly Variable[];

/** The variables that are set, as text. */
export type Given = Readonly<Partial<Record<Variable, string>>>;
