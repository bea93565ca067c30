import type { Question } from '../../domain/question.ts';
import { type Check, type CheckFinding, checkWarning } from './finding.ts';
import { passagesOf } from './texts.ts';

/**
 * Finds Russian words written with е where only ё is right. The dictionary is large (80 MB in
 * memory), so it is loaded when a check is made and let go with it.
 */
export async function createYoCheck(): Promise<Check> {
  const { Eyo, safeDictionary } = await import('eyo-kernel');
  const eyo = new Eyo();
  eyo.dictionary.set(safeDictionary);
  return (question) => yoFindings(question, (text) => eyo.lint(text));
}

type Lint = (text: string) => readonly { readonly before: string; readonly after: string }[];

function yoFindings({ ru }: Question, lint: Lint): CheckFinding[] {
  if (ru === undefined) return [];
  return passagesOf(ru, 'ru').flatMap(({ path, text }) =>
    lint(text).map(({ before, after }) =>
      checkWarning(path, `\`${path.join('.')}\` writes "${before}"`, `write "${after}"`),
    ),
  );
}
