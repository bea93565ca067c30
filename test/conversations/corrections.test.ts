import { beforeAll, describe, expect, it } from 'vitest';
import { messageOf } from '../support/answered.ts';
import {
  answer,
  ask,
  botSaid,
  close,
  converse,
  DAILY,
  inThread,
  said,
} from '../support/conversation.ts';
import type { Person, Seen } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

describe.each(STAGES)('corrections of rounds on $name', ({ open }) => {
  const talk = converse(open);
  let ann: Person;
  let mia: Person;
  let first: Seen;
  const why = () => said(ann, 'streak', { show: 'why' });

  beforeAll(async () => {
    ann = talk.stage.person('Ann');
    mia = talk.stage.person('Mia', { manages: true });
    await talk.bot.addTrack(DAILY);
    first = await ask(talk, 1);
    await answer(ann, first, 'In time.');
    await close(talk, 1, first);
    const second = await ask(talk, 2);
    await close(talk, 2, second);
    const late = await ann.reply(second, 'Late.');
    await talk.stage.until(
      () => inThread(talk.stage, second, late)?.marks.includes('late'),
      'the mark on the late reply',
    );
  });

  it('are for those who manage', async () => {
    const refused = await said(ann, 'round', 'void', { round: '1', reason: 'I may not.' });
    expect(refused).toContain('Only people who may manage');
  });

  it('are refused with the reason', async () => {
    const count = (round: string) =>
      said(mia, 'round', 'count', { round, member: ann.id, reason: 'The network was down.' });
    expect(await count('1')).toContain('was in time, and counts already');
    expect(await count('7')).toContain('This track has no round 7.');
    expect(await count('last')).toContain('“last” is not a round’s number.');
  });

  it('count a late answer, and the member reads by whom and why', async () => {
    const options = { round: '2', member: ann.id, reason: 'The network was down.' };
    expect(await said(mia, 'round', 'count', options)).toContain(
      'The late answer to round 2 counts',
    );
    expect(await said(mia, 'round', 'count', options)).toContain('That stands already');
    expect(await said(ann, 'streak')).toContain('🟩🟩');
    expect(await why()).toContain('counted all the same by Mia: “The network was down.”.');
  });

  it('make a round void, which its thread is told, and take that back', async () => {
    await mia.run('round', 'void', { round: '1', reason: 'The question was wrong.' });
    const told = await talk.stage.until(
      () => botSaid(talk.stage, first).find(({ text }) => text.includes('counts for nobody')),
      'the note in the thread',
    );
    expect(told.text).toContain('Round 1 counts for nobody');
    expect(told.text).not.toContain('Mia');
    expect(await why()).toContain('counts for nobody, as Mia decided: “The question was wrong.”.');
    const undone = messageOf(
      await mia.run('round', 'undo', { round: '1', reason: 'It was right after all.' }),
    );
    expect(undone.text).toContain('That correction of round 1 is taken back.');
    await talk.stage.until(
      () => botSaid(talk.stage, first).some(({ text }) => text.includes('counts again')),
      'the second note in the thread',
    );
    expect(await why()).toContain('Round 1: answered in time');
  });
});
