import { AT_HALF_MINUTES } from '../../jobs/heartbeat.ts';
import { type Feature, handleJob } from '../shared/feature.ts';
import { addOwnDeckButton, chooseTrackButton } from './add-own-deck.ts';
import { claimDue } from './claim-due.ts';
import { acceptWordingButton, contestsButton, declineWordingButton } from './contests/contests.ts';
import { declineButton, declineForm } from './decline.ts';
import { QUESTION_COMMAND } from './definition.ts';
import { editButton, editForm } from './edit.ts';
import {
  importButton,
  importCommand,
  importForm,
  leaveImportButton,
  takeImportButton,
} from './imports/import.ts';
import { tellAuthorJob } from './lasting-names.ts';
import { mineCommand } from './mine.ts';
import { noticeJob } from './notices/claim-notices.ts';
import { waitingButton } from './notices/waiting.ts';
import { writeNotice } from './notices/write-notice.ts';
import { reportButton, reportCommand, reportFormHandler } from './reports/report.ts';
import { doneButton, reportsButton, reportsCommand } from './reports/reports.ts';
import { approveButton, listCommand, suggestionsButton, takeBackApprovalButton } from './review.ts';
import { deleteWorkspaceSuggestions, suggestionsData } from './stored-data.ts';
import { suggestButton, suggestCommand, suggestForm } from './suggest.ts';
import { tellAuthor } from './tell-author.ts';
import { reviewCommand } from './waiting.ts';
import { suggestionWords } from './words/index.ts';

/** `/question`: suggest questions for the team's own deck and decide on them; report faults in others. */
export const suggestionsFeature: Feature = {
  name: 'suggestions',
  words: suggestionWords,
  personalData: suggestionsData,
  deleteWorkspace: deleteWorkspaceSuggestions,
  jobs: [
    handleJob(tellAuthorJob, (context, { proposalId }) => tellAuthor(context, proposalId)),
    handleJob(noticeJob, writeNotice),
  ],
  duties: [{ cron: AT_HALF_MINUTES, run: claimDue }],
  commands: [
    {
      definition: QUESTION_COMMAND,
      actions: {
        // Where a command is typed freely, it may come without a subcommand.
        '': suggestCommand,
        suggest: suggestCommand,
        mine: mineCommand,
        report: reportCommand,
        review: reviewCommand,
        list: listCommand,
        reports: reportsCommand,
        import: importCommand,
      },
    },
  ],
  buttons: [
    suggestButton,
    reportButton,
    suggestionsButton,
    approveButton,
    takeBackApprovalButton,
    waitingButton,
    editButton,
    declineButton,
    addOwnDeckButton,
    chooseTrackButton,
    reportsButton,
    doneButton,
    contestsButton,
    acceptWordingButton,
    declineWordingButton,
    importButton,
    takeImportButton,
    leaveImportButton,
  ],
  forms: [suggestForm, editForm, declineForm, reportFormHandler, importForm],
};
