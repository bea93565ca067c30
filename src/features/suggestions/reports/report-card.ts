import { type Block, type Button, lead, type Message, message } from '../../../chat/message.ts';
import { bold, time } from '../../../chat/text.ts';
import type { Language } from '../../../domain/language.ts';
import {
  decideButton,
  type PagePlace,
  type Person,
  personSpan,
  turnButtons,
} from '../looking-through.ts';
import { waitingButtons } from '../waiting-buttons.ts';
import { suggestionWords } from '../words/index.ts';

/** What someone finds wrong with a question that was asked. */
export interface ReportFacts extends PagePlace {
  readonly id: number;
  readonly text: string;
  /** The round's number. */
  readonly number: number;
  /** The question's id in its deck. */
  readonly questionId: string;
  /** As it was asked. */
  readonly question: string;
  readonly by?: Person;
  readonly at: Date;
}

export interface ReportReviewFacts {
  readonly language: Language;
  readonly report: ReportFacts | undefined;
  /** How many suggestions wait besides. */
  readonly suggestions: number;
  /** What has just been done. */
  readonly note?: string;
  /** It took the place of one that was closed: a second click there must not close this one. */
  readonly follows?: boolean;
}

/** The report to see to, for those who manage. */
export function reportCard(facts: ReportReviewFacts): Message {
  const { language, report, suggestions, note } = facts;
  const words = suggestionWords(language);
  const done: readonly Block[] = note === undefined ? [] : [{ type: 'text', text: [bold(note)] }];
  const shown: readonly Block[] = report
    ? reportBlocks(language, report)
    : [{ type: 'text', text: [words.reportsNone] }];
  const buttons = [
    ...(report ? reportButtons(facts, report) : []),
    ...waitingButtons(language, { suggestions }),
  ];
  const row: readonly Block[] = buttons.length > 0 ? [{ type: 'buttons', buttons }] : [];
  return message([...done, ...shown, ...row], 'neutral');
}

function reportBlocks(language: Language, report: ReportFacts): readonly Block[] {
  const words = suggestionWords(language);
  const { place, total, number, questionId, question, text, by, at } = report;
  return [
    { type: 'heading', text: words.reportHeading({ place, total }) },
    lead(bold(words.reportedQuestion({ number, id: questionId }))),
    { type: 'text', text: [question] },
    { type: 'quote', text: [text] },
    {
      type: 'fields',
      fields: [
        { name: words.reportedBy, value: [personSpan(language, by)] },
        { name: words.at, value: [time(at)] },
      ],
    },
  ];
}

function reportButtons(
  { language, follows }: ReportReviewFacts,
  report: ReportFacts,
): readonly Button[] {
  if (follows) return [decideButton(language, { ...report, name: 'reports' })];
  const action = { name: 'report-done', args: [String(report.id)] };
  const done: Button = { label: suggestionWords(language).done, action, style: 'primary' };
  return [done, ...turnButtons(language, 'reports', report)];
}
