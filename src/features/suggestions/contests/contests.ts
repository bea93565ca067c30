import type { Response } from '../../../chat/event.ts';
import type { ButtonHandler, Request } from '../../shared/feature.ts';
import { managerOf } from '../review.ts';
import { suggestionWords } from '../words/index.ts';
import { contestCard } from './contest-card.ts';
import { decideWording, reviewContests } from './review-contests.ts';

/** How members put points that were not found in their answers, one wording at a time. */
export const contestsButton: ButtonHandler = {
  name: 'contests',
  manage: true,
  run: (request, [id]) => showContest(request, id === undefined ? {} : { id: Number(id) }),
};

export const acceptWordingButton: ButtonHandler = decisionButton('contest-accept', true);
export const declineWordingButton: ButtonHandler = decisionButton('contest-decline', false);

function decisionButton(name: string, accept: boolean): ButtonHandler {
  return {
    name,
    manage: true,
    async run(request, [given]) {
      const id = Number(given);
      const words = suggestionWords(request.language);
      const outcome = await decideWording(request.context, managerOf(request), { id, accept });
      const settled = accept ? words.wordingAccepted : words.wordingDeclined;
      const note = outcome === 'settled' ? settled : words.wordingSettledBefore;
      return showContest(request, { id, note, follows: true });
    },
  };
}

async function showContest(
  { context, workspace, language }: Request,
  { id, ...done }: { readonly id?: number; readonly note?: string; readonly follows?: boolean },
): Promise<Response> {
  const where = { workspaceId: workspace.id, language };
  const review = await reviewContests(context, where, id);
  return { type: 'replace', message: contestCard({ language, ...review, ...done }) };
}
