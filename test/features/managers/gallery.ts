import type { Language } from '../../../src/domain/language.ts';
import { managersCard } from '../../../src/features/managers/managers-card.ts';
import type { Gallery } from '../gallery.ts';
import { MADE_UP } from '../made-up.ts';

/** Who manages: nobody named, and one of each kind. */
export function gallery(language: Language): Gallery {
  const { name } = MADE_UP[language];
  return {
    managersCard: [
      managersCard(language, []),
      managersCard(language, [
        { kind: 'member', externalId: '1', name },
        { kind: 'group', externalId: 'S1', name },
        { kind: 'creator', externalId: '', name: '' },
      ]),
    ],
  };
}
