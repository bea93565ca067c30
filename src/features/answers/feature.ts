import type { Form } from '../../chat/form.ts';
import { noteCard } from '../../delivery/note-card.ts';
import { LONGEST_ANSWER } from '../../domain/answer-text.ts';
import type { Response } from '../../chat/event.ts';
import { openAnswerForm } from './open-answer-form.ts';
import { acknowledgeJob, type Refusal, submitAnswer, type Submitted } from './submit-answer.ts';
import { type Words, wordsIn } from '../../i18n/words.ts';
import { type Feature, type FormOutcome, handleJob } from '../shared/feature.ts';
import { catchUpJob } from '../rounds/jobs.ts';
import { acknowledgeAnswer } from './acknowledge-answer.ts';
import { catchUpRound } from './catch-up.ts';
import { onThreadEvent } from './on-thread-event.ts';
import { refuseJob, refuseThreadAnswer } from './refuse-thread-answer.ts';
import { roundRefusal } from '../rounds/round-refusal.ts';
import { refuse, warn } from '../shared/reply.ts';

/** Answering a round by its *Answer* button. */
export const answerFeature: Feature = {
  name: 'answers',
  onThread: onThreadEvent,
  jobs: [
    handleJob(acknowledgeJob, (context, { answerId }) => acknowledgeAnswer(context, answerId)),
    handleJob(refuseJob, refuseThreadAnswer),
    handleJob(catchUpJob, (context, { roundId }) => catchUpRound(context, roundId)),
  ],
  buttons: [
    {
      name: 'answer',
      opensForm: true,
      async run(request, [roundId = '']): Promise<Response> {
        const { context, workspace, member, words } = request;
        const opened = await openAnswerForm(context, Number(roundId), workspace.id, member.id);
        if (opened.type === 'refused') return warn(refusalText(words, opened.fault));
        return { type: 'form', form: answerForm(words, roundId, opened.text, opened.anonymous) };
      },
    },
  ],
  forms: [
    {
      name: 'answer',
      opener: 'answer',
      labels: (language) => ({ text: wordsIn(language).answer.field }),
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
        return submittedNote(request.words, submitted);
      },
    },
  ],
};

function answerForm(words: Words, roundId: string, text: string, anonymous: boolean): Form {
  const { answer } = words;
  return {
    action: { name: 'answer', args: [roundId] },
    title: answer.formTitle,
    submit: answer.send,
    fields: [
      {
        id: 'text',
        type: 'paragraph',
        label: answer.field,
        hint: answer.fieldHint,
        required: true,
        value: text,
      },
      {
        id: 'name',
        type: 'choice',
        label: answer.name,
        required: true,
        value: anonymous ? 'hide' : 'show',
        options: [
          { label: answer.showName, value: 'show' },
          { label: answer.hideName, value: 'hide' },
        ],
      },
    ],
  };
}

function submittedNote(words: Words, submitted: Submitted): FormOutcome {
  const { answer } = words;
  switch (submitted.type) {
    case 'late':
      return warn(answer.late);
    case 'withdrawn':
      return warn(words.privacy.withdrawn);
    case 'refused':
      return refusal(words, submitted.fault);
    case 'accepted': {
      const saved = submitted.replaced ? answer.replaced : answer.accepted;
      const shown = submitted.afterReveal ? answer.afterReveal : answer.hidden;
      const text = [saved, shown, answer.streak(submitted.streak.current)].join(' ');
      return { type: 'reply', message: noteCard(text, 'success') };
    }
  }
}

/** Where the round is the trouble, sending it again does not help. */
function refusal(words: Words, fault: Refusal): FormOutcome {
  const again = fault === 'answer-empty' || fault === 'answer-too-long';
  return refuse(refusalText(words, fault), { again });
}

function refusalText(words: Words, fault: Refusal): string {
  const { answer } = words;
  switch (fault) {
    case 'round-unknown':
    case 'track-removed':
    case 'not-open':
      return roundRefusal(words, fault);
    case 'answer-empty':
      return answer.empty;
    case 'answer-too-long':
      return answer.tooLong(LONGEST_ANSWER);
  }
}
