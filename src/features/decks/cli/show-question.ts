import { writeFile } from 'node:fs/promises';
import type { QuestionRow } from '../../../db/tables.ts';
import type { Context } from '../../../delivery/context.ts';
import type { Operator } from '../../shared/cli/operator.ts';
import { OperatorError } from '../../shared/cli/output.ts';
import { findQuestion } from '../find-question.ts';

/** `deck show`: a question and its reveal, page by page as each platform cuts and marks them. */
export async function showQuestion(
  operator: Operator,
  id: string,
  { deck, png }: { deck?: string; png?: string | true },
): Promise<void> {
  await operator.runWithDecks(async ({ context }) => {
    const row = await findQuestion(context, id, deck);
    if (!row) throw new OperatorError(`There is no question ${id}${deck ? ` in ${deck}` : ''}.`);
    if (png) {
      const file = png === true ? `${row.slug}.png` : png;
      await writeFormula(context, row, file);
      return operator.print(`wrote ${file}`);
    }
    operator.print((await operator.previewQuestion(context, row)).join('\n\n'));
  });
}

async function writeFormula(context: Context, row: QuestionRow, file: string): Promise<void> {
  const { formula } = row.body;
  const picture = formula && (await context.paintFormula(formula, row.slug));
  if (!picture) throw new OperatorError(`${row.slug} has no formula that can be drawn.`);
  await writeFile(file, picture);
}
