import type { Form } from '../../../chat/form.ts';
import type { Db } from '../../../db/connect.ts';
import type { Round } from '../../../db/tables.ts';
import { noteCard } from '../../../delivery/note-card.ts';
import { textIn } from '../../decks/question-facts.ts';
import { findOwnRound } from '../../rounds/own-round.ts';
import { roundRefusal } from '../../rounds/round-refusal.ts';
import type {
  ButtonHandler,
  CommandAction,
  FormHandler,
  FormOutcome,
  Request,
} from '../../shared/feature.ts';
import { refuse, warn } from '../../shared/reply.ts';
import { suggestionWords } from '../words/index.ts';
import { LONGEST_REPORT, type Reported, reportQuestion } from './report-question.ts';

const NAME = 'report';

/** `/question report`: about the question asked last in this channel. */
export const reportCommand: CommandAction = {
  opensForm: true,
  async run(request) {
    const { context, workspace, caller } = request;
    const round = await newestRoundIn(context.db, workspace.id, caller.channel);
    if (!round) return warn(suggestionWords(request.language).nothingAsked);
    return { type: 'form', form: reportForm(request, round) };
  },
};

/** The *Report* button of a question. */
export const reportButton: ButtonHandler = {
  name: NAME,
  opensForm: true,
  async run(request, [roundId]) {
    const { context, workspace } = request;
    const found = await findOwnRound(context.db, Number(roundId), workspace.id);
    if (found.type === 'refused') return warn(roundRefusal(request.language, found.fault));
    return { type: 'form', form: reportForm(request, found.round) };
  },
};

export const reportFormHandler: FormHandler = {
  name: NAME,
  opener: NAME,
  labels: (language) => ({ text: suggestionWords(language).reportField }),
  async run(request, [roundId], { values, submission }) {
    const { context, workspace, member } = request;
    const reported = await reportQuestion(context, {
      workspaceId: workspace.id,
      memberId: member.id,
      roundId: Number(roundId),
      submission,
      text: values['text'] ?? '',
    });
    return reportedNote(request, reported);
  },
};

function reportForm({ language }: Request, round: Round): Form {
  const words = suggestionWords(language);
  return {
    action: { name: NAME, args: [String(round.id)] },
    title: words.reportTitle(round.number),
    submit: words.send,
    fields: [
      {
        id: 'text',
        type: 'paragraph',
        label: words.reportField,
        hint: textIn(round.question, round.language).question,
        maxLength: LONGEST_REPORT,
        required: true,
      },
    ],
  };
}

function reportedNote(request: Request, reported: Reported): FormOutcome {
  const words = suggestionWords(request.language);
  switch (reported.type) {
    case 'saved':
      return { type: 'reply', message: noteCard(words.reported, 'success') };
    case 'empty':
      return refuse(words.reportEmpty, { again: true });
    case 'too-long':
      return refuse(words.reportTooLong(LONGEST_REPORT), { again: true });
    case 'refused':
      return refuse(roundRefusal(request.language, reported.fault));
  }
}

/** The round whose question was posted last in a channel, in whatever track of it. */
async function newestRoundIn(
  db: Db,
  workspaceId: number,
  channel: string,
): Promise<Round | undefined> {
  return db
    .selectFrom('rounds')
    .innerJoin('tracks', 'tracks.id', 'rounds.trackId')
    .selectAll('rounds')
    .where('tracks.workspaceId', '=', workspaceId)
    .where('tracks.channel', '=', channel)
    .where('rounds.status', 'in', ['open', 'closed', 'revealed'])
    .orderBy('rounds.openedAt', (order) => order.desc().nullsLast())
    .limit(1)
    .executeTakeFirst();
}
