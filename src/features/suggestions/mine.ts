import { noteCard } from '../../delivery/note-card.ts';
import { ownProposalsCard } from './own-proposals-card.ts';
import { listOwnProposals } from './list-own-proposals.ts';
import type { CommandAction } from '../shared/feature.ts';
import { suggestionWords } from './words/index.ts';

/** `/question mine`: what the caller has suggested, and what became of it. */
export const mineCommand: CommandAction = {
  async run(request) {
    const { context, member, language, typed } = request;
    const proposals = await listOwnProposals(context, member.id);
    const message =
      proposals.length > 0
        ? ownProposalsCard(language, proposals)
        : noteCard(suggestionWords(language).mineNone(typed('question suggest')));
    return { type: 'reply', message };
  },
};
