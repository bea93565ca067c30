import { beforeAll, describe, expect, it } from 'vitest';
import { button, formOf, messageOf } from '../support/answered.ts';
import type { Seen } from '../support/stage.ts';
import { addTrack, onDiscord, onSlack, openQuestion, outside, statusOf } from './scene.ts';

describe.each([
  { name: 'Discord', open: onDiscord },
  { name: 'Slack', open: onSlack },
])('the operator of a bot on $name', ({ name, open }) => {
  const here = outside([open]);
  let track: string;
  let question: Seen;

  beforeAll(async () => {
    track = await addTrack(here, here.stage, '--cron', 'daily 10:00', '--answering', '8h');
  });

  it('sees a job that fails, with the reason, until it is done', { timeout: 90_000 }, async () => {
    // Until the status was read: a command takes longer than the first wait for another attempt.
    here.stage.faults.failPosts(Infinity);
    await here.whetstone.ok('ask', track);
    const failing = async () => (await statusOf(here)).failedJobs[0];
    await expect
      .poll(failing, { timeout: 20_000 })
      .toMatchObject({ name: 'ask', state: 'retry', reason: expect.any(String) as string });
    here.stage.faults.failPosts(0);
    question = await openQuestion(here, here.stage, 1, 60_000);
    expect((await statusOf(here)).failedJobs).toEqual([]);
    expect(here.stage.channelMessages()).toHaveLength(1);
  });

  it('exports what is kept about a person', async () => {
    const ann = here.stage.person('Ann');
    const form = formOf(await ann.press(button(question, 'Answer')));
    messageOf(await ann.send(form, { text: `Said on ${name} – «так и так» 🙂` }));
    expect(await here.whetstone.json('member', 'export', ...who(ann.id))).toMatchObject({
      member: { id: ann.id, name: 'Ann' },
      answers: [
        { round: 1, text: `Said on ${name} – «так и так» 🙂`, source: 'form', late: false },
      ],
      streaks: [{ current: 1 }],
    });
  });

  it('deletes it, in what was posted too', async () => {
    const ann = here.stage.person('Ann');
    await here.whetstone.ok('reveal', track);
    const revealed = () => JSON.stringify(here.stage.threadMessages(question));
    await here.stage.until(() => revealed().includes(`Said on ${name}`), 'the reveal');
    expect(await here.whetstone.ok('member', 'forget', ...who(ann.id), '--yes')).toBe(
      'forgotten: 1 answer; the running bot takes what was shown out of 1 reveal\n',
    );
    await here.stage.until(() => !revealed().includes(`Said on ${name}`), 'the edited reveal');
    const gone = await here.whetstone('member', 'export', ...who(ann.id));
    expect(gone.stderr).toContain('Nothing is kept about');
  });

  const who = (member: string) => [
    ...['--platform', here.stage.name, '--workspace', here.stage.workspace, '--member', member],
  ];
});
