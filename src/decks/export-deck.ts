import type { Deck } from '../domain/question.ts';
import { writeCsv } from './formats/csv.ts';
import { writeJson } from './formats/json.ts';

export type ExportFormat = 'json' | 'csv';

/** The whole deck as one text; importing it gives the same deck again. */
export function exportDeck(deck: Deck, format: ExportFormat): string {
  switch (format) {
    case 'json':
      return writeJson(deck);
    case 'csv':
      return writeCsv(deck);
  }
}
