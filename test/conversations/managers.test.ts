import { beforeAll, describe, expect, it } from 'vitest';
import { messageOf } from '../support/answered.ts';
import { converse, DAILY, said } from '../support/conversation.ts';
import type { SlackStage } from '../support/slack/stage.ts';
import type { Person } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

const REFUSED = 'Only people who may manage';

describe.each(STAGES)('who manages on $name', ({ open }) => {
  const talk = converse(open);
  let mona: Person;
  let ann: Person;
  let yana: Person;
  beforeAll(async () => {
    mona = talk.stage.person('Mona', { manages: true });
    ann = talk.stage.person('Ann');
    yana = talk.stage.person('Яна', { language: 'ru' });
    await talk.bot.addTrack(DAILY);
  });

  it('is nobody but whom the platform lets, at first', async () => {
    expect(await said(ann, 'track', 'list')).toContain(`${REFUSED} Whetstone here`);
    expect(await said(mona, 'managers', 'list')).not.toContain('Ann');
  });

  it('is also whom they name, who are then named to those who may not', async () => {
    expect(await said(mona, 'managers', 'add', { who: ann.id })).toMatch(
      /From now on .*Ann.* may manage Whetstone here\./,
    );
    expect(await said(mona, 'managers', 'add', { who: ann.id })).toContain('here already');
    expect(await said(ann, 'track', 'list')).toContain('Track 1');
    expect(await said(ann, 'help')).toContain('For people who manage Whetstone here');
    expect(await said(mona, 'managers', 'list')).toContain('Ann');
    expect(await said(yana, 'track', 'list')).toMatch(
      /Попросите кого-нибудь из них, например: .*Ann/,
    );
  });

  it('is nobody whom those name in their turn', async () => {
    expect(await said(ann, 'managers', 'add', { who: yana.id })).toContain('say who else manages');
    expect(await said(yana, 'track', 'list')).toContain('только те, кто управляет');
  });

  it('is nobody any more from whom it was taken', async () => {
    expect(await said(mona, 'managers', 'remove', { who: ann.id })).toContain('no more manage');
    expect(await said(mona, 'managers', 'remove', { who: ann.id })).toContain('was not named');
    expect(await said(ann, 'track', 'list')).toContain(REFUSED);
  });
});

describe.each(STAGES.filter(({ name }) => name === 'slack'))('user groups on $name', ({ open }) => {
  // Slack refuses what it is asked of groups that are none.
  const talk = converse(open, { trouble: true });
  const stage = () => talk.stage as SlackStage;
  let mona: Person;
  let ann: Person;
  const typed = async (who: Person, text: string) =>
    messageOf(await (who as ReturnType<SlackStage['person']>).type('/whetstone', text)).text;

  beforeAll(async () => {
    mona = stage().person('Mona', { manages: true });
    ann = stage().person('Ann');
    stage().world.groups.set('S1', [ann.id]);
    await talk.bot.addTrack(DAILY);
  });

  it('manage as soon as they are named, and as long', async () => {
    expect(await said(ann, 'track', 'list')).toContain(REFUSED);
    const group = '<!subteam^S1|@leads>';
    expect(await typed(mona, `managers add ${group}`)).toContain('User group @leads may manage');
    expect(await said(ann, 'track', 'list')).toContain('Track 1');
    expect(await typed(mona, 'managers list')).toContain('User group @leads');
    expect(await typed(mona, `managers remove ${group}`)).toContain('no more manage');
    expect(await said(ann, 'track', 'list')).toContain(REFUSED);
  });

  it('that are none, or cannot be read, are refused with the way out', async () => {
    expect(await typed(mona, 'managers add <!subteam^S9|@ghosts>')).toContain('no user group');
    stage().world.scopes.delete('usergroups:read');
    expect(await typed(mona, 'managers add <!subteam^S2|@late>')).toContain(
      'lacks usergroups:read',
    );
    stage().world.scopes.add('usergroups:read');
  });

  it('are no matter where whoever created a channel manages there', async () => {
    const channel = stage().world.channels.get(stage().channel);
    if (channel) channel.creator = ann.id;
    expect(await said(ann, 'track', 'list')).toContain(REFUSED);
    expect(await typed(mona, 'managers add creator')).toContain('whoever created a channel');
    expect(await said(ann, 'track', 'list')).toContain('Track 1');
    expect(await said(stage().person('Bob'), 'track', 'list')).toContain(REFUSED);
    expect(await typed(mona, 'managers remove creator')).toContain('no more manage');
  });
});
