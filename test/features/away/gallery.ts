import type { Language } from '../../../src/domain/language.ts';
import { awayCard } from '../../../src/features/away/away-card.ts';
import type { Gallery } from '../gallery.ts';

/** The cards of `/away`. */
export function gallery(language: Language): Gallery {
  const away = [
    { from: 20_811, until: 20_826 },
    { from: 20_900, until: 20_900 },
  ];
  return {
    awayCard: [awayCard({ language, away }), awayCard({ language, away: [] })],
  };
}
