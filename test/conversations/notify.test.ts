import { beforeAll, describe, expect, it } from 'vitest';
import { button, formOf, messageOf } from '../support/answered.ts';
import {
  ask,
  botSaid,
  close,
  converse,
  DAILY,
  said,
  untilAllIsShown,
} from '../support/conversation.ts';
import type { DiscordStage } from '../support/discord/stage.ts';
import type { SlackStage } from '../support/slack/stage.ts';
import type { Person, Seen } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

const formFor = async (person: Person, label: string) =>
  formOf(await person.press(button(messageOf(await person.run('track', 'settings')), label)));
const choose = async (person: Person, label: string, chosen: string): Promise<Seen> =>
  messageOf(await person.send(await formFor(person, label), { group: chosen }));

describe.each(STAGES)('a group to notify on $name', ({ open }) => {
  const talk = converse(open);
  let ada: Person;
  let yana: Person;
  let group: string;

  beforeAll(async () => {
    ada = talk.stage.person('Ada', { manages: true });
    yana = talk.stage.person('Яна', { manages: true, language: 'ru' });
    group = talk.stage.groups.add('interview-prep');
    await talk.bot.addTrack(DAILY);
  });

  it('is nobody at first', async () => {
    expect(await said(ada, 'track', 'settings')).toMatch(/Whom each question notifies:?\s+nobody/);
    expect(await said(ada, 'track', 'list')).not.toContain('Whom each question notifies');
    const question = await ask(talk, 1);
    await close(talk, 1, question);
    expect(talk.stage.groups.notified()).toEqual([]);
    const member = talk.stage.person('Bob');
    expect(await said(member, 'track', 'settings')).toContain('Only people who may manage');
  });

  it('is chosen in a form, and shown in the settings and the list', async () => {
    const form = await formFor(ada, 'Notify');
    expect(form.about).toContain('Nothing else that Whetstone writes notifies anyone.');
    expect((await choose(ada, 'Notify', group)).text).toMatch(
      /each question notifies:?\s+.?@interview-prep/,
    );
    expect((await formFor(ada, 'Notify')).fields[0]?.value).toBe(group);
    expect(await said(yana, 'track', 'list')).toMatch(/Кого оповещает вопрос: .?@interview-prep/);
  });

  it('is notified by the question, once, and by nothing else', async () => {
    const question = await ask(talk, 2);
    expect(question.text).toMatch(/^@interview-prep\n/);
    expect(talk.stage.groups.notified()).toEqual([group]);
    await close(talk, 2, question);
    expect(
      botSaid(talk.stage, question)
        .map(({ text }) => text)
        .join('\n'),
    ).not.toContain('@inter');
    expect(talk.stage.groups.notified().length).toBeLessThanOrEqual(1);
  });

  it('is nobody again once the form is sent without one', async () => {
    const off = talk.stage.name === 'discord' ? '' : 'off';
    expect((await choose(yana, 'Оповещение', off)).text).toMatch(/вопрос:?\s+никого/);
    const before = talk.stage.groups.notified().length;
    const question = await ask(talk, 3);
    expect(question.text).not.toContain('@interview-prep');
    expect(talk.stage.groups.notified()).toHaveLength(before);
    await close(talk, 3, question);
  });
});

const WITH_OWN_GROUPS = STAGES.filter(({ name }) => name !== 'playground');

describe.each(WITH_OWN_GROUPS)('a group that was deleted on $name', ({ open }) => {
  const talk = converse(open, { trouble: true });
  let ada: Person;
  let nina: Person;

  beforeAll(async () => {
    ada = talk.stage.person('Ada', { manages: true });
    nina = talk.stage.person('Нина', { language: 'ru' });
    await talk.bot.addTrack(DAILY);
    await said(nina, 'help');
    await said(ada, 'managers', 'add', { who: nina.id });
  });

  it('is left out of questions, and those who manage are told once', async () => {
    const { groups } = talk.stage;
    const group = groups.add('interview-prep');
    await choose(ada, 'Notify', group);
    groups.remove(group);
    for (const round of [1, 2]) {
      const question = await ask(talk, round);
      expect(question.text).not.toContain('@');
      await close(talk, round, question);
    }
    await untilAllIsShown(talk);
    expect(groups.notified()).toEqual([]);
    expect(nina.told().map(({ text }) => text)).toEqual([
      expect.stringContaining('такой роли или группы больше нет. Вопросы выходят без неё.'),
    ]);
    expect(await said(ada, 'track', 'list')).toContain('which is no longer there');
    expect(await said(ada, 'track', 'doctor')).toContain('which is no longer there');
  });

  it('gives way to another one, which is notified once though the answer to the post is lost', async () => {
    const group = talk.stage.groups.add('backend');
    talk.clock.advance({ minutes: 6 });
    expect((await choose(ada, 'Notify', group)).text).not.toContain('no longer');
    expect(await said(ada, 'track', 'doctor')).toContain('✓');
    talk.stage.faults.swallowPostAnswers(1);
    await ask(talk, 3);
    await untilAllIsShown(talk);
    expect(talk.stage.groups.notified()).toEqual([group]);
  });
});

describe('what may not be notified', () => {
  describe.each(STAGES.filter(({ name }) => name === 'discord'))('on $name', ({ open }) => {
    const talk = converse(open);

    it('is the role of everybody, nor goes unsaid that a role notifies nobody', async () => {
      const stage = talk.stage as DiscordStage;
      const ada = stage.person('Ada', { manages: true });
      await talk.bot.addTrack(DAILY);
      const refused = await choose(ada, 'Notify', stage.workspace);
      expect(refused.text).toContain('A question never notifies everyone');
      const group = stage.groups.add('quiet');
      const role = stage.world.roles.get(group);
      if (role) role.mentionable = false;
      expect((await choose(ada, 'Notify', group)).text).toContain('Mention @everyone, @here, and');
      expect(await said(ada, 'track', 'doctor')).toContain('notify nobody');
      expect((await ask(talk, 1)).text).toContain('@quiet');
      expect(stage.groups.notified()).toEqual([]);
    });
  });

  describe.each(STAGES.filter(({ name }) => name === 'slack'))('on $name', ({ open }) => {
    const talk = converse(open, { trouble: true });

    it('is what no group is called; without the scope its id is typed', async () => {
      const stage = talk.stage as SlackStage;
      const ada = stage.person('Ada', { manages: true });
      await talk.bot.addTrack(DAILY);
      const typed = async (group: string) => (await choose(ada, 'Notify', group)).text;
      expect(await typed('@ghosts')).toContain('There is no role or user group @ghosts here');
      expect(await typed('@here')).toContain('A question never notifies everyone');
      talk.clock.advance({ minutes: 6 });
      stage.world.scopes.delete('usergroups:read');
      const group = stage.groups.add('leads');
      expect(await typed('leads')).toContain('the app lacks usergroups:read');
      expect(await typed(`<!subteam^${group}|@leads>`)).toContain('@leads');
      await ask(talk, 1);
      expect(stage.groups.notified()).toEqual([group]);
    });
  });
});
