import { cut } from '../../../chat/cut.ts';
import { isolated } from '../../../chat/displayable.ts';
import { type Block, lead, type Message, message } from '../../../chat/message.ts';
import { bold, code, type RichText } from '../../../chat/text.ts';
import type { ImportReport } from '../../../decks/import-deck.ts';
import { type Language, LANGUAGES } from '../../../domain/language.ts';
import type { Deck, Question } from '../../../domain/question.ts';
import { chooseThree } from '../../decks/choose-three.ts';
import { explanationBlocks, placeFields, questionBlocks } from '../../decks/question-blocks.ts';
import { textIn } from '../../decks/question-facts.ts';
import { topicTitle } from '../../decks/titles.ts';
import { suggestionWords } from '../words/index.ts';

export const IMPORT_BUTTONS = {
  again: 'import',
  take: 'import-take',
  leave: 'import-leave',
} as const;

interface ImportFacts {
  readonly language: Language;
  readonly file: string;
  readonly report: ImportReport;
}

interface ImportPreviewFacts extends ImportFacts {
  readonly deck: Deck;
  /** Where the questions are to go, by its title. */
  readonly target: string;
  readonly draft: string;
  /** How many of the questions are in that deck already: with other words, and as they are. */
  readonly known: { readonly changed: number; readonly same: number };
}

/** What was found in a file, before any of it joins a deck. */
export function importPreviewCard(facts: ImportPreviewFacts): Message {
  const { language, deck, target, draft, file } = facts;
  const words = suggestionWords(language).imports;
  const three = chooseThree(deck.questions);
  const buttons = [
    {
      label: words.take,
      action: { name: IMPORT_BUTTONS.take, args: [draft] },
      style: 'primary' as const,
    },
    { label: words.leave, action: { name: IMPORT_BUTTONS.leave, args: [draft] } },
  ];
  return message([
    { type: 'heading', text: words.heading },
    { type: 'text', text: [words.found({ file: isolated(file), deck: isolated(target) })] },
    ...reportBlocks(facts),
    ...three.flatMap((question, index) => [
      lead(bold(words.sample({ place: index + 1, total: three.length }))),
      ...sampleBlocks(question, deck, language),
    ]),
    { type: 'buttons', buttons },
  ]);
}

/** Why nothing of a file can be taken. */
export function importRefusedCard(facts: ImportFacts): Message {
  const words = suggestionWords(facts.language).imports;
  const text = words.nothing(isolated(facts.file));
  return message([{ type: 'text', text: [text] }, ...faultBlocks(facts)], 'warning');
}

/** Fields end a box on Discord, so they come last: here, and in each example. */
function reportBlocks(facts: ImportPreviewFacts): readonly Block[] {
  const { language, report } = facts;
  const words = suggestionWords(language).imports;
  const { leftOut, skipped, warnings, lost } = report;
  const unread = [...lost.columns, ...lost.keys].slice(0, MOST_NAMED);
  const notes = [
    ...(unread.length > 0 ? [words.unread(isolated(cut(unread.join(', '), LONGEST_LINE)))] : []),
    ...(lost.pictures + lost.sounds + lost.links > 0 ? [words.lost(lost)] : []),
  ];
  return [
    ...notes.map((text): Block => ({ type: 'note', text: [text] })),
    ...faultBlocks(facts),
    {
      type: 'fields',
      fields: [
        { name: words.taken, value: [takenText(facts)] },
        { name: words.leftOut, value: [String(leftOut)] },
        { name: words.faults, value: [String(skipped.length + warnings.length)] },
        { name: words.writtenIn, value: [languagesOf(facts)] },
      ],
    },
  ];
}

function takenText({ language, report, known }: ImportPreviewFacts): string {
  const { changed, same } = known;
  const words = suggestionWords(language).imports;
  return changed + same === 0
    ? String(report.taken)
    : words.known({ fresh: report.taken - changed - same, changed, same });
}

function languagesOf({ language, report }: ImportFacts): string {
  const words = suggestionWords(language);
  const counted = LANGUAGES.map((one) => ({
    one,
    count: report.deck?.questions.filter((question) => question[one]).length ?? 0,
  }));
  return counted
    .filter(({ count }) => count > 0)
    .map(({ one, count }) => `${words.languages[one]} (${count})`)
    .join(', ');
}

/** Faults told one by one, names on one line, and characters of a line. */
const MOST_TOLD = 10;
const MOST_NAMED = 10;
const LONGEST_LINE = 300;

function faultBlocks({ language, report }: ImportFacts): readonly Block[] {
  const words = suggestionWords(language).imports;
  const all = [...report.skipped, ...report.warnings];
  if (all.length === 0) return [];
  const items = all
    .slice(0, MOST_TOLD)
    .map(({ where, why }) => withCode(cut(`${where[language]}: ${why[language]}`, LONGEST_LINE)));
  const more = all.length - items.length;
  return [
    lead(bold(words.faultsHeading)),
    { type: 'list', items },
    ...(more > 0 ? [{ type: 'note' as const, text: [words.more(more)] }] : []),
  ];
}

/** What stands between backticks as code, unless one of them has no other. */
function withCode(line: string): RichText {
  const parts = isolated(line).split('`');
  if (parts.length % 2 === 0) return [isolated(line)];
  return parts.flatMap((part, at) => (at % 2 === 1 ? [code(part)] : part === '' ? [] : [part]));
}

/** Characters of an answer that show how it will look. */
const LONGEST_SAMPLE = 700;

function sampleBlocks(question: Question, deck: Deck, language: Language): readonly Block[] {
  const { answer, ...rest } = textIn(question, language);
  const text = { ...rest, ...(answer !== undefined && { answer: cut(answer, LONGEST_SAMPLE) }) };
  const topic = topicTitle([deck], question.topic, language);
  const facts = { language, question, text, topic, formula: undefined };
  return [
    ...questionBlocks(facts),
    ...explanationBlocks(facts),
    { type: 'fields', fields: placeFields(facts) },
  ];
}
