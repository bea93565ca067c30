import { noteCard } from '../../cards/note.ts';
import { ownProposalsCard } from '../../cards/own-proposals.ts';
import { listOwnProposals } from '../../study/proposals/list-own-proposals.ts';
import type { CommandAction } from '../handler.ts';

/** `/question mine`: what the asker has suggested, and what became of it. */
export const mineCommand: CommandAction = {
  async run(asking) {
    const { context, member, language, words, typed } = asking;
    const proposals = await listOwnProposals(context, member.id);
    const message =
      proposals.length > 0
        ? ownProposalsCard(language, proposals)
        : noteCard(words.question.mineNone(typed('question', 'questionSuggest')));
    return { type: 'reply', message };
  },
};
