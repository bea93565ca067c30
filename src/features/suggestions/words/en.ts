import { rich, type Span } from '../../../chat/text.ts';
import { countEn } from '../../../i18n/plural.ts';

/** What a file holds that has no place in a question. */
interface Lost {
  readonly pictures: number;
  readonly sounds: number;
  readonly links: number;
}

interface Known {
  readonly fresh: number;
  readonly changed: number;
  readonly same: number;
}

interface Joined {
  readonly added: number;
  readonly changed: number;
  readonly deck: string;
  readonly edit: Span;
}

/** Questions people suggest, what managers decide on them, and reports of faults in posted ones. */
export const en = {
  command: { name: 'question', does: 'Suggest a question, or report one' },
  subcommands: {
    suggest: { name: 'suggest', does: 'A question for the team’s own deck' },
    mine: { name: 'mine', does: 'What you suggested, and what became of it' },
    report: { name: 'report', does: 'Say what is wrong with this channel’s last question' },
    review: { name: 'review', does: 'All that waits for a decision; for people who manage' },
    list: { name: 'list', does: 'Suggestions to decide on; for people who manage' },
    import: { name: 'import', does: 'Take questions in from a file; for people who manage' },
    reports: { name: 'reports', does: 'Reports to see to; for people who manage' },
  },

  deckTitle: 'Team deck',
  otherTopic: 'Other',
  languages: { en: 'English', ru: 'Russian' },

  suggestTitle: 'Suggest a question',
  question: 'Question',
  answer: 'Reference answer',
  answerHint: 'The answer itself first, then why. Leave it empty for a question to discuss.',
  send: 'Send',
  saved: (mine: Span) =>
    rich`Your question is saved. People who manage Whetstone here decide whether it joins the team’s deck, and you will be told. What you suggested so far: ${mine}`,
  shownPlain:
    'It holds so many lists, quotes, asterisks or brackets that it will be shown letter for letter, without being formatted.',
  savedByManager: (list: Span) =>
    rich`Your question is saved. It waits with the others for a decision: ${list}`,

  faultsHeading: 'This is not saved yet',
  faults: {
    questionEmpty: 'The question is empty.',
    questionTooLong: (most: number) =>
      `The question is too long: at most ${countEn(most, 'character', 'characters')}.`,
    answerTooLong: (most: number) =>
      `The reference answer is too long: at most ${countEn(most, 'character', 'characters')}.`,
    choiceUnknown: 'Choose a topic and a difficulty from the lists.',
    alike: (other: string) =>
      `It asks nearly the same as a question there is already: “${other}” Ask something else, or say what is different.`,
  },
  edit: 'Edit',

  mineHeading: 'What you suggested',
  mineNone: (suggest: Span) => rich`You have not suggested a question here yet: ${suggest}`,
  statuses: {
    open: 'waits for a decision',
    approved: 'approved',
    declined: 'declined',
  },

  listHeading: ({ place, total }: { readonly place: number; readonly total: number }) =>
    `Suggestion ${place} of ${total}`,
  listNone: 'No suggestion waits for a decision.',
  by: 'Suggested by',
  nobody: 'someone who left',
  at: 'When',
  language: 'Language',
  approve: 'Approve',
  decline: 'Decline',
  previous: '← Previous',
  next: 'Next →',
  decideOn: (text: string) => `Decide on “${text}”`,
  toReports: (count: number) => `Reports (${count})`,
  toContests: (count: number) => `Contested points (${count})`,
  toSuggestions: (count: number) => `Suggestions (${count})`,

  editTitle: 'Edit a suggestion',
  save: 'Save',
  edited: 'The changes are saved. The suggestion still waits for a decision.',
  declineTitle: 'Decline',
  reason: 'Reason',
  reasonHint: 'May be left out. Whoever suggested the question reads it.',
  approved: 'Approved: the question is in the team’s deck now.',
  takeBack: 'Take it back',
  takenBack: 'Taken back: the question left the team’s deck and waits for a decision again.',
  takeBackLate:
    'An approval can be taken back for a minute only, and this one is older. Nothing was changed.',
  deckUnasked: 'No track asks from it yet.',
  deckAdd: 'Add the deck to a track…',
  deckAddTo: (track: number) => `Add the deck to track ${track}`,
  deckWhich: 'Which track is to ask from the team’s deck as well?',
  deckMore: ({ count, edit }: { readonly count: number; readonly edit: Span }) =>
    rich`${countEn(count, 'more track has', 'more tracks have')} no button here: ${edit} changes any.`,
  deckAdded: ({ track, decks }: { readonly track: number; readonly decks: string }) =>
    `Track ${track} now asks from: ${decks}.`,
  deckUnfit: 'No question in the team’s deck fits its language, topics and difficulties so far.',
  deckThere: (track: number) => `Track ${track} asks from the team’s deck already.`,
  deckEverywhere: 'Every track asks from the team’s deck already.',
  declined: 'Declined.',
  already: {
    approved: (by: string) => `${by} has approved it already.`,
    declined: (by: string) => `${by} has declined it already.`,
  },
  changed: 'It was edited meanwhile. This is its new text: please decide again.',
  unknown: 'This suggestion is not known here. Nothing was changed.',

  approvedHeading: 'Your question was approved',
  approvedText: 'It is in the team’s deck now. Thank you!',
  declinedHeading: 'Your question was not taken',
  from: (workspace: string) => `You suggested it in ${workspace}.`,

  imports: {
    title: 'Import questions',
    read: 'Show me',
    file: 'File',
    fileHint: 'CSV, XLSX, JSON, Markdown or Anki, 32 MB at most. Nothing is taken in yet.',
    deck: 'Deck',
    deckHint: 'Left empty: the team’s deck. Any other name: a deck of that name for your team.',
    only: 'Only questions in this language',
    source: 'Where it was published',
    sourceHint: 'The address, if somebody else wrote the questions. Each question will name it.',
    noFile: 'There is no file in the form. Put one in and send it again.',
    nothing: (file: string) =>
      `Nothing in ${file} can be taken, and nothing was changed. Mend what is listed here and send the file again.`,
    notFetched: {
      large:
        'The file is larger than 32 MB, so it was not read. Cut it into several and send them one by one.',
      other: 'The file could not be fetched, so it was not read. Please send it again in a minute.',
    },
    refusals: {
      'name-taken':
        'A deck that comes with Whetstone has this name. Choose another and send the file again.',
      nameless: 'The deck’s name needs letters or digits. Choose another and send the file again.',
      'no-address': 'Where it was published has to be a full address, with https://, or empty.',
      busy: 'Other files are being read just now. Please send yours again in a minute.',
      'too-heavy':
        'The file took too much time or memory to read. Cut it into several and send them one by one.',
    },
    heading: 'Before it is taken in',
    found: ({ file, deck }: { readonly file: string; readonly deck: string }) =>
      `This is what ${file} holds. It goes to “${deck}” once you say so; a question that is there already is replaced.`,
    taken: 'Questions',
    known: ({ fresh, changed, same }: Known) =>
      `${fresh} new, ${changed} changed, ${same} unchanged`,
    leftOut: 'Left out',
    faults: 'Faults',
    writtenIn: 'Written in',
    unread: (names: string) => `Columns not read: ${names}`,
    lost: ({ pictures, sounds, links }: Lost) =>
      `Left out: ${countEn(pictures, 'picture', 'pictures')}, ${countEn(sounds, 'sound', 'sounds')}, ${countEn(links, 'link', 'links')}.`,
    faultsHeading: 'What is wrong, and how to mend it',
    more: (count: number) => `And ${count} more.`,
    sample: ({ place, total }: { readonly place: number; readonly total: number }) =>
      `Example ${place} of ${total}`,
    take: 'Take them in',
    leave: 'Leave it',
    left: 'Nothing was taken in.',
    joined: ({ added, changed, deck, edit }: Joined) =>
      rich`Taken in: ${countEn(added, 'new question', 'new questions')} and ${countEn(changed, 'changed one', 'changed ones')} in “${deck}”. A track asks from it once the deck is one of the track’s: ${edit}`,
    full: ({ questions, topics }: { readonly questions: number; readonly topics: number }) =>
      `The deck would hold more than ${questions} questions or ${topics} topics, so nothing was taken in. Import into another deck.`,
  },

  reportTitle: (number: number) => `Report question ${number}`,
  reportField: 'What is wrong?',
  reported: 'Thank you: the report is saved for the people who manage Whetstone here.',
  reportEmpty: 'The report is empty, so nothing was saved. Say in a sentence what is wrong.',
  reportTooLong: (most: number) =>
    `The report is too long, so it was not saved: at most ${countEn(most, 'character', 'characters')}.`,
  nothingAsked: 'No question has been asked in this channel yet.',
  reportHeading: ({ place, total }: { readonly place: number; readonly total: number }) =>
    `Report ${place} of ${total}`,
  reportsNone: 'No report is open.',
  reportedBy: 'Reported by',
  reportedQuestion: ({ number, id }: { readonly number: number; readonly id: string }) =>
    `Question ${number} (${id})`,
  done: 'Done',
  closed: 'The report is closed.',
  closedBefore: 'This report was closed already.',

  waiting: (what: string) => `Waiting for a decision: ${what}.`,
  suggestionCount: (count: number) => countEn(count, 'suggestion', 'suggestions'),
  reportCount: (count: number) => countEn(count, 'report', 'reports'),
  wordingCount: (count: number) => countEn(count, 'wording', 'wordings'),
  waitingNone: 'Nothing waits for a decision.',
  review: 'Review',

  wordingsHeading: 'How you put key points',
  wordingQuoted: (text: string) => `“${text}”`,
  oftenContested: 'Points that many people contest; their phrasings are worth a look',
  peopleContest: ({ people, answered }: { readonly people: number; readonly answered: number }) =>
    `${people} of ${answered}`,
  wordingHeading: ({ place, total }: { readonly place: number; readonly total: number }) =>
    `Wording ${place} of ${total}`,
  wordingsNone: 'No wording waits for a decision.',
  saysPoint: 'Does the quote say this key point?',
  saysIt: 'It does',
  saysItNot: 'It doesn’t',
  wordingAccepted: 'Accepted: from now on an answer that puts it so covers the point here.',
  wordingDeclined: 'Not accepted. For its author the point stays counted.',
  wordingSettledBefore: 'This wording was decided on or taken back already.',
};
