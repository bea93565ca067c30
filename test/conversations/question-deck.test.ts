import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tracksOfWorkspace } from '../../src/db/tracks.ts';
import { findWorkspace } from '../../src/db/workspaces.ts';
import { messageOf } from '../support/answered.ts';
import { type Bot, MONDAY_NINE, startBot } from '../support/bot.ts';
import { testClock } from '../support/clock.ts';
import type { Person, Seen, Stage } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';
import { ownDeck, press, suggest, suggestions } from '../support/suggesting.ts';

const asking = (question: string) => ({
  question,
  answer: 'Because of the norm.',
  topic: 'other',
  difficulty: 'hard',
});

const [NO_TRACK, ONE_TRACK, ONE_TRACK_TOO, ASKED, SEVERAL, LEFT] = [
  'Why does beam search favour short outputs?',
  'What is label smoothing for?',
  'How does gradient clipping choose its threshold?',
  'What does a warm-up of the learning rate avoid?',
  'Where does a tokenizer split an unknown word?',
  'When is a mixture of experts worth its memory?',
] as const;

describe.each(STAGES)('bringing the team’s deck into a track on $name', ({ open }) => {
  const clock = testClock(MONDAY_NINE);
  let stage: Stage;
  let bot: Bot;
  let mona: Person;
  let nils: Person;

  beforeAll(async () => {
    stage = await open(() => clock.peek());
    bot = await startBot(stage, clock);
    mona = stage.person('Mona', { manages: true });
    nils = stage.person('Nils', { manages: true, language: 'ru' });
    for (const question of [NO_TRACK, ONE_TRACK, ONE_TRACK_TOO, ASKED, SEVERAL, LEFT]) {
      await suggest(stage.person('Ann'), asking(question));
    }
  });

  afterAll(async () => {
    await bot.stop();
    await stage.close();
  });

  const labels = (seen: Seen): readonly string[] => seen.buttons.map(({ label }) => label);

  /** The decks of every track, in the order the tracks were made. */
  async function decks(): Promise<readonly (readonly number[])[]> {
    const { db } = bot.runtime.context;
    const workspace = await findWorkspace(db, stage.name, stage.workspace);
    const tracks = await tracksOfWorkspace(db, workspace?.id ?? 0);
    return tracks.map(({ deckIds }) => deckIds);
  }

  const teamDeck = async (): Promise<number> =>
    (await ownDeck(bot.runtime.context.db, stage)).deck?.id ?? 0;

  /** Both managers approve a suggestion, before either of them does anything about the deck. */
  async function bothApprove(): Promise<readonly [hers: Seen, his: Seen]> {
    const hers = await press(mona, await suggestions(mona), 'Approve');
    return [hers, await press(nils, await suggestions(nils), 'Принять')];
  }

  it('says how to make a track where there is none', async () => {
    const approved = await press(mona, await suggestions(mona), 'Approve');
    expect(approved.text).toContain('There is no track yet');
    expect(labels(approved)).toEqual(['Take it back', `Decide on “${ONE_TRACK}”`]);
  });

  it('adds it to the one track there is, once, and goes on with the next suggestion', async () => {
    const { id } = await bot.addTrack();
    const [hers, his] = await bothApprove();
    expect(hers.text).toContain('No track asks from it yet.');
    expect(hers.text).toContain(ONE_TRACK_TOO);
    const label = `Add the deck to track ${id}`;
    const added = await press(mona, hers, label);
    expect(added.text).toContain(`Track ${id} now asks from:`);
    expect(added.text).toMatch(/LLM interview.*Team deck/);
    expect(added.text).toContain(ASKED);
    expect(labels(added)).not.toContain(label);
    const again = await press(nils, his, `Добавить колоду в программу ${id}`);
    expect(again.text).toContain(`Программа ${id} уже берёт вопросы из колоды команды.`);
    expect(again.text).toContain(ASKED);
    expect(await decks()).toEqual([[bot.deckId, await teamDeck()]]);
  });

  it('offers nothing where a track asks from it', async () => {
    const approved = await press(mona, await suggestions(mona), 'Approve');
    expect(approved.text).toContain('Approved: the question is in the team’s deck now.');
    expect(approved.text).not.toContain('No track asks');
    expect(labels(approved)).toHaveLength(2);
  });

  it('asks which track is meant where several lack it, and leaves the suggestion where it is', async () => {
    await bot.runtime.context.db
      .updateTable('tracks')
      .set({ deckIds: [bot.deckId] })
      .execute();
    const other = await bot.addTrack({ channel: stage.addChannel('papers'), language: 'ru' });
    const approved = await press(nils, await suggestions(nils), 'Принять');
    expect(approved.text).toContain(LEFT);
    const choices = [
      await press(nils, approved, 'Добавить колоду в программу…'),
      await press(nils, approved, 'Добавить колоду в программу…'),
    ];
    const told: Seen[] = [];
    for (const choice of choices) {
      expect(choice.text).toContain('Какая программа');
      expect(choice.buttons).toHaveLength(2);
      const chosen = choice.buttons.find(({ label }) => label.startsWith(`${other.id}: `));
      if (!chosen) throw new Error(`no button among ${labels(choice).join(', ')}`);
      told.push(messageOf(await nils.press(chosen)));
    }
    expect(told[0]?.text).toContain(`Программа ${other.id} теперь берёт вопросы отсюда:`);
    expect(told[0]?.text).toContain('Подходящих ей вопросов в колоде команды пока нет');
    expect(told[1]?.text).toContain('уже берёт вопросы из колоды команды.');
    const team = await teamDeck();
    expect(await decks()).toEqual([[bot.deckId], [bot.deckId, team]]);

    const last = await press(nils, approved, 'Добавить колоду в программу…');
    expect(last.text).toContain('теперь берёт вопросы отсюда:');
    expect(last.text).toContain(LEFT);
    expect(await decks()).toEqual([
      [bot.deckId, team],
      [bot.deckId, team],
    ]);
  });

  it('did nothing the platform would refuse', () => {
    expect(stage.refusals()).toEqual([]);
    expect(bot.errors).toEqual([]);
  });
});
