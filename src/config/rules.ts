import type { SettingFault } from './error.ts';
import { BOT_ROLES, namesIn } from './roles.ts';
import type { Given } from './variables.ts';

interface Rule extends SettingFault {
  broken(given: Given): boolean;
}

/** What has to hold between settings. Slack hands events to a Socket Mode connection or to a web
 *  address, as its app is configured: never to both. */
const RULES: readonly Rule[] = [
  {
    variable: 'SLACK_APP_TOKEN',
    broken: (given) =>
      !!given.SLACK_BOT_TOKEN && !given.SLACK_APP_TOKEN && !given.SLACK_SIGNING_SECRET,
    message:
      'is not set, so Slack has no way to reach the bot. ' +
      'Fix: set it (Socket Mode, the simpler way), or SLACK_SIGNING_SECRET instead (HTTP).',
  },
  {
    variable: 'SLACK_BOT_TOKEN',
    broken: (given) =>
      !given.SLACK_BOT_TOKEN && (!!given.SLACK_APP_TOKEN || !!given.SLACK_SIGNING_SECRET),
    message:
      'is not set, while another Slack secret is. ' +
      'Fix: set it to the Bot User OAuth Token (xoxb-…), or remove the other.',
  },
  {
    variable: 'SLACK_SIGNING_SECRET',
    broken: (given) => !!given.SLACK_APP_TOKEN && !!given.SLACK_SIGNING_SECRET,
    message:
      'is set together with SLACK_APP_TOKEN, and events arrive in one way only. ' +
      'Fix: keep SLACK_APP_TOKEN for Socket Mode or SLACK_SIGNING_SECRET for HTTP, and remove the other.',
  },
  {
    variable: 'GRADER_MODEL',
    broken: (given) => !!given.GRADER_URL && !given.GRADER_MODEL,
    message:
      'is not set, while GRADER_URL is. ' +
      'Fix: set it to the name of a model of that endpoint, or remove GRADER_URL.',
  },
  {
    variable: 'GRADER_URL',
    broken: (given) => !given.GRADER_URL && (!!given.GRADER_MODEL || !!given.GRADER_KEY),
    message:
      'is not set, while another setting of the language model is. ' +
      'Fix: set it to the base address of the endpoint, such as https://api.example.org/v1, or remove the other.',
  },
  {
    variable: 'PLAYGROUND',
    broken: ({ PLAYGROUND, WHETSTONE_ROLES: roles }) =>
      PLAYGROUND === 'on' && roles !== undefined && !hasAll(roles),
    message:
      'is on, and its page shows only what its own process does. ' +
      'Fix: switch it off, or let this process have every role by leaving WHETSTONE_ROLES empty.',
  },
];

const hasAll = (list: string): boolean => BOT_ROLES.every((role) => namesIn(list).includes(role));

/** A variable that is wrong by itself already is not named once more for what it is to others. */
export function ruleFaults(
  given: Given,
  already: readonly SettingFault[],
): readonly SettingFault[] {
  const wrong = new Set(already.map(({ variable }) => variable));
  return RULES.filter((rule) => rule.broken(given) && !wrong.has(rule.variable)).map(
    ({ variable, message }) => ({ variable, message }),
  );
}
