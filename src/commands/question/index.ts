import { commandNamed, named } from '../define.ts';
import type { Feature } from '../handler.ts';
import { declineButton, declineForm } from './decline.ts';
import { editButton, editForm } from './edit.ts';
import { mineCommand } from './mine.ts';
import { reportButton, reportCommand, reportFormHandler } from './report.ts';
import { doneButton, reportsButton, reportsCommand } from './reports.ts';
import { approveButton, listCommand, proposalsButton } from './review.ts';
import { suggestButton, suggestCommand, suggestForm } from './suggest.ts';

/** `/question`: suggest questions for the team's own deck and decide on them; report faults in others. */
export const questionFeature: Feature = {
  commands: [
    {
      definition: {
        ...commandNamed('question'),
        subcommands: [
          named('questionSuggest'),
          named('questionMine'),
          named('questionReport'),
          named('questionList'),
          named('questionReports'),
        ],
      },
      actions: {
        // Where a command is typed freely, it may come without a subcommand.
        '': suggestCommand,
        suggest: suggestCommand,
        mine: mineCommand,
        report: reportCommand,
        list: listCommand,
        reports: reportsCommand,
      },
    },
  ],
  buttons: [
    suggestButton,
    reportButton,
    proposalsButton,
    approveButton,
    editButton,
    declineButton,
    reportsButton,
    doneButton,
  ],
  forms: [suggestForm, editForm, declineForm, reportFormHandler],
};
