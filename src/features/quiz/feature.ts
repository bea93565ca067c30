import type { Response } from '../../chat/event.ts';
import { storable } from '../../domain/answer-text.ts';
import { DIFFICULTIES, type Difficulty } from '../../domain/question.ts';
import { practiceForm, refusePracticeText } from '../answers/practice-form.ts';
import { answerWords } from '../answers/words/index.ts';
import { storedFacts, textIn, withFormula } from '../decks/question-facts.ts';
import { quizTopics } from '../decks/topics.ts';
import { studyOf } from '../memory/study.ts';
import type { Feature, FormOutcome, Request, Typing } from '../shared/feature.ts';
import { warn } from '../shared/reply.ts';
import { answerQuiz } from './answer-quiz.ts';
import { QUIZ_COMMAND } from './definition.ts';
import { ownAnswer, type PracticeAnswer } from './own-answer.ts';
import { pickQuiz } from './pick-quiz.ts';
import { type PracticePress, pressOption } from './press-option.ts';
import { quizAnswerCard, quizCard, quizGoneCard } from './quiz-card.ts';
import { quizQuestion, whyGone } from './quiz-question.ts';
import { deleteWorkspaceQuizAnswers, quizData } from './stored-data.ts';
import { quizWords } from './words/index.ts';

interface Wish {
  readonly topic?: string;
  readonly difficulty?: Difficulty;
}

/** `/quiz`: a question now, for the caller alone, with its buttons and its form. */
export const quizFeature: Feature = {
  name: 'quiz',
  words: quizWords,
  personalData: quizData,
  deleteWorkspace: deleteWorkspaceQuizAnswers,
  commands: [
    {
      definition: QUIZ_COMMAND,
      actions: {
        '': {
          run: (request, { topic, difficulty }) => ask(request, topic, difficultyOf(difficulty)),
          complete: completeTopic,
        },
      },
    },
  ],
  buttons: [
    {
      name: 'quiz-another',
      run: (request, args) => present(request, wishOf(args)),
    },
    { name: 'quiz-show', run: (request, args) => reveal(request, args) },
    { name: 'quiz-pick', run: (request, args) => choose(request, args, 'pick') },
    { name: 'quiz-check', run: (request, args) => choose(request, args, 'check') },
    { name: 'quiz-answer', opensForm: true, run: (request, args) => openForm(request, args) },
  ],
  forms: [
    {
      name: 'quiz-answer',
      opener: 'quiz-answer',
      labels: (language) => ({ text: answerWords(language).field }),
      run: (request, args, { values, submission }) =>
        answer(request, args, { text: values['text'] ?? '', submission }),
    },
  ],
};

/** A topic is taken by its id or its title in the caller's language, or by a beginning that no other has. */
async function ask(
  request: Request,
  given: string | undefined,
  difficulty: Difficulty | undefined,
): Promise<Response> {
  const rest = difficulty ? { difficulty } : {};
  if (!given) return present(request, rest);
  const topics = await quizTopics(request.context, request.workspace.id, request.language);
  const wanted = given.toLowerCase();
  const named = topics.filter(({ id, title }) => [id, title.toLowerCase()].includes(wanted));
  const begun = topics.filter(({ id, title }) =>
    [id, title.toLowerCase()].some((name) => name.startsWith(wanted)),
  );
  const topic = named[0] ?? (begun.length === 1 ? begun[0] : undefined);
  if (topic) return present(request, { ...rest, topic: topic.id });
  const titles = (begun.length > 0 ? begun : topics).map(({ title }) => title);
  const known = titles.length > MOST_TITLES ? [...titles.slice(0, MOST_TITLES), '…'] : titles;
  return warn(quizWords(request.language).unknownTopic({ given, known }));
}

/** Titles in one message, so that it is not too long for any platform. */
const MOST_TITLES = 20;

async function completeTopic(typing: Typing, _option: string, partial: string) {
  const { context, workspaceId, language } = typing;
  const wanted = partial.toLowerCase();
  const topics = await quizTopics(context, workspaceId, language);
  return topics
    .filter(({ id, title }) => id.includes(wanted) || title.toLowerCase().includes(wanted))
    .map(({ id, title }) => ({ label: title, value: id }));
}

async function present(request: Request, wish: Wish): Promise<Response> {
  const { context, caller, workspace, member, language } = request;
  const { timezone } = caller.member;
  const learner = { workspaceId: workspace.id, memberId: member.id, timezone };
  const picked = await pickQuiz(context, { ...learner, language, ...wish });
  if (picked.type === 'none') return warn(quizWords(language).none[picked.because]);
  const { facts, id: questionId, reason, today } = picked;
  const card = quizCard({ ...facts, questionId, wish, reason, today });
  return { type: 'reply', message: card };
}

async function choose(
  request: Request,
  args: readonly string[],
  press: PracticePress['press'],
): Promise<Response> {
  const pressed = await pressOption(request, { place: 'quiz', args, press });
  switch (pressed.type) {
    case 'asked':
      return { type: 'replace', message: pressed.message };
    case 'gone':
      return reveal(request, args);
    case 'checked':
      return reveal(request, args, { type: 'picked', picked: pressed.picked });
  }
}

async function reveal(request: Request, args: readonly string[], given?: PracticeAnswer) {
  const { context, workspace, language } = request;
  const questionId = Number(args[0]);
  const wish = wishOf(args);
  const question = await quizQuestion(context, { id: questionId, workspaceId: workspace.id });
  if (!question) return { type: 'reply', message: await gone(request, questionId, wish) } as const;
  const facts = await withFormula(context, await storedFacts(context, question, language));
  const { today: shownOn } = await studyOf(request);
  const own = given && (await ownAnswer(request, question, { ...given, shownOn }));
  const message = quizAnswerCard({ ...facts, questionId, wish, shownOn }, own);
  return { type: 'reply', message } as const;
}

async function openForm(request: Request, args: readonly string[]): Promise<Response> {
  const { context, workspace, language } = request;
  const id = Number(args[0]);
  const row = await quizQuestion(context, { id, workspaceId: workspace.id });
  if (!row) return reveal(request, args);
  return {
    type: 'form',
    form: practiceForm(language, { name: 'quiz-answer', args }, textIn(row.body, language)),
  };
}

async function answer(
  request: Request,
  args: readonly string[],
  { text, submission }: { readonly text: string; readonly submission: string },
): Promise<FormOutcome> {
  const { context, workspace, member, language } = request;
  const questionId = Number(args[0]);
  if (!(await quizQuestion(context, { id: questionId, workspaceId: workspace.id }))) {
    return { type: 'refused', message: await gone(request, questionId, wishOf(args)) };
  }
  const saved = await answerQuiz(context, { memberId: member.id, questionId, submission, text });
  if (saved.type === 'refused') return refusePracticeText(language, saved.fault);
  return reveal(request, args, { type: 'written', id: saved.answerId, text: storable(text) });
}

async function gone({ context, workspace, language }: Request, id: number, wish: Wish) {
  const because = await whyGone(context, { id, workspaceId: workspace.id });
  return quizGoneCard({ language, questionId: id, wish, because });
}

function wishOf([, topic, difficulty]: readonly string[]): Wish {
  const known = difficultyOf(difficulty);
  return { ...(topic && { topic }), ...(known && { difficulty: known }) };
}

/** A difficulty by its name, or by its first letter as buttons bear it. */
function difficultyOf(value: string | undefined): Difficulty | undefined {
  return DIFFICULTIES.find((difficulty) => difficulty === value || difficulty[0] === value);
}
