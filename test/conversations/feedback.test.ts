import { beforeAll, describe, expect, it } from 'vitest';
import { decksFor } from '../../src/db/decks.ts';
import { loadDeck } from '../../src/features/decks/load-deck.ts';
import { button, formOf, messageOf } from '../support/answered.ts';
import {
  answer,
  ask,
  botSaid,
  close,
  type Conversation,
  converse,
  DAILY,
} from '../support/conversation.ts';
import { shippedQuestion } from '../support/shipped-question.ts';
import type { Person, Seen, SeenButton } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

/** Three of the five points. */
const GOOD =
  'LoRA freezes the base and trains adapters. QLoRA does the same, but the frozen model is quantized to ' +
  '4-bit NF4. So you need much less memory and can tune a 65B model on one GPU.';

const SHORT = 'База хранится в 4 битах, а деквантование замедляет шаг обучения.';

const HOSTILE =
  '@everyone <!channel> **LoRA** freezes the base weights `and` trains [low-rank](x) matrices.';

async function addLoraTrack({ bot }: Conversation): Promise<void> {
  const { context } = bot.runtime;
  await loadDeck(context, {
    name: 'lora',
    title: { en: 'LoRA', ru: 'LoRA' },
    topics: { 'fine-tuning': { en: 'Fine-tuning', ru: 'Дообучение' } },
    questions: [await shippedQuestion('lora-vs-qlora')],
  });
  const deck = (await decksFor(context.db)).find(({ name }) => name === 'lora');
  await bot.addTrack({ ...DAILY, deckIds: [deck?.id ?? 0] });
}

describe.each(STAGES)('feedback on $name', ({ open }) => {
  const talk = converse(open);
  let howDidIDo: SeenButton;
  const feedbackFor = async (person: Person): Promise<Seen> =>
    messageOf(await person.press(howDidIDo));

  beforeAll(async () => {
    await addLoraTrack(talk);
    const question = await ask(talk, 1);
    await answer(talk.stage.person('Ann'), question, GOOD);
    await answer(talk.stage.person('Яна', { language: 'ru' }), question, SHORT);
    await answer(talk.stage.person('Ed'), question, HOSTILE);
    await close(talk, 1, question);
    const reveal = botSaid(talk.stage, question).at(-1);
    if (!reveal) throw new Error('there is no reveal');
    howDidIDo = button(reveal, 'How did I do?');
  });

  it('tells each point, quotes what shows it, and gives the reference for the rest', async () => {
    const { text } = await feedbackFor(talk.stage.person('Ann'));
    expect(text).toContain('3 of 5 points');
    expect(text).toContain('Covered: QLoRA keeps the frozen base in 4 bits');
    expect(text).toContain('QLoRA does the same, but the frozen model is quantized to 4-bit NF4.');
    expect(text).toContain('I didn’t find: Usually under 1% of the parameters are trained');
    expect(text).toContain('that is 65,536 trainable parameters');
    expect(text).toContain('Matched automatically');
    expect(text.toLowerCase()).not.toContain('wrong');
  });

  it('compares an answer in its own language, and speaks the reader’s', async () => {
    const { text } = await feedbackFor(talk.stage.person('Яна'));
    expect(text).toContain('Ответ короткий');
    expect(text).toContain('Есть: Деквантование замедляет шаг обучения');
    expect(text).not.toContain(' из 5 пунктов');
  });

  it('shows what people typed as they typed it', async () => {
    const { text } = await feedbackFor(talk.stage.person('Ed'));
    expect(text).toContain(HOSTILE);
  });

  it('lets who did not answer try it now, and counts that for nothing', async () => {
    const bob = talk.stage.person('Bob');
    const told = await feedbackFor(bob);
    expect(told.text).toContain('You have no answer to this question.');
    const open = async () => formOf(await bob.press(button(told, 'Try it now')));
    const form = await open();
    expect(form.about).toContain('What does QLoRA change');
    expect(messageOf(await bob.send(form, { text: '  ' })).text).toContain('The answer is empty.');
    const tried = messageOf(await bob.send(await open(), { text: GOOD }));
    expect(tried.text).toContain('3 of 5 points');
    const { db } = talk.bot.runtime.context;
    const answers = await db.selectFrom('answers').selectAll().execute();
    expect(answers).toHaveLength(3);
    expect((await feedbackFor(bob)).text).toContain('You have no answer to this question.');
  });
});
