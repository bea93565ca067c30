import { isolated } from '../../chat/displayable.ts';
import { type Block, lead, type Message, message } from '../../chat/message.ts';
import { bold } from '../../chat/text.ts';
import type { Language } from '../../domain/language.ts';
import { suggestionWords } from './words/index.ts';

export interface DecisionFacts {
  readonly language: Language;
  readonly approved: boolean;
  /** As it was decided on; the managers may have edited it. */
  readonly question: string;
  readonly reason?: string;
  /** The name of the server or workspace; may be empty. */
  readonly workspace: string;
}

/** What became of a suggested question, to the one who suggested it. */
export function decisionCard(facts: DecisionFacts): Message {
  const { language, approved, question, reason, workspace } = facts;
  const words = suggestionWords(language);
  const why: readonly Block[] =
    reason === undefined ? [] : [lead(bold(words.reason)), { type: 'quote', text: [reason] }];
  const outcome: readonly Block[] = approved ? [{ type: 'text', text: [words.approvedText] }] : why;
  const from: readonly Block[] =
    workspace === '' ? [] : [{ type: 'note', text: [words.from(isolated(workspace))] }];
  return message(
    [
      { type: 'heading', text: approved ? words.approvedHeading : words.declinedHeading },
      { type: 'quote', text: [question] },
      ...outcome,
      ...from,
    ],
    approved ? 'success' : 'neutral',
  );
}
