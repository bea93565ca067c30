import type { Question } from '../../domain/question.ts';
import { remedy } from '../words/index.ts';
import { checkError, type CheckFinding } from './finding.ts';
import { eachText } from './texts.ts';

/** Key points of one text that bear the same id: which is meant, nobody can tell. */
export function checkKeyPointIds(question: Question): readonly CheckFinding[] {
  return eachText(question, ({ keyPoints }, language) => {
    const ids = keyPoints.map(({ id }) => id);
    const repeated = ids.findIndex((id, index) => ids.indexOf(id) !== index);
    if (repeated < 0) return [];
    const path = [language, 'keyPoints', repeated, 'id'];
    const twice = ids[repeated] ?? '';
    return [
      checkError(
        path,
        remedy((words) => words.pointTwice(twice)),
      ),
    ];
  });
}
