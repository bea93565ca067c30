import type { Response } from '../../chat/event.ts';
import type { Form } from '../../chat/form.ts';
import { noteCard } from '../../delivery/note-card.ts';
import { LONGEST_ANSWER } from '../../domain/answer-text.ts';
import type { Language } from '../../domain/language.ts';
import { questionBlocks } from '../decks/question-blocks.ts';
import { catchUpJob } from '../rounds/jobs.ts';
import { roundRefusal } from '../rounds/round-refusal.ts';
import { type Feature, type FormOutcome, handleJob } from '../shared/feature.ts';
import { refuse, warn } from '../shared/reply.ts';
import { acknowledgeAll } from './acknowledge-all.ts';
import { acknowledgeAnswer } from './acknowledge-answer.ts';
import { catchUpRound } from './catch-up.ts';
import { countMessage, type CountRefusal } from './count-message.ts';
import { acknowledgeAllJob, acknowledgeJob } from './jobs.ts';
import { onThreadEvents } from './on-thread-events.ts';
import { openAnswerForm, type OpenedForm } from './open-answer-form.ts';
import { refuseJob, refuseThreadAnswer } from './refuse-thread-answer.ts';
import { answersData, deleteWorkspaceAnswers } from './stored-data.ts';
import { submitAnswer } from './submit-answer.ts';
import type { AnswerRefusal, Submitted } from './submitted.ts';
import { tellWordless, wordlessJob } from './tell-wordless.ts';
import { answerWords } from './words/index.ts';

/** Answering a round by its *Answer* button. */
export const answersFeature: Feature = {
  name: 'answers',
  words: answerWords,
  personalData: answersData,
  deleteWorkspace: deleteWorkspaceAnswers,
  onThread: onThreadEvents,
  jobs: [
    handleJob(acknowledgeJob, (context, { answerId }) => acknowledgeAnswer(context, answerId)),
    handleJob(acknowledgeAllJob, (context, { answerIds }) => acknowledgeAll(context, answerIds)),
    handleJob(refuseJob, refuseThreadAnswer),
    handleJob(wordlessJob, tellWordless),
    handleJob(catchUpJob, (context, { roundId }) => catchUpRound(context, roundId)),
  ],
  messageCommands: [
    {
      definition: {
        name: answerWords('en').countAsAnswer,
        names: { en: answerWords('en').countAsAnswer, ru: answerWords('ru').countAsAnswer },
      },
      async run({ context, caller, language }, { message, at }): Promise<Response> {
        const { platform, member } = caller;
        const counted = await countMessage(context, { platform, member, message, at });
        if (counted.type !== 'refused') return submittedNote(language, counted, 'seen');
        return warn(countRefusal(language, counted.fault));
      },
    },
  ],
  buttons: [
    {
      name: 'answer',
      opensForm: true,
      async run(request, [roundId = '']): Promise<Response> {
        const { context, workspace, member, language } = request;
        const opened = await openAnswerForm(context, {
          ...{ roundId: Number(roundId), workspaceId: workspace.id, memberId: member.id },
        });
        if (opened.type === 'refused') return warn(refusalText(language, opened.fault));
        return { type: 'form', form: answerForm(language, roundId, opened) };
      },
    },
  ],
  forms: [
    {
      name: 'answer',
      opener: 'answer',
      repeatable: true,
      labels: (language) => ({ text: answerWords(language).field }),
      async run(request, [roundId = ''], { values, submission, at }) {
        const submitted = await submitAnswer(request.context, Number(roundId), {
          workspaceId: request.workspace.id,
          member: request.caller.member,
          source: 'form',
          sourceKey: `form-${submission}`,
          gesture: `form-${submission}`,
          text: values['text'] ?? '',
          anonymous: values['name'] === 'hide',
          saidAt: at,
          revisedAt: at,
        });
        return formNote(request.language, submitted);
      },
    },
  ],
};

function answerForm(language: Language, roundId: string, opened: OpenedForm): Form {
  const { question, text, anonymous } = opened;
  const words = answerWords(language);
  return {
    action: { name: 'answer', args: [roundId] },
    title: words.formTitle,
    about: questionBlocks({ text: question }),
    submit: words.send,
    fields: [
      {
        id: 'text',
        type: 'paragraph',
        label: words.field,
        hint: words.fieldHint,
        required: true,
        value: text,
      },
      {
        id: 'name',
        type: 'choice',
        label: words.name,
        required: true,
        value: anonymous ? 'hide' : 'show',
        options: [
          { label: words.showName, value: 'show' },
          { label: words.hideName, value: 'hide' },
        ],
      },
    ],
  };
}

function formNote(language: Language, submitted: Submitted): FormOutcome {
  return submitted.type === 'refused'
    ? refusal(language, submitted.fault)
    : submittedNote(language, submitted);
}

function submittedNote(
  language: Language,
  submitted: Exclude<Submitted, { readonly type: 'refused' }>,
  by: 'hidden' | 'seen' = 'hidden',
): Response {
  const words = answerWords(language);
  switch (submitted.type) {
    case 'late':
      return warn(words.late);
    case 'withdrawn':
      return warn(words.withdrawn);
    case 'accepted': {
      const saved = submitted.replaced ? words.replaced : words.accepted;
      const hidden = by === 'hidden' ? [words.hidden] : [];
      const shown = submitted.afterReveal ? [words.afterReveal] : hidden;
      const text = [saved, ...shown, words.streak(submitted.streak.current)].join(' ');
      return { type: 'reply', message: noteCard(text, 'success') };
    }
  }
}

function countRefusal(language: Language, fault: CountRefusal | AnswerRefusal): string {
  const words = answerWords(language);
  switch (fault) {
    case 'not-own':
      return words.notYours;
    case 'no-round':
      return words.noRound;
    case 'closed':
      return words.roundClosed;
    case 'answer-empty':
      return words.wordless;
    default:
      return refusalText(language, fault);
  }
}

/** Refuses an answer. It can be sent again where its text was the trouble, but not where the round was. */
function refusal(language: Language, fault: AnswerRefusal): FormOutcome {
  const again = fault === 'answer-empty' || fault === 'answer-too-long';
  return refuse(refusalText(language, fault), { again });
}

function refusalText(language: Language, fault: AnswerRefusal): string {
  const words = answerWords(language);
  switch (fault) {
    case 'round-unknown':
    case 'track-removed':
    case 'not-open':
      return roundRefusal(language, fault);
    case 'answer-empty':
      return words.empty;
    case 'answer-too-long':
      return words.tooLong(LONGEST_ANSWER);
  }
}
