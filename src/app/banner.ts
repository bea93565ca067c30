import type { PlatformName } from '../chat/place.ts';
import type { Platform, PlatformState } from '../chat/platform.ts';
import type { Config } from '../config.ts';
import { BOT_ROLES } from '../config/roles.ts';
import { countEn } from '../i18n/plural.ts';
import type { Finding } from './doctor/finding.ts';

/** What a start came to. */
export interface Started {
  /** Where the web server listens; undefined where another process has that role. */
  readonly url: string | undefined;
  readonly decks: readonly { readonly name: string; readonly questions: number }[];
  readonly platforms: readonly Pick<Platform, 'name' | 'state'>[];
}

/** How each platform that can be set up is named, and how it is set up. */
const PLATFORMS = [
  { name: 'discord', title: 'Discord', setUp: 'docs/discord.md, then DISCORD_TOKEN in .env' },
  {
    name: 'slack',
    title: 'Slack',
    setUp: 'docs/slack.md, then SLACK_BOT_TOKEN and SLACK_APP_TOKEN in .env',
  },
] as const;

/** What runs, what is missing and what to do next, for the person who started it; line by line. */
export function banner(config: Config, started: Started): readonly string[] {
  return ['Whetstone is running.', ...found(config, started), ...next(config)];
}

function found(config: Config, { url, decks, platforms }: Started): readonly string[] {
  const states = platforms.flatMap((platform) => platformLine(platform.name, platform.state()));
  return [
    row('Database', databaseText(config)),
    row('Decks', decks.map(deckText).join(', ') || 'none'),
    ...states,
    ...rolesLine(config),
    ...(url === undefined ? [] : webLines(config, url)),
  ];
}

const webLines = (config: Config, url: string): readonly string[] =>
  config.playground ? playgroundLines(config, url) : [row('Web', url)];

/** Said where other processes have the other roles. */
const rolesLine = ({ roles }: Config): readonly string[] =>
  roles.length === BOT_ROLES.length ? [] : [row('Roles', roles.join(', '))];

/** Each address that the page answers to, and the way to it from other machines where there is none of theirs. */
function playgroundLines({ web, playgroundHosts }: Config, url: string): readonly string[] {
  const { hostname, port } = new URL(url);
  const own = LOOPBACK.includes(hostname) ? [url] : [];
  const isForNetwork = !LOOPBACK.includes(web.host);
  const named = playgroundHosts.map((name) =>
    isForNetwork ? `http://${name}${port && `:${port}`}` : `${name}, through a proxy`,
  );
  const [first, ...others] = [...own, ...named];
  if (first === undefined) {
    const why = `it opens on this machine alone, and HOST=${web.host} does not listen there`;
    const fix = `set HOST=127.0.0.1, or PLAYGROUND_HOSTS=${web.host}`;
    return [row('Playground', `closed: ${why}; ${fix}`)];
  }
  const tunnel = `ssh -L ${port || 80}:127.0.0.1:${port || 80} this-machine, then the same address`;
  return [
    row('Playground', `${first}  (the whole bot, in a browser)`),
    ...others.map((address) => row('', address)),
    ...(isForNetwork && named.length === 0
      ? [row('', `for a browser on this machine; elsewhere: ${tunnel}`)]
      : []),
  ];
}

const LOOPBACK: readonly string[] = ['127.0.0.1', 'localhost', '[::1]', '::1'];

function next({ discord, slack, playground }: Config): readonly string[] {
  // What comes next is known once the platforms have been asked.
  if (discord ?? slack) return [];
  const first = playground ? 'open the playground; to bring Whetstone to your team, ' : '';
  const steps = PLATFORMS.map(({ title, setUp }) => row(title, setUp));
  return [`Next: ${first}set up one of these, or both:`, ...steps];
}

const row = (label: string, text: string): string => `  ${label.padEnd(10)}  ${text}`;

function platformLine(name: PlatformName, state: PlatformState): readonly string[] {
  const platform = PLATFORMS.find((one) => one.name === name);
  if (!platform) return [];
  return [row(platform.title, state.status === 'down' ? `down: ${state.reason}` : state.status)];
}

/** Without the user and the password. */
function databaseText({ databaseUrl, home }: Config): string {
  if (databaseUrl === undefined) return `PostgreSQL of its own, in ${home}`;
  const { host, pathname } = new URL(databaseUrl);
  return `${pathname.slice(1)} at ${host}`;
}

const deckText = ({ name, questions }: { name: string; questions: number }): string =>
  `${name} (${countEn(questions, 'question', 'questions')})`;

/** Checks of which a start says that they are well, too. */
const OF_INTEREST: readonly string[] = ['Discord', 'Slack', 'tracks'];

/** What was found around a bot that runs: as whom and where it is, what is due, and then what is wrong, in a line each. */
export function surroundings(
  { discord, slack }: Pick<Config, 'discord' | 'slack'>,
  findings: readonly Finding[],
): readonly string[] {
  const isFirst = Boolean(discord ?? slack) && !findings.some(({ check }) => check === 'tracks');
  const well = findings.filter(
    ({ check, standing }) => standing === 'ok' && OF_INTEREST.includes(check),
  );
  const wrong = findings.filter(({ standing }) => standing === 'fault' || standing === 'warning');
  return [
    ...well.map(({ check, says }) => row(capital(check), says)),
    ...wrong.map(({ check, standing, says }) =>
      row(standing.toUpperCase(), `${capital(check)}: ${says}`),
    ),
    ...(isFirst ? ['Next: /track add, in a channel that is to have a question a day.'] : []),
    ...(wrong.length > 0 ? ['More: npm run -s whetstone -- doctor'] : []),
  ];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
