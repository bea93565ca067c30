import { existsSync } from 'node:fs';
import { givenBackCard } from '../../src/app/requests/given-back.ts';
import type { Message } from '../../src/chat/message.ts';
import { noteCard } from '../../src/delivery/note-card.ts';
import { tallyChoices } from '../../src/domain/choice.ts';
import type { Language } from '../../src/domain/language.ts';
import type { Question } from '../../src/domain/question.ts';
import type { MarkKind } from '../../src/domain/streak.ts';
import type { QuestionFacts } from '../../src/features/decks/question-facts.ts';
import { helpCard } from '../../src/features/help/help-card.ts';
import { FEATURES } from '../../src/features/index.ts';
import { leaderboardCard } from '../../src/features/leaderboard/leaderboard-card.ts';
import {
  exportCard,
  exportFileCard,
  exportSentCard,
  exportTooLongCard,
  forgetCard,
} from '../../src/features/privacy/privacy-card.ts';
import { quizGoneCard } from '../../src/features/quiz/quiz-card.ts';
import { redactedPage, revealCard, withheldCard } from '../../src/features/reveals/reveal-card.ts';
import { closedQuestionCard, questionCard } from '../../src/features/rounds/question-card.ts';
import type { RoundFacts } from '../../src/features/rounds/round-facts.ts';
import { streakCard } from '../../src/features/streaks/streak-card.ts';
import { contestCard } from '../../src/features/suggestions/contests/contest-card.ts';
import { decisionCard } from '../../src/features/suggestions/decision-card.ts';
import { noticeCard } from '../../src/features/suggestions/notices/notice-card.ts';
import {
  addDeckButton,
  ownDeckChoiceCard,
} from '../../src/features/suggestions/own-deck-choice-card.ts';
import { ownSuggestionsCard } from '../../src/features/suggestions/own-suggestions-card.ts';
import { reportCard } from '../../src/features/suggestions/reports/report-card.ts';
import {
  decisionRefusedCard,
  suggestionCard,
} from '../../src/features/suggestions/suggestion-card.ts';
import { suggestionFaultsCard } from '../../src/features/suggestions/suggestion-faults.ts';
import { waitingCard } from '../../src/features/suggestions/waiting-card.ts';
import { MADE_UP, madeUpChoice } from './made-up.ts';

const AT = new Date('2026-11-23T18:00:00Z');
const MARKS: readonly MarkKind[] = ['before', 'answered', 'missed', 'frozen', 'open'];

const TALLY = tallyChoices([[0], [0, 1], [2]]);

const DRAWN = { type: 'picture', png: new Uint8Array(1), name: '1.png', alt: '1' } as const;

/** Cards by the name of what makes them. */
export type Gallery = Readonly<Record<string, readonly Message[]>>;

/** The examples that a feature keeps beside its tests, in `test/features/<name>/gallery.ts`. */
interface FeatureGallery {
  readonly gallery: (language: Language) => Gallery;
}

const OF_FEATURES = await Promise.all(
  FEATURES.map(({ name }) => new URL(`./${name}/gallery.ts`, import.meta.url))
    .filter((file) => existsSync(file))
    .map(async ({ href }) => (await import(/* @vite-ignore */ href)) as FeatureGallery),
);

/** Every card there is, in one language, with everything on it that may be on it. */
export function gallery(language: Language): Gallery {
  return {
    ...rounds(language),
    ...people(language),
    ...deck(language),
    ...(Object.assign({}, ...OF_FEATURES.map((one) => one.gallery(language))) as Gallery),
  };
}

function rounds(language: Language): Gallery {
  const { name, text } = MADE_UP[language];
  const facts = { ...roundFacts(language), formula: undefined };
  const streaks = Array.from({ length: 12 }, () => ({ name, rounds: 3 }));
  const reveal = { ...facts, answers: [{ name, text }, { text }], participants: 2, streaks };
  return {
    questionCard: [
      questionCard(facts),
      questionCard({ ...facts, threadAnswers: false }),
      ...[1, 2].map((right) => questionCard({ ...facts, ...madeUpChoice(language, right) })),
    ],
    closedQuestionCard: [
      ...[0, 1, 3, 5].map((answers) => closedQuestionCard(facts, answers)),
      closedQuestionCard({ ...facts, ...madeUpChoice(language, 1) }, 1),
    ],
    revealCard: [
      revealCard({ ...reveal, redacted: true }),
      revealCard({ ...facts, answers: [], participants: 0, streaks: [] }),
      revealCard({ ...reveal, ...discussed(language) }),
      ...[{}, { tally: TALLY }].map((told) =>
        revealCard({ ...reveal, ...madeUpChoice(language, 2), ...told }),
      ),
    ],
    withheldCard: [undefined, text].map((refusal) =>
      withheldCard({
        ...{ ...facts, participants: 2, excused: true },
        ...(refusal !== undefined && { refusal }),
      }),
    ),
    redactedPage: [redactedPage(language)],
    noteCard: [noteCard(text)],
    givenBackCard: [
      givenBackCard(noteCard(text), {
        language,
        written: [{ label: text, text }],
        again: { name: 'answer', args: ['1'] },
      }),
      givenBackCard(quizGoneCard({ language, questionId: 1, wish: {}, because: 'open' }), {
        language,
        written: [{ label: text, text }],
      }),
    ],
  };
}

function discussed(language: Language): Pick<QuestionFacts, 'question' | 'text'> {
  const text = { question: MADE_UP[language].text, keyPoints: [] };
  const question = {
    id: 'q',
    topic: 't',
    difficulty: 'easy',
    sources: [],
    [language]: text,
  } as const;
  return { question, text };
}

function people(language: Language): Gallery {
  const { name, deck } = MADE_UP[language];
  const row = { place: 2, name, points: 5, streak: 3, memberId: 7 };
  const others = Array.from({ length: 7 }, (_, index) => ({ track: index + 2, deck }));
  const base = { language, deck, track: 1, others, page: 2, pages: 3 };
  const marks = MARKS.map((kind, index) => ({ round: index + 1, kind }));
  const streak = { current: 1, longest: 2, freezes: 1, answered: 5 };
  const grader = { host: '127.0.0.1', model: '7' };
  const counts = { language, grader, answers: 1, quizAnswers: 2, streaks: 3, drafts: 4 };
  return {
    leaderboardCard: (['week', 'month', 'all'] as const).flatMap((period) => [
      leaderboardCard({ ...base, period, rows: [row], mine: { ...row, memberId: 8 } }),
      leaderboardCard({ ...base, period, rows: [row] }),
      leaderboardCard({ ...base, period, rows: [] }),
      ...([DRAWN, 'not-drawn'] as const).map((picture) =>
        leaderboardCard({ ...base, period, rows: [row], picture }),
      ),
    ]),
    streakCard: [
      streakCard({ language, streaks: [{ deck, track: 1, streak, marks }] }),
      ...(['on', 'off', 'refused'] as const).map((nudge) =>
        streakCard({ language, nudge, streaks: [{ deck, track: 1, streak, marks }] }),
      ),
      streakCard({ language, name, streaks: [{ deck, track: 1, streak, marks: [] }] }),
    ],
    helpCard: (['all', 'mentioning', 'none'] as const).map((replies) =>
      helpCard({ language, replies, manages: replies === 'all' }),
    ),
    exportCard: [exportCard(counts, {})],
    exportFileCard: [exportFileCard(counts, new Uint8Array(1))],
    exportSentCard: [exportSentCard(counts)],
    exportTooLongCard: [exportTooLongCard(counts, '')],
    forgetCard: [forgetCard(language, grader)],
  };
}

function deck(language: Language): Gallery {
  const { name, text, topic } = MADE_UP[language];
  const page = { place: 2, total: 3, previous: 1, next: 3 };
  const asked = { id: 2, question: text, at: AT, ...page };
  const by = { id: '1', name };
  const often = [{ question: text, label: text, people: 4, answered: 11 }];
  const suggested = { ...asked, revision: 1, answer: text, topic, difficulty: 'easy' } as const;
  const suggestion = { ...suggested, writtenIn: language } as const;
  const report = { ...asked, text, number: 4, questionId: '4' };
  const decided = { language, question: text, workspace: text };
  return {
    noticeCard: [
      noticeCard({ language, suggestions: 1, reports: 0, workspace: '' }),
      noticeCard({ language, suggestions: 22, reports: 5, workspace: text }),
    ],
    decisionRefusedCard: [decisionRefusedCard(language, 7, text)],
    suggestionCard: [
      suggestionCard({ language, suggestion: { ...suggestion, by }, reports: 2, note: text }),
      suggestionCard({ language, suggestion, reports: 0, contests: 3 }),
      suggestionCard({ language, suggestion: { ...suggestion, answer: '' }, reports: 0 }),
      ...[1, 2].map((tracks) =>
        suggestionCard({
          ...{ language, suggestion: { ...suggestion, by }, reports: 0, note: text, follows: true },
          offers: [addDeckButton(language, 1, [{ id: 1 }, { id: 2 }].slice(0, tracks))],
        }),
      ),
      suggestionCard({ language, suggestion: undefined, reports: 0 }),
    ],
    ownDeckChoiceCard: [2, 27].map((count) =>
      ownDeckChoiceCard(
        Array.from({ length: count }, (_, index) => ({
          ...{ number: index + 1, channel: 'c1', deck: MADE_UP[language].deck },
        })),
        language,
      ),
    ),
    decisionCard: [
      decisionCard({ ...decided, approved: true }),
      decisionCard({ ...decided, approved: false, reason: text }),
    ],
    suggestionFaultsCard: [
      suggestionFaultsCard(
        language,
        [
          { code: 'question-empty' },
          { code: 'choice-unknown' },
          { code: 'question-too-long', most: 1000 },
          { code: 'answer-too-long', most: 3001 },
          { code: 'alike', other: text },
        ],
        { name: 'edit', args: [] },
      ),
    ],
    ownSuggestionsCard: [
      ownSuggestionsCard(
        language,
        (['open', 'approved', 'declined'] as const).map((status) => ({ question: text, status })),
        [{ id: 1, label: text, text, status: 'open' }],
      ),
    ],
    waitingCard: [
      waitingCard(language, { suggestions: 2, reports: 1, wordings: 5, often }),
      waitingCard(language, { suggestions: 0, reports: 0, wordings: 0, often: [] }),
    ],
    contestCard: [true, false].flatMap((follows) => [
      contestCard({
        ...{ language, follows, note: text, often },
        wording: { id: 2, question: text, label: text, text, ...page },
      }),
      contestCard({ language, wording: undefined, often: [] }),
    ]),
    reportCard: [
      reportCard({ language, report: { ...report, by }, suggestions: 2, note: text }),
      reportCard({ language, report, suggestions: 0 }),
      reportCard({ language, report: undefined, suggestions: 0 }),
    ],
  };
}

function roundFacts(language: Language): RoundFacts {
  const { text, topic } = MADE_UP[language];
  const question: Question = {
    id: 'made-up',
    topic: 'made-up',
    difficulty: 'hard',
    formula: '1 + 1',
    formulaText: '1 + 1',
    sources: [{ title: text, url: 'https://example.org' }],
  };
  const keyPoints = [{ id: 'point', label: text, phrasings: [] }];
  const words = { question: text, answer: text, formulaNote: text, keyPoints, misconception: text };
  const facts: QuestionFacts = { language, question, text: words, topic };
  return { ...facts, roundId: 1, number: 2, closesAt: AT, threadAnswers: true };
}
