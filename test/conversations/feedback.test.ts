import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGrader } from '../../src/grader/open-grader.ts';
import { button, formOf, messageOf } from '../support/answered.ts';
import { answer, ask, botSaid, close, converse, said } from '../support/conversation.ts';
import {
  type GraderEndpoint,
  openGraderEndpoint,
  says,
  SAYS_NOT,
} from '../support/grader-endpoint.ts';
import { addQuestionTrack, LORA } from '../support/question-track.ts';
import type { Person, Seen, SeenButton } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

const SHORT = 'База хранится в 4 битах, а деквантование замедляет шаг обучения.';

const HOSTILE =
  '@everyone <!channel> **LoRA** freezes the base weights `and` trains [low-rank](x) matrices.';

describe.each(STAGES)('feedback on $name', ({ open }) => {
  const talk = converse(open);
  let howDidIDo: SeenButton;
  const feedbackFor = async (person: Person): Promise<Seen> =>
    messageOf(await person.press(howDidIDo));

  beforeAll(async () => {
    await addQuestionTrack(talk, 'lora-vs-qlora');
    const question = await ask(talk, 1);
    await answer(talk.stage.person('Ann'), question, LORA);
    await answer(talk.stage.person('Яна', { language: 'ru' }), question, SHORT);
    await answer(talk.stage.person('Ida'), question, 'The frozen base is stored in 4-bit.');
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

  it('lets one say how it went, the likelier first, and keeps what was left out', async () => {
    const ann = talk.stage.person('Ann');
    const feedback = await feedbackFor(ann);
    expect(gradesOn(feedback)).toEqual(['Had it', 'Missed it']);
    const little = await feedbackFor(talk.stage.person('Ida'));
    expect(gradesOn(little)).toEqual(['Missed it', 'Had it']);
    const told = messageOf(await ann.press(button(feedback, 'Missed it')));
    expect(told.text).toContain('You will meet it again');
    const { db } = talk.bot.runtime.context;
    const cards = await db.selectFrom('studyCards').select('missed').execute();
    const points = cards.map(({ missed }) => missed.map(({ point }) => point));
    expect(points).toContainEqual(['few-parameters', 'slower-step']);
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
    const tried = messageOf(await bob.send(await open(), { text: LORA }));
    expect(tried.text).toContain('3 of 5 points');
    const { db } = talk.bot.runtime.context;
    const answers = await db.selectFrom('answers').selectAll().execute();
    expect(answers).toHaveLength(4);
    expect((await feedbackFor(bob)).text).toContain('You have no answer to this question.');
    const board = await said(bob, 'leaderboard');
    expect(board).toContain('Ann — 1 point');
    expect(board).toContain('You have no points in this period yet.');
  });

  it('is there a month later, when it is too late to say how it went', async () => {
    const ann = talk.stage.person('Ann');
    const feedback = await feedbackFor(ann);
    talk.clock.advance({ days: 31 });
    expect((await feedbackFor(ann)).text).toContain('3 of 5 points');
    const late = messageOf(await ann.press(button(feedback, 'Had it')));
    expect(late.text).toContain('This question was shown on 23 November');
  });
});

describe.each(STAGES)('feedback with a language model on $name', ({ open }) => {
  let endpoint: GraderEndpoint;
  const talk = converse(open, {
    async openGrader() {
      endpoint = await openGraderEndpoint();
      return openGrader({ url: endpoint.url, model: 'small', dailyLimit: 5 });
    },
  });
  afterAll(() => endpoint.close());

  it('says that it was used, and where answers go', async () => {
    const ann = talk.stage.person('Ann');
    const few = 'Hardly anything gets tuned.';
    endpoint.answers = ({ keyPoint }) =>
      keyPoint.startsWith('Usually under 1%') ? says(few) : SAYS_NOT;
    await addQuestionTrack(talk, 'lora-vs-qlora');
    const question = await ask(talk, 1);
    await answer(ann, question, `${LORA} ${few}`);
    await close(talk, 1, question);
    const reveal = botSaid(talk.stage, question).at(-1);
    if (!reveal) throw new Error('there is no reveal');
    const { text } = messageOf(await ann.press(button(reveal, 'How did I do?')));
    expect(text).toContain('4 of 5 points');
    expect(text).toContain('Covered, as the language model reads it: Usually under 1%');
    expect(text).toContain('A language model (small) read this answer as well');
    expect(JSON.stringify(endpoint.asked)).not.toContain('Ann');
    const { host } = new URL(endpoint.url);
    expect(await said(ann, 'privacy', 'forget')).toContain(`without your name to ${host}`);
  });
});

const gradesOn = ({ buttons }: Seen): readonly string[] =>
  buttons.map(({ label }) => label).filter((label) => /^(Had|Missed) it$/.test(label));
