import type { Response } from '../../chat/event.ts';
import { decksFor } from '../../db/decks.ts';
import { storable } from '../../domain/answer-text.ts';
import type { Day } from '../../domain/day.ts';
import { caughtUpOn } from '../../domain/memory/catch-up.ts';
import { topicStrengths } from '../../domain/memory/topic-strength.ts';
import { weekForecast } from '../../domain/memory/week-forecast.ts';
import { EVERY_MINUTE } from '../../jobs/heartbeat.ts';
import { practiceForm, refusePracticeText } from '../answers/practice-form.ts';
import { answerWords } from '../answers/words/index.ts';
import { storedFacts, textIn, withFormula } from '../decks/question-facts.ts';
import { topicTitle } from '../decks/titles.ts';
import { meetQuestion } from '../memory/meet-question.ts';
import { loadCards, type StoredCard } from '../memory/stored-cards.ts';
import { studyOf } from '../memory/study.ts';
import { takeRating } from '../memory/take-rating.ts';
import { answerQuiz } from '../quiz/answer-quiz.ts';
import { ownAnswer, type PracticeAnswer } from '../quiz/own-answer.ts';
import { type PracticePress, pressOption } from '../quiz/press-option.ts';
import { quizQuestion } from '../quiz/quiz-question.ts';
import { type Feature, type FormOutcome, handleJob, type Request } from '../shared/feature.ts';
import { REVIEW_COMMAND } from './definition.ts';
import {
  reviewAnswerCard,
  reviewGoneCard,
  reviewOverCard,
  reviewQuestionCard,
} from './question-card.ts';
import { claimReminders } from './reminder/claim-reminders.ts';
import { REMINDER_BUTTONS, REMINDER_FORM } from './reminder/gestures.ts';
import { remindJob } from './reminder/jobs.ts';
import { remind } from './reminder/remind.ts';
import {
  deleteWorkspaceReminders,
  findReminder,
  reminderData,
} from './reminder/stored-reminder.ts';
import { reviewCard } from './review-card.ts';
import { reviewDay } from './review-day.ts';
import { SETTINGS_BUTTON, SETTINGS_FORM } from './settings.ts';
import { drawTopics, topicsCard, type TopicsFacts } from './topics/topics-card.ts';
import { reviewWords } from './words/index.ts';

/** `/review`: what is due for a member, asked one after the other, for them alone. */
export const reviewFeature: Feature = {
  name: 'review',
  words: reviewWords,
  commands: [{ definition: REVIEW_COMMAND, actions: { '': { run: (request) => show(request) } } }],
  buttons: [
    { name: 'review-next', run: (request) => next(request) },
    { name: 'review-show', run: (request, args) => reveal(request, Number(args[0])) },
    { name: 'review-pick', run: (request, args) => choose(request, args, 'pick') },
    { name: 'review-check', run: (request, args) => choose(request, args, 'check') },
    { name: 'review-answer', opensForm: true, run: openForm },
    {
      name: 'review-rate',
      run: async (request, args) => next(request, (await takeRating(request, args)).text),
    },
    { name: 'review-topics', run: showTopics },
    SETTINGS_BUTTON,
    ...REMINDER_BUTTONS,
  ],
  personalData: reminderData,
  deleteWorkspace: deleteWorkspaceReminders,
  jobs: [handleJob(remindJob, remind)],
  duties: [{ cron: EVERY_MINUTE, run: claimReminders }],
  forms: [
    REMINDER_FORM,
    {
      name: 'review-answer',
      opener: 'review-answer',
      labels: (language) => ({ text: answerWords(language).field }),
      run: (request, args, { values, submission }) =>
        answer(request, Number(args[0]), { text: values['text'] ?? '', submission }),
    },
    SETTINGS_FORM,
  ],
};

async function show(request: Request): Promise<Response> {
  const { context, member, language } = request;
  const { study, input, plan } = await reviewDay(request);
  const { today, cap, timezone } = study;
  const reminder = await findReminder(context.db, member.id);
  const topics = await topicsOf(request, input.cards, today);
  const through = plan.behind ? caughtUpOn(input) : undefined;
  const week = weekForecast(input.cards, today);
  const shown = { language, today, cap, plan, week, topics, through };
  const message = reviewCard({ ...shown, reminder, timezone });
  return { type: 'reply', message };
}

/** The member's topics from strong to weak, by their titles. */
async function topicsOf(
  { context, workspace, language }: Request,
  cards: readonly StoredCard[],
  today: Day,
): Promise<TopicsFacts['topics']> {
  const decks = await decksFor(context.db, workspace.id);
  return topicStrengths(cards, today).map((strength) => ({
    ...strength,
    topic: topicTitle(decks, strength.topic, language),
  }));
}

/** All of the member's topics; the review again, where the workspace has no questions now. */
async function showTopics(request: Request): Promise<Response> {
  const { context, workspace, member, language } = request;
  const { today } = await studyOf(request);
  const whose = { memberId: member.id, workspaceId: workspace.id, language, inUse: true };
  const topics = await topicsOf(request, await loadCards(context.db, whose), today);
  if (topics.length === 0) return show(request);
  const facts = { language, topics };
  return { type: 'reply', message: topicsCard(facts, await drawTopics(context, facts)) };
}

/** The next question of the day; `told` is what became of the one before. */
async function next(request: Request, told?: string): Promise<Response> {
  const { context, member, language } = request;
  const { study, plan } = await reviewDay(request);
  const { today } = study;
  const [first] = plan.questions;
  const questionId = first?.card.questionId;
  const facts =
    questionId &&
    (await meetQuestion(context.db, { memberId: member.id, questionId, on: today, language }));
  if (!facts) {
    const message = reviewOverCard({ language, told, done: plan.done });
    return { type: 'reply', message };
  }
  const { why, card } = first;
  const message = reviewQuestionCard({
    ...{ ...facts, questionId, today, why, told },
    ...{ missed: card.missed ?? [], left: plan.questions.length },
  });
  return { type: 'reply', message };
}

async function choose(
  request: Request,
  args: readonly string[],
  press: PracticePress['press'],
): Promise<Response> {
  const pressed = await pressOption(request, { place: 'review', args, press });
  switch (pressed.type) {
    case 'asked':
      return { type: 'replace', message: pressed.message };
    case 'gone':
      return { type: 'reply', message: reviewGoneCard(request.language) };
    case 'checked':
      return reveal(request, pressed.questionId, { type: 'picked', picked: pressed.picked });
  }
}

async function reveal(
  request: Request,
  questionId: number,
  given?: PracticeAnswer,
): Promise<Response> {
  const { context, workspace, language } = request;
  const row = await quizQuestion(context, { id: questionId, workspaceId: workspace.id });
  if (!row) return { type: 'reply', message: reviewGoneCard(language) };
  const facts = await withFormula(context, await storedFacts(context, row, language));
  const { today: shownOn } = await studyOf(request);
  const own = given && (await ownAnswer(request, row, { ...given, shownOn }));
  const message = reviewAnswerCard({ ...facts, questionId, shownOn, own });
  return { type: 'reply', message };
}

async function openForm(request: Request, args: readonly string[]): Promise<Response> {
  const { context, workspace, language } = request;
  const id = Number(args[0]);
  const row = await quizQuestion(context, { id, workspaceId: workspace.id });
  if (!row) return { type: 'reply', message: reviewGoneCard(language) };
  const action = { name: 'review-answer', args };
  return { type: 'form', form: practiceForm(language, action, textIn(row.body, language)) };
}

/** What is written here is kept as what is written in a quiz. */
async function answer(
  request: Request,
  questionId: number,
  { text, submission }: { readonly text: string; readonly submission: string },
): Promise<FormOutcome> {
  const { context, workspace, member, language } = request;
  if (!(await quizQuestion(context, { id: questionId, workspaceId: workspace.id }))) {
    return { type: 'refused', message: reviewGoneCard(language) };
  }
  const saved = await answerQuiz(context, { memberId: member.id, questionId, submission, text });
  if (saved.type === 'refused') return refusePracticeText(language, saved.fault);
  const given = { type: 'written', id: saved.answerId, text: storable(text) } as const;
  return reveal(request, questionId, given);
}
