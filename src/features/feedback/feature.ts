import type { Message } from '../../chat/message.ts';
import { isRowId } from '../../db/row-id.ts';
import { noteCard } from '../../delivery/note-card.ts';
import type { Language } from '../../domain/language.ts';
import { practiceForm, refusePracticeText } from '../answers/practice-form.ts';
import { answerWords } from '../answers/words/index.ts';
import { textIn } from '../decks/question-facts.ts';
import { studyOf } from '../memory/study.ts';
import { roundRefusal } from '../rounds/round-refusal.ts';
import type { ButtonHandler, Feature, FormHandler, Request } from '../shared/feature.ts';
import { refuse, warn } from '../shared/reply.ts';
import { contestPoint } from './contest-point.ts';
import { takeBackWording } from './contest-queries.ts';
import { creditedCard } from './credited-card.ts';
import { feedbackCard, notAnsweredCard } from './feedback-card.ts';
import {
  findClosedRound,
  type RoundAsked,
  roundFeedback,
  type RoundRefused,
  tryFeedback,
} from './round-feedback.ts';
import { deleteWorkspaceFeedback, feedbackData } from './stored-data.ts';
import { feedbackWords } from './words/index.ts';

const howDidIDo: ButtonHandler = {
  name: 'feedback',
  async run(request, args) {
    const { context, language } = request;
    const asked = await askedBy(request, args);
    const { roundId, today: shownOn } = asked;
    const outcome = await roundFeedback(context, asked);
    if (outcome.type === 'matched') {
      return reply(feedbackCard({ ...outcome.facts, roundId, shownOn }));
    }
    if (outcome.type === 'not-answered') return reply(notAnsweredCard({ language, roundId }));
    return warn(refusalText(language, outcome));
  },
};

const tryNow: ButtonHandler = {
  name: 'feedback-try',
  opensForm: true,
  async run(request, args) {
    const { context, workspace, language } = request;
    const where = { roundId: Number(args[0]), workspaceId: workspace.id };
    const found = await findClosedRound(context, where);
    if (found.type !== 'closed') return warn(refusalText(language, found));
    const { question, language: asked } = found.round;
    const action = { name: 'feedback-try', args };
    const form = practiceForm(language, action, textIn(question, asked));
    return { type: 'form', form };
  },
};

const tryForm: FormHandler = {
  name: 'feedback-try',
  opener: 'feedback-try',
  labels: (language) => ({ text: answerWords(language).field }),
  async run(request, args, { values, submission }) {
    const { context, language } = request;
    const asked = await askedBy(request, args);
    const { roundId, today: shownOn } = asked;
    const written = { text: values['text'] ?? '', submission };
    const outcome = await tryFeedback(context, asked, written);
    if (outcome.type === 'matched') {
      return reply(feedbackCard({ ...outcome.facts, roundId, shownOn }));
    }
    if (outcome.type !== 'refused-text') return refuse(refusalText(language, outcome));
    return refusePracticeText(language, outcome.fault);
  },
};

/** *I said this*, on a point that was not found. */
const iSaidThis: ButtonHandler = {
  name: 'feedback-said',
  async run(request, [kind, id, point = '']) {
    const { context, workspace, member, language } = request;
    const { today } = await studyOf(request);
    const outcome = await contestPoint(context, {
      ...{ workspaceId: workspace.id, memberId: member.id, reader: language, today, point },
      answer: { kind: kind === 'quiz' ? 'quiz' : 'answer', id: Number(id) },
    });
    const { answerGone, pointGone } = feedbackWords(language);
    if (outcome.type === 'answer-gone') return warn(answerGone);
    if (outcome.type === 'point-gone') return warn(pointGone);
    return reply(creditedCard(outcome));
  },
};

const takeBack: ButtonHandler = {
  name: 'feedback-take-back',
  async run({ context, member, language }, [given]) {
    const words = feedbackWords(language);
    const id = Number(given);
    const taken = isRowId(id) && (await takeBackWording(context.db, { id, memberId: member.id }));
    return taken ? reply(noteCard(words.takenBack, 'success')) : warn(words.takenBackBefore);
  },
};

/** Which key points an answer covers, told to its author; the rules are in `domain/feedback/`. */
export const feedbackFeature: Feature = {
  name: 'feedback',
  words: feedbackWords,
  personalData: feedbackData,
  deleteWorkspace: deleteWorkspaceFeedback,
  buttons: [howDidIDo, tryNow, iSaidThis, takeBack],
  forms: [tryForm],
  cli: async () => (await import('./cli/commands.ts')).feedbackCommands,
};

async function askedBy(request: Request, [roundId = '']: readonly string[]): Promise<RoundAsked> {
  const { workspace, member, language: reader } = request;
  const { today } = await studyOf(request);
  return {
    ...{ roundId: Number(roundId), workspaceId: workspace.id, memberId: member.id },
    ...{ reader, today },
  };
}

const reply = (message: Message) => ({ type: 'reply', message }) as const;

function refusalText(language: Language, refused: RoundRefused): string {
  const { notClosed, noPoints } = feedbackWords(language);
  switch (refused.type) {
    case 'refused':
      return roundRefusal(language, refused.fault);
    case 'not-closed':
      return notClosed;
    case 'no-points':
      return noPoints;
  }
}
