import { beforeAll, describe, expect, it } from 'vitest';
import type { Question } from '../../src/domain/question.ts';
import { messageOf } from '../support/answered.ts';
import { answer, ask, close, converse, revealText, said } from '../support/conversation.ts';
import { addOwnTrack } from '../support/own-track.ts';
import type { Seen } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

const CONFLICT: Question = {
  id: 'conflict',
  topic: 'teamwork',
  difficulty: 'easy',
  sources: [],
  en: { question: 'Tell me about a conflict in a team.', keyPoints: [] },
  ru: { question: 'Расскажите о конфликте в команде.', keyPoints: [] },
};

describe.each(STAGES)('a question to discuss on $name', ({ open }) => {
  const talk = converse(open);
  let question: Seen;
  beforeAll(async () => {
    await addOwnTrack(talk, [CONFLICT]);
    question = await ask(talk, 1);
  });

  it('is asked and answered like every other', async () => {
    expect(question.text).toContain('Tell me about a conflict in a team.');
    const saved = await answer(talk.stage.person('Ann'), question, 'We measured, then agreed.');
    expect(saved.text).toContain('Your answer is saved.');
    await answer(talk.stage.person('Bob'), question, 'I walked out.', 'hide');
  });

  it('is followed by what was asked and what people said, and by nothing to compare it with', async () => {
    question = await close(talk, 1, question);
    const words = revealText(talk.stage, question);
    expect(words).toContain('Answers to question 1');
    expect(words).toContain('Tell me about a conflict in a team.');
    expect(words).toContain('A question to discuss: it has no reference answer.');
    expect(words).toContain('Ann\nWe measured, then agreed.');
    expect(words).toContain('Anonymous\nI walked out.');
    const reveal = talk.stage.threadMessages(question).find(({ text }) => text.includes('Answers'));
    expect(reveal?.buttons.map(({ label }) => label)).toEqual(['My streak']);
  });

  it('counts for the streak and the board', async () => {
    const streak = await said(talk.stage.person('Ann'), 'streak');
    expect(streak).toMatch(/Current:?\s+1 round/);
    expect(await said(talk.stage.person('Ann'), 'leaderboard')).toContain('Bob');
  });

  it('is no question for a quiz or a review', async () => {
    const ann = talk.stage.person('Ann');
    const quiz = messageOf(await ann.run('quiz', { topic: 'teamwork' }));
    expect(quiz.text).toContain('No question fits that');
    const { db } = talk.bot.runtime.context;
    expect(await db.selectFrom('studyCards').selectAll().execute()).toEqual([]);
  });
});

describe.each(STAGES)('a question to discuss in Russian on $name', ({ open }) => {
  const talk = converse(open);

  it('is revealed with what was asked and said, and draws no comparison', async () => {
    await addOwnTrack(talk, [CONFLICT], { language: 'ru' });
    const question = await ask(talk, 1);
    expect(question.text).toContain('Расскажите о конфликте в команде.');
    await answer(
      talk.stage.person('Яна', { language: 'ru' }),
      question,
      'Измерили и договорились.',
    );
    const words = revealText(talk.stage, await close(talk, 1, question));
    expect(words).toContain('Ответы на вопрос 1');
    expect(words).toContain('Вопрос для обсуждения: эталонного ответа у него нет.');
    expect(words).toContain('Яна\nИзмерили и договорились.');
  });
});
