import type { Response } from '../../chat/event.ts';
import { shownOptions } from '../../domain/choice.ts';
import { roundRefusal } from '../rounds/round-refusal.ts';
import type { Feature, Request } from '../shared/feature.ts';
import { warn } from '../shared/reply.ts';
import { choiceCard } from './choice-card.ts';
import { chooseOption } from './choose-option.ts';
import { choicesWords } from './words/index.ts';

/** Choosing among a question's options in a round. Choices are kept as answers, and so exported and erased as those. */
export const choicesFeature: Feature = {
  name: 'choices',
  words: choicesWords,
  buttons: [{ name: 'choose', run: choose }],
};

async function choose(
  { context, workspace, member, language }: Request,
  [roundId = '', index = '', type]: readonly string[],
): Promise<Response> {
  const chosen = await chooseOption(context, {
    ...{ roundId: Number(roundId), workspaceId: workspace.id, memberId: member.id },
    ...{ index: Number(index), type: type === 'drop' ? 'drop' : 'take' },
  });
  const words = choicesWords(language);
  switch (chosen.type) {
    case 'refused':
      return warn(roundRefusal(language, chosen.fault));
    case 'late':
      return warn(words.late);
    case 'unchanged':
      return warn(words.unchanged);
    case 'chosen': {
      const { round, text, picked, streak } = chosen;
      const message = choiceCard({
        ...{ language, roundId: round.id, picked, streak: streak.current },
        shown: shownOptions(text.options ?? [], `round-${round.id}`),
      });
      return { type: 'reply', message };
    }
  }
}
