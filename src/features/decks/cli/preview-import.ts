import type { Deck } from '../../../domain/question.ts';
import type { Operator } from '../../shared/cli/operator.ts';
import { chooseThree } from '../choose-three.ts';

/** Three cards of a deck as they will be posted. */
export async function previewImport(operator: Operator, deck: Deck): Promise<string> {
  const chosen = chooseThree(deck.questions);
  const pages = await Promise.all(
    chosen.map((question) => operator.previewUnstored(deck, question)),
  );
  return pages.flat().join('\n\n');
}
