import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimDue } from '../../src/features/suggestions/claim-due.ts';
import { button, formOf, messageOf } from '../support/answered.ts';
import { type Bot, MONDAY_NINE, startBot } from '../support/bot.ts';
import { testClock } from '../support/clock.ts';
import { converse, said } from '../support/conversation.ts';
import { untilAllRests } from '../support/settled.ts';
import type { Person, Seen, Stage } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';
import { BEAM, ownDeck, press, suggest, suggestions } from '../support/suggesting.ts';

const asking = (question: string) => ({ ...BEAM, question });

describe.each(STAGES)('those who manage a track on $name', ({ open }) => {
  const clock = testClock(MONDAY_NINE);
  let stage: Stage;
  let bot: Bot;
  let ann: Person;
  let mona: Person;
  let nina: Person;

  beforeAll(async () => {
    stage = await open(() => clock.peek());
    bot = await startBot(stage, clock);
    ann = stage.person('Ann');
    mona = stage.person('Mona', { manages: true });
    nina = stage.person('Нина', { manages: true, language: 'ru' });
    const channel = stage.addChannel('papers');
    await bot.addTrack({ managedBy: await memberId(mona) });
    await bot.addTrack({ channel, managedBy: await memberId(mona) });
    await bot.addTrack({ channel, managedBy: await memberId(nina) });
  });

  afterAll(async () => {
    await bot.stop();
    await stage.close();
  });

  async function memberId(person: Person): Promise<number> {
    await suggestions(person);
    const members = bot.runtime.context.db.selectFrom('members').select('id');
    return (await members.where('externalId', '=', person.id).executeTakeFirstOrThrow()).id;
  }

  /** As the schedule does every minute; twice, as two replicas would. */
  async function minutesLater(minutes: number): Promise<void> {
    const { context } = bot.runtime;
    clock.advance({ minutes });
    await Promise.all([claimDue(context), claimDue(context)]);
    await untilAllRests(context.db, () => clock.peek());
    await stage.caughtUp();
  }

  const notices = (person: Person): readonly Seen[] =>
    person.told().filter(({ text }) => /Waiting for a decision|Ждут решения/.test(text));
  const latest = (person: Person): Seen => {
    const found = notices(person).at(-1);
    if (!found) throw new Error(`${person.name} was told nothing`);
    return found;
  };

  it('hear of the first suggestion within a minute, once, and not of their own', async () => {
    await suggest(ann, BEAM);
    await suggest(nina, asking('What does the temperature of a softmax change?'));
    await minutesLater(1);
    expect(notices(mona).map(({ text }) => text)).toEqual([
      expect.stringContaining('Waiting for a decision: 2 suggestions.'),
    ]);
    expect(notices(nina).map(({ text }) => text)).toEqual([
      expect.stringContaining('Ждут решения: 1 предложение.'),
    ]);
    expect(notices(ann)).toEqual([]);
  });

  it('hear of what comes next together, when an hour is over, and not again of the same', async () => {
    await suggest(ann, asking('When is a mixture of experts worth its memory?'));
    await minutesLater(30);
    await suggest(ann, asking('Where does a tokenizer split an unknown word?'));
    await minutesLater(29);
    expect(notices(mona)).toHaveLength(1);
    await minutesLater(1);
    expect(latest(mona).text).toContain('Waiting for a decision: 4 suggestions.');
    await minutesLater(120);
    expect([mona, nina].map((each) => notices(each).length)).toEqual([2, 2]);
  });

  it('hear of reports, too', async () => {
    await bot.goTo('2026-11-24T10:00:00Z');
    const question = await bot.question(1);
    await ann.send(formOf(await ann.press(button(question, 'Report'))), { text: 'A typo.' });
    await minutesLater(1);
    expect(latest(mona).text).toContain('Waiting for a decision: 4 suggestions, 1 report.');
  });

  it('review from there, and take an approval back within a minute', async () => {
    const shown = messageOf(await mona.press(button(latest(mona), 'Review')));
    expect(shown.text).toContain(BEAM.question);
    const approved = await press(mona, shown, 'Approve');
    expect((await ownDeck(bot.runtime.context.db, stage)).questions).toHaveLength(1);
    const back = await press(mona, approved, 'Take it back');
    expect(back.text).toContain('waits for a decision again');
    expect(back.text).toContain(BEAM.question);
    expect((await ownDeck(bot.runtime.context.db, stage)).questions).toEqual([]);
    await minutesLater(2);
    expect(messageOf(await ann.run('question', 'mine')).text).toContain('waits for a decision');
    expect(ann.told()).toEqual([]);
  });

  it('approve again, and after a minute it stands and its author is told', async () => {
    const approved = await press(mona, await suggestions(mona), 'Approve');
    await minutesLater(1);
    expect(ann.told().map(({ text }) => text)).toEqual([
      expect.stringContaining('Your question was approved'),
    ]);
    const late = await press(mona, approved, 'Take it back');
    expect(late.text).toContain('for a minute only');
    const { questions } = await ownDeck(bot.runtime.context.db, stage);
    expect(questions.map(({ slug }) => slug)).toEqual(['why-does-beam-search-favour-short']);
  });

  it('did nothing the platform would refuse', () => {
    expect(stage.refusals()).toEqual([]);
    expect(bot.errors).toEqual([]);
  });
});

describe.each(STAGES)('where the command line alone set tracks up, on $name', ({ open }) => {
  const talk = converse(open);

  it('nobody hears of suggestions until somebody is named, and everyone who manages finds them', async () => {
    const boss = talk.stage.person('Boss', { manages: true });
    const [ann, nina] = [talk.stage.person('Ann'), talk.stage.person('Nina')];
    const { context } = talk.bot.runtime;
    const minuteLater = async (): Promise<void> => {
      talk.clock.advance({ minutes: 1 });
      await claimDue(context);
      await untilAllRests(context.db, () => talk.clock.peek());
    };
    await talk.bot.addTrack();
    await suggest(ann, BEAM);
    await said(nina, 'help');
    await minuteLater();
    expect((await suggestions(boss)).text).toContain(BEAM.question);
    expect([boss, ann, nina].flatMap((each) => each.told())).toEqual([]);
    await said(boss, 'managers', 'add', { who: nina.id });
    await minuteLater();
    expect(nina.told().map(({ text }) => text)).toEqual([
      expect.stringContaining('Waiting for a decision: 1 suggestion.'),
    ]);
    expect([boss, ann].flatMap((each) => each.told())).toEqual([]);
  });
});
