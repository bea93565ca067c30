import { describe, expect, it } from 'vitest';
import { type Message, message } from '../../src/chat/message.ts';
import { notifying } from '../../src/features/notify/notifying.ts';
import { paginate as discordPages } from '../../src/platforms/discord/paginate.ts';
import { render as renderDiscord } from '../../src/platforms/discord/render.ts';
import { paginate as slackPages } from '../../src/platforms/slack/paginate.ts';
import { render as renderSlack } from '../../src/platforms/slack/render.ts';

const GROUP = { id: '77', name: 'interview-prep' };
const HOSTILE = '@everyone <@&77> <@&78> <!subteam^77> <!subteam^78|@x> <!channel> <@1>';

/** As a deck may have it, and long enough for several pages. */
const QUESTION: Message = message([
  { type: 'heading', text: HOSTILE },
  ...Array.from({ length: 300 }, () => ({ type: 'text' as const, text: [HOSTILE] })),
]);

const discord = (whole: Message) => discordPages(whole).map((page) => renderDiscord(page).body);
const slack = (whole: Message) =>
  slackPages(whole).map((page) => renderSlack(page, () => undefined));

describe('a mention of a group', () => {
  it('is all that a message on Discord may notify, on its first page alone', () => {
    const [first, ...rest] = discord(notifying(QUESTION, GROUP));
    expect(first).toMatchObject({
      content: '<@&77>',
      allowed_mentions: { parse: [], roles: ['77'], replied_user: false },
    });
    expect(rest.length).toBeGreaterThan(0);
    for (const { content, allowed_mentions: allowed } of rest) {
      expect({ content, allowed }).toEqual({ allowed: { parse: [], replied_user: false } });
    }
  });

  it('is all that a message on Slack may notify, on its first page alone', () => {
    const [first, ...rest] = slack(notifying(QUESTION, GROUP));
    const mrkdwn = { type: 'mrkdwn', text: '<!subteam^77>' };
    expect(first?.blocks[0]).toEqual({ type: 'section', text: mrkdwn });
    const others = [...(first?.blocks.slice(1) ?? []), ...rest.flatMap(({ blocks }) => blocks)];
    expect(new Set(others.map(({ type }) => type))).toEqual(new Set(['header', 'rich_text']));
    expect(JSON.stringify(others)).not.toMatch(/"mrkdwn"|"usergroup"|"broadcast"|"user"/);
    // What notifications show is read as mrkdwn too.
    for (const { text } of [first, ...rest].filter((page) => page !== undefined)) {
      expect(text).not.toMatch(/<[!@]/);
    }
  });

  it('is nowhere in a message without one, whatever its words are', () => {
    expect(notifying(QUESTION, undefined)).toBe(QUESTION);
    expect(discord(QUESTION).every(({ content }) => content === undefined)).toBe(true);
    expect(JSON.stringify(slack(QUESTION))).not.toContain('"mrkdwn"');
  });
});
