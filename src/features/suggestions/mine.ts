import { noteCard } from '../../delivery/note-card.ts';
import type { CommandAction } from '../shared/feature.ts';
import { questionCommandSpan } from './definition.ts';
import { listOwnSuggestions, listOwnWordings } from './list-own-suggestions.ts';
import { ownSuggestionsCard } from './own-suggestions-card.ts';
import { suggestionWords } from './words/index.ts';

/** `/question mine`: what the caller has suggested, how they put points, and what became of either. */
export const mineCommand: CommandAction = {
  async run(request) {
    const { context, member, language } = request;
    const suggestions = await listOwnSuggestions(context, member.id);
    const wordings = await listOwnWordings(context, { memberId: member.id, language });
    const message =
      suggestions.length + wordings.length > 0
        ? ownSuggestionsCard(language, suggestions, wordings)
        : noteCard(suggestionWords(language).mineNone(questionCommandSpan(language, 'suggest')));
    return { type: 'reply', message };
  },
};
