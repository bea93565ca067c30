import type { Logger } from 'pino';
import { describe, expect, test } from 'vitest';
import { PlatformError } from '../src/chat/platform.ts';
import { createLog, type LogOptions } from '../src/log.ts';

/** What a log writes while `talk` talks to it. */
function written(talk: (log: Logger) => void, options: Partial<LogOptions> = {}): string {
  let text = '';
  const out = { write: (line: string) => void (text += line) };
  talk(createLog({ level: 'info', format: 'json', ...options }, out));
  return text;
}

const DISCORD_TOKEN = `${'MTIzNDU2Nzg5MDEyMzQ1Njc4'}.GaBcDe.${'x'.repeat(38)}`;

test('JSON: one object a line, with its fields', () => {
  const lines = written((log) => {
    log.child({ platform: 'slack' }).info({ round: 7 }, 'asked');
    log.debug('not at this level');
    log.warn('second');
  });
  const [first, second, ...rest] = lines.trimEnd().split('\n');
  expect(JSON.parse(first ?? '')).toMatchObject({
    ...{ level: 'info', platform: 'slack', round: 7, msg: 'asked' },
    time: expect.stringMatching(/^\d{4}-.*Z$/) as string,
  });
  expect(JSON.parse(second ?? '')).toMatchObject({ level: 'warn', msg: 'second' });
  expect(rest).toEqual([]);
});

test('pretty: a line to read, without colours where it is no terminal', () => {
  const text = written((log) => log.info({ round: 7 }, 'asked'), { format: 'pretty' });
  expect(text).toMatch(/^\[\d\d:\d\d:\d\d\] INFO: asked \{"round":7\}\n$/);
});

describe('a secret never stands in the log', () => {
  test.each([
    ['a Slack bot token', 'xoxb-1234-hunter2'],
    ['a rotated Slack token', 'xoxe.xoxp-1-hunter2'],
    ['a Slack app-level token', 'xapp-1-A0-hunter2'],
    ['a Discord token', DISCORD_TOKEN.replace('xxxxxxx', 'hunter2')],
    ['an authorization header', 'Bearer hunter2hunter2hunter2'],
    ['an interaction’s address', '/interactions/12/hunter2/callback'],
    ['a webhook’s address', 'https://discord.com/api/v10/webhooks/12/hunter2/messages/@original'],
    ['a late response’s address', 'https://hooks.slack.com/commands/T1/2/hunter2'],
    ['a Socket Mode address', 'wss://wss-primary.slack.com/link/?ticket=hunter2&app_id=A1'],
    ['a database’s address', 'postgres://study:hunter2@db.example/study'],
  ])('%s: in a message, a field, an error and its cause', (_, secret) => {
    const text = written((log) => {
      log.info(`got ${secret}`);
      log.info({ deep: { list: [secret] } }, 'a field');
      log.error(new Error('outer', { cause: new Error(`inner ${secret}`) }));
      log.error({ err: new AggregateError([new Error(secret)]) }, 'several');
    });
    expect(text.match(/\[redacted\]/g)?.length).toBeGreaterThanOrEqual(4);
    expect(text).not.toContain('hunter2');
  });

  test('by the name it goes under', () => {
    const text = written((log) =>
      log.info({ botToken: 'hunter2', headers: { Authorization: ['hunter2'] }, secret: 'hunter2' }),
    );
    expect(text).not.toContain('hunter2');
  });

  test('by its value, where the settings told it', () => {
    const talk = (log: Logger) => log.info({ url: '/x?y=hunter2' }, 'hunter2');
    expect(written(talk, { secrets: ['hunter2'] })).not.toContain('hunter2');
    expect(written(talk, { secrets: ['hunter2'], format: 'pretty' })).not.toContain('hunter2');
  });
});

describe('what people write never stands in the log', () => {
  test('in an event, a form or a message', () => {
    const text = written((log) => {
      log.info({ event: { message: { text: 'my answer' } } }, 'heard');
      log.info({ values: { answer: 'my answer' } }, 'sent');
      log.info({ blocks: [{ type: 'quote', text: ['my answer'] }] }, 'posted');
    });
    expect(text).not.toContain('my answer');
  });

  test('in what a library or the database hangs on its errors', () => {
    const refused = Object.assign(new Error('Invalid Form Body'), {
      code: 50035,
      requestBody: { json: { content: 'my answer' } },
    });
    const row = Object.assign(new Error('violates check'), {
      code: '23514',
      detail: 'Failing row contains (1, my answer).',
    });
    const text = written((log) => {
      log.warn(new PlatformError({ code: 'rejected' }, 'posting', { cause: refused }));
      log.warn(row);
    });
    expect(text).not.toContain('my answer');
    expect(text).toContain('"fault":{"code":"rejected"}');
    expect(text).toContain('"code":50035');
    expect(text).toContain('"code":"23514"');
  });

  test('but how many answers there are may', () => {
    expect(written((log) => log.info({ answers: 3 }))).toContain('"answers":3');
  });
});

test('an error keeps its type, message, stack and causes, however they are tied', () => {
  const error: Error & { cause?: unknown } = new TypeError('outer');
  error.cause = error;
  const text = written((log) => log.error({ err: error }, 'trouble'));
  const { err } = JSON.parse(text) as { err: Record<string, unknown> };
  expect(err).toMatchObject({ type: 'TypeError', message: 'outer' });
  expect(err['stack']).toContain('log.test.ts');
  expect(err['cause']).toMatchObject({ message: 'outer' });
});
