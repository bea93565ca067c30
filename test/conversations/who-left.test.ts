import { beforeAll, describe, expect, it } from 'vitest';
import { claimDigests } from '../../src/features/digest/claim-digests.ts';
import { saveDigest } from '../../src/features/digest/digests.ts';
import {
  answer,
  ask,
  close,
  converse,
  DAILY,
  dueAt,
  said,
  untilAllIsShown,
} from '../support/conversation.ts';
import type { DiscordStage } from '../support/discord/stage.ts';
import { REMOTE_STAGES } from '../support/remote-stages.ts';
import type { SlackStage } from '../support/slack/stage.ts';
import type { Person } from '../support/stage.ts';

/** Nobody leaves the playground. */
describe.each(REMOTE_STAGES)('a member of $name who left', ({ open }) => {
  // Discord refuses to tell of someone who is no member.
  const talk = converse(open, { trouble: true });
  let ann: Person;
  let bob: Person;
  let cy: Person;
  beforeAll(async () => {
    [ann, bob, cy] = ['Ann', 'Bob', 'Cy'].map((name) => talk.stage.person(name)) as [
      Person,
      Person,
      Person,
    ];
    await talk.bot.addTrack(DAILY);
    for (const round of [1, 2]) {
      const question = await ask(talk, round);
      for (const person of round === 1 ? [ann, bob, cy] : [bob]) {
        await answer(person, question, 'An answer.');
      }
      await close(talk, round, question);
    }
  });

  /** As the platform shows it; whether it tells of it by itself is its own matter. */
  async function membership(isMember: boolean): Promise<void> {
    const { stage } = talk;
    if (stage.name === 'discord') {
      const { members } = (stage as DiscordStage).world;
      const left = members.get('Bob') ?? gone;
      gone = left;
      if (!isMember) members.delete('Bob');
      else if (left) members.set('Bob', left);
    } else {
      const slack = stage as SlackStage;
      if (isMember) slack.world.deleted.delete(bob.id);
      else slack.world.deleted.add(bob.id);
      await slack.emit({ type: 'user_change', user: { id: bob.id, deleted: !isMember } });
    }
  }
  let gone: ReturnType<DiscordStage['world']['members']['get']>;

  async function board(): Promise<readonly string[]> {
    return (await said(ann, 'leaderboard')).split('\n').filter((line) => /^\d+\. /.test(line));
  }

  const ALL = ['1. Bob — 2 points', '2. Ann — 1 point', '2. Cy — 1 point'];
  const starts = (lines: readonly string[]) => lines.map((line) => line.split(',')[0]);

  it('is not on the first board that is shown a day after the last', async () => {
    expect(starts(await board())).toEqual(ALL);
    await membership(false);
    talk.clock.advance({ days: 1 });
    expect(starts(await board())).toEqual(['1. Ann — 1 point', '1. Cy — 1 point']);
  });

  it('stands there again with all they had, once they are back and do something', async () => {
    await membership(true);
    expect(await said(bob, 'streak')).toContain('2');
    expect(starts(await board())).toEqual(ALL);
  });

  it('is not named in the digest of their week, though nobody looked at the board', async () => {
    const { context } = talk.bot.runtime;
    const { id, cron, timezone } = await context.db
      .selectFrom('tracks')
      .selectAll()
      .executeTakeFirstOrThrow();
    await saveDigest(context, { id, cron, timezone }, { every: 'week' });
    await membership(false);
    await talk.bot.goTo(dueAt(8));
    await claimDigests(context);
    await untilAllIsShown(talk);
    const { text = '' } =
      talk.stage.channelMessages().find((one) => one.text.includes('The past week')) ?? {};
    expect(text).toContain('2 people took part, with 2 answers');
    expect(text).not.toContain('Bob');
  });
});
