import { beforeAll, describe, expect, it } from 'vitest';
import { displayable } from '../../src/chat/displayable.ts';
import { storable } from '../../src/domain/answer-text.ts';
import { memberName } from '../../src/domain/member-name.ts';
import { button, formOf, messageOf } from '../support/answered.ts';
import {
  answer,
  ask,
  close,
  converse,
  DAILY,
  reply,
  revealText,
  said,
} from '../support/conversation.ts';
import type { Person, Seen } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

/** Text that would do something if anything on its way took it for more than text. */
const HOSTILE: Readonly<Record<string, string>> = {
  SQL: "'; drop table answers; -- $1 %s \\' \" \\x00",
  mentions: '@everyone @here <@1> <@!1> <@&1> <#1> <!channel> <!here> <!subteam^S1|@team> <@U1|x>',
  clocks: '<t:0:R> <!date^0^{date}|never> </quiz:1> <:a:1> <a:b:2> <id:home>',
  mrkdwn:
    '*b* _i_ ~s~ `c` • <https://evil.test|good> <mailto:a@b.test|me> :tada: &lt;b&gt; &amp;amp;',
  markdown:
    '# h\n## h\n- l\n1. n\n> q\n>>> all\n-# small\n[good](https://evil.test) ||s|| __u__ ***x***',
  fences: 'before\n```js\ncode\n```\n`` ` ``\n````\n``` after',
  controls: 'bell\u0007 escape\u001B[31mred\u001B[0m c1\u009B del\u007F tab\tend',
  'line ends': 'one\r\ntwo\rthree\u2028four\u2029five\u0085six',
  'right to left': '\u202Egnp.exe\u202C \u2066isolate\u2069 \u200Fעברית\u200E \u061Cعربي',
  'lone halves': 'high\uD800 low\uDC00 swapped\uDC00\uD800 end',
  NUL: 'a\u0000b',
  'zero width': 'a\u200Cb\u200Dc\u2060d\uFEFFe\u00ADf',
  'many marks': `z${'\u0300\u0489'.repeat(60)}algo`,
  HTML: '<script>alert(1)</script><img src=x onerror=alert(1)> &lt;i&gt; </textarea>',
  templates: '${process.env.HOME} {{7*7}} #{7*7} %0a%0d %n$s __proto__ constructor',
  signs: '\uFFFC \uFFFD \u{E0041}\u{E007F} \u{1F3F4}\u{E0067}\u{E007F} ﷽ 𝕬',
  cells: '=HYPERLINK("https://evil.test")\t+1 -1 @sum',
};

const CASES = Object.entries(HOSTILE);

describe.each(STAGES)('text that means mischief on $name', ({ name: platform, open }) => {
  const talk = converse(open);
  let question: Seen;

  beforeAll(async () => {
    await talk.bot.addTrack(DAILY);
    question = await ask(talk, 1);
  });

  /** As hostile as what they write. At most 80 characters, as the platforms allow. */
  function nameOf(kind: string): string {
    const name = (HOSTILE[kind] ?? '').slice(0, 80);
    // The playground's people live in its database.
    return platform === 'playground' ? storable(name) : name;
  }

  const person = (kind: string): Person => talk.stage.person(nameOf(kind));
  const aloud = (kind: string): Person => talk.stage.person(`Aloud ${nameOf(kind)}`);

  async function kept(name: string): Promise<readonly string[]> {
    const rows = await talk.bot.runtime.context.db
      .selectFrom('answers')
      .innerJoin('members', 'members.id', 'answers.memberId')
      .select('answers.text')
      .where('members.name', '=', name)
      .execute();
    return rows.map(({ text }) => text);
  }

  it.each(CASES)('by form it is kept as it is: %s', async (kind, text) => {
    await answer(person(kind), question, text);
    expect(await kept(memberName(nameOf(kind), person(kind).id))).toEqual([storable(text)]);
  });

  it.each(CASES)('in the thread it is kept as it is: %s', async (kind, text) => {
    await reply(talk, aloud(kind), question, text);
    expect(await kept(memberName(`Aloud ${nameOf(kind)}`, ''))).toEqual([storable(text)]);
  });

  it.each(CASES)('in a quiz it is shown as it was written: %s', async (kind, text) => {
    const who = person(kind);
    const quiz = messageOf(await who.run('quiz'));
    const form = formOf(await who.press(button(quiz, 'Answer')));
    const told = messageOf(await who.send(form, { text }));
    expect(onScreen(told.text)).toContain(onScreen(storable(text)));
  });

  it('in the reveal it is shown as it was written, under the names as they are', async () => {
    await close(talk, 1, question);
    const reveal = onScreen(revealText(talk.stage, question));
    for (const [kind, text] of CASES) {
      expect(reveal).toContain(onScreen(storable(text)));
      expect(reveal).toContain(shownName(kind));
    }
  });

  it('in names it is shown on the leaderboard, a line for each', async () => {
    const board = onScreen(await said(talk.stage.person('Viewer'), 'leaderboard'));
    const rows = board.split('\n').filter((line) => / — \d+ points?, streak \d+$/.test(line));
    expect(rows).toHaveLength(10);
    for (const [kind] of CASES.slice(0, 10)) {
      expect(rows).toContain(`1. ${shownName(kind)} — 1 point, streak 1`);
    }
  });

  it.each(CASES)('in a name it is shown to whoever asks for that streak: %s', async (kind) => {
    const streak = await said(talk.stage.person('Viewer'), 'streak', { member: memberArg(kind) });
    expect(onScreen(streak)).toContain(`Streak of ${shownName(kind)}`);
  });

  it('in options it is only a word that fits nothing', async () => {
    for (const text of Object.values(HOSTILE)) {
      const word = text.replaceAll(/\s+/g, ' ');
      const told = await said(talk.stage.person('Viewer'), 'quiz', { topic: word });
      expect(told).toContain('There is no topic');
    }
  });

  it('long and all of marks, it is shown whole, in as many messages as it takes', async () => {
    question = await ask(talk, 2);
    const text = '<@1>`*_~|\\[x](y)&lt;'.repeat(150);
    await answer(talk.stage.person('Long'), question, text);
    await close(talk, 2, question);
    expect(withoutSpace(revealText(talk.stage, question))).toContain(text);
  });

  it('long and with a last paragraph of one embedded object, it is shown whole', async () => {
    question = await ask(talk, 3);
    const room = platform === 'slack' ? 3000 : 4000;
    const text = `${'*__ '.repeat(room / 4 - 31)}end\n\n\uFFFC`;
    await answer(talk.stage.person('Object'), question, text);
    await close(talk, 3, question);
    expect(withoutSpace(revealText(talk.stage, question))).toContain(withoutSpace(text));
  });

  const memberArg = (kind: string): string => person(kind).id;
  const shownName = (kind: string): string =>
    onScreen(memberName(nameOf(kind), person(kind).id)).replaceAll('\n', ' ');
});

/** What a screen can show of a text: the space at the ends of lines and what has no width aside. */
function onScreen(text: string): string {
  return displayable(text)
    .replaceAll(/[\u200B\u2068\u2069]/g, '')
    .split('\n')
    .map((line) => line.trim())
    .join('\n');
}

const withoutSpace = (text: string): string => text.replaceAll(/\s+/g, '');
