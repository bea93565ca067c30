import { noteCard } from '../../../delivery/note-card.ts';
import type { Form } from '../../../chat/form.ts';
import { newestRoundIn } from '../../../db/rounds.ts';
import type { Round } from '../../../db/tables.ts';
import { textIn } from '../../rounds/card-facts.ts';
import { findOwnRound } from '../../rounds/own-round.ts';
import {
  LONGEST_REPORT,
  type Reported,
  reportQuestion,
} from './report-question.ts';
import type { Asking, Button, CommandAction, FormHandler, FormOutcome } from '../../shared/feature.ts';
import { refuse, roundRefusal, warn } from '../../shared/reply.ts';

const NAME = 'report';

/** `/question report`: about the question asked last in this channel. */
export const reportCommand: CommandAction = {
  opensForm: true,
  async run(asking) {
    const { context, workspace, asker, words } = asking;
    const round = await newestRoundIn(context.db, workspace.id, asker.channel);
    if (!round) return warn(words.question.nothingAsked);
    return { type: 'form', form: reportForm(asking, round) };
  },
};

/** The *Report* button of a question. */
export const reportButton: Button = {
  name: NAME,
  opensForm: true,
  async run(asking, [roundId]) {
    const { context, workspace } = asking;
    const found = await findOwnRound(context.db, Number(roundId), workspace.id);
    if (found.type === 'refused') return warn(roundRefusal(asking.words, found.fault));
    return { type: 'form', form: reportForm(asking, found.round) };
  },
};

export const reportFormHandler: FormHandler = {
  name: NAME,
  opener: NAME,
  labels: ({ question }) => ({ text: question.reportField }),
  async run(asking, [roundId], { values, submission }) {
    const { context, workspace, member } = asking;
    const reported = await reportQuestion(context, {
      workspaceId: workspace.id,
      memberId: member.id,
      roundId: Number(roundId),
      submission,
      text: values['text'] ?? '',
    });
    return reportedNote(asking, reported);
  },
};

function reportForm({ words: { question } }: Asking, round: Round): Form {
  return {
    action: { name: NAME, args: [String(round.id)] },
    title: question.reportTitle(round.number),
    submit: question.send,
    fields: [
      {
        id: 'text',
        type: 'paragraph',
        label: question.reportField,
        hint: textIn(round.question, round.language).question,
        maxLength: LONGEST_REPORT,
        required: true,
      },
    ],
  };
}

function reportedNote(asking: Asking, reported: Reported): FormOutcome {
  const { question } = asking.words;
  switch (reported.type) {
    case 'saved':
      return { type: 'reply', message: noteCard(question.reported, 'success') };
    case 'empty':
      return refuse(question.reportEmpty, { again: true });
    case 'too-long':
      return refuse(question.reportTooLong(LONGEST_REPORT), { again: true });
    case 'refused':
      return refuse(roundRefusal(asking.words, reported.fault));
  }
}
