import { expect, it } from 'vitest';
import { message } from '../../../src/chat/message.ts';
import { channel, type CommandSpan, link, time } from '../../../src/chat/text.ts';
import { notification } from '../../../src/platforms/slack/notification.ts';

const AT = new Date('2026-03-02T09:00:00Z');
const HELP: CommandSpan = { type: 'command', name: 'help', localName: 'помощь', ownName: false };
const DATE = '<!date^1772442000^{date_short_pretty} {time}|2026-03-02 09:00 UTC>';

it('the words of a message name channels and instants as Slack shows them to each reader', () => {
  const page = message([
    { type: 'heading', text: 'Round <1>' },
    { type: 'text', text: ['In ', channel('C012AB'), ' until ', time(AT), '.'] },
    { type: 'list', items: [['one'], ['two & ', channel('general')]], ordered: true },
    { type: 'fields', fields: [{ name: 'Closes', value: [time(AT, 'countdown')] }] },
    { type: 'text', text: ['Ask ', { ...HELP, mark: 'code' }] },
    { type: 'note', text: [link('here', 'https://example.org'), ' <!here> <@U1>'] },
  ]);
  expect(notification(page)).toBe(
    [
      'Round &lt;1&gt;',
      `In <#C012AB> until ${DATE}.`,
      '1. one',
      '2. two &amp; #general',
      `Closes: ${DATE}`,
      'Ask /whetstone help',
      'here (https://example.org) &lt;!here&gt; &lt;@U1&gt;',
    ].join('\n'),
  );
});

it('are cut where Slack would, and never within a channel or an instant', () => {
  const text = ['x'.repeat(2_995), time(AT), ' and more'];
  const said = notification(message([{ type: 'text', text }]));
  expect(said).toBe(`${'x'.repeat(2_995)}2026…`);
});
