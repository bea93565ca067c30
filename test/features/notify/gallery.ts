import type { Language } from '../../../src/domain/language.ts';
import { groupGoneCard } from '../../../src/features/notify/group-gone-card.ts';
import type { Gallery } from '../gallery.ts';
import { MADE_UP } from '../made-up.ts';

/** What those who manage a track are told of the group that its questions notify. */
export function gallery(language: Language): Gallery {
  const facts = { language, track: 1, channel: '1', group: MADE_UP[language].name };
  return {
    groupGoneCard: ['', MADE_UP[language].name].map((workspace) =>
      groupGoneCard({ ...facts, workspace }),
    ),
  };
}
