import type { Block } from '../../chat/message.ts';
import { bold, type RichText } from '../../chat/text.ts';
import { type ShownOption, shownOptions, type Tally } from '../../domain/choice.ts';
import type { Language } from '../../domain/language.ts';
import type { QuestionText } from '../../domain/question.ts';
import { inline } from './prose.ts';
import { deckWords } from './words/index.ts';

interface InLanguage {
  readonly language: Language;
}

/** A question's options outside of rounds, where they stand in one order for everybody. */
export const practiceOptions = (
  { options = [] }: QuestionText,
  questionId: number,
): readonly ShownOption[] => shownOptions(options, `question-${questionId}`);

/** What there is to choose from, each behind its letter. */
export function optionBlocks(shown: readonly ShownOption[]): readonly Block[] {
  return shown.map((option) => ({ type: 'text', text: lettered(option) }));
}

const lettered = ({ letter, text }: ShownOption): RichText => inline(`${letter}) ${text}`);

/**
 * Which options are right and why the others are not; with a tally also how the choices fell, as bars for
 * the eye and as numbers in words for whoever has the message read out.
 */
export function verdictBlocks(
  { language }: InLanguage,
  shown: readonly ShownOption[],
  tally?: Tally,
): readonly Block[] {
  if (shown.length === 0) return [];
  const isCounted = tally !== undefined && tally.people > 0;
  const items = shown.map((option) => verdict(language, option, isCounted ? tally : undefined));
  return [
    ...(isCounted ? [{ type: 'code', text: bars(shown, tally) } as const] : []),
    { type: 'list', items },
  ];
}

function verdict(language: Language, option: ShownOption, tally: Tally | undefined): RichText {
  const words = deckWords(language);
  const { index, right = false, why } = option;
  const votes =
    tally && words.votesOf({ votes: tally.votes.get(index) ?? 0, people: tally.people });
  const told = words.verdict({ right, ...(votes !== undefined && { votes }) });
  return [
    ...lettered(option),
    ' — ',
    right ? bold(told) : told,
    ...(why === undefined ? [] : ['. ', ...inline(why)]),
  ];
}

/** Signs of the longest bar. */
const LONGEST_BAR = 20;

function bars(shown: readonly ShownOption[], { people, votes }: Tally): string {
  return shown
    .map(({ letter, index }) => {
      const count = votes.get(index) ?? 0;
      const length = Math.round((count / people) * LONGEST_BAR);
      return `${letter} ${'█'.repeat(length).padEnd(LONGEST_BAR, '·')} ${count}`;
    })
    .join('\n');
}
