import type { Response } from '../../chat/event.ts';
import { noteCard } from '../../delivery/note-card.ts';
import type { Feature, Request } from '../shared/feature.ts';
import { moreGradesCard } from './rating-row.ts';
import { deleteWorkspaceMemory, memoryData } from './stored-data.ts';
import { takeRating } from './take-rating.ts';
import { memoryWords } from './words/index.ts';

/** What each member remembers of each question, by their own word alone. */
export const memoryFeature: Feature = {
  name: 'memory',
  words: memoryWords,
  personalData: memoryData,
  deleteWorkspace: deleteWorkspaceMemory,
  buttons: [
    { name: 'rate', run: rate },
    { name: 'rate-more', run: showMoreGrades },
  ],
};

async function rate(request: Request, args: readonly string[]): Promise<Response> {
  const { rated, text } = await takeRating(request, args);
  const isKept = rated.type === 'rated';
  return { type: 'reply', message: noteCard(text, isKept ? 'success' : 'warning') };
}

function showMoreGrades(
  { language }: Request,
  [questionId, shownOn, button]: readonly string[],
): Promise<Response> {
  const message = moreGradesCard({
    ...{ language, questionId: Number(questionId), shownOn: Number(shownOn) },
    ...(button !== undefined && { button }),
  });
  return Promise.resolve({ type: 'reply', message });
}
