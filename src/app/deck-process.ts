import { importDeck } from '../decks/import-deck.ts';
import { createFormulaPainter } from '../pictures/formula.ts';
import type { ReadingTask } from './deck-reader.ts';

/** The process that `deck-reader.ts` starts for one file. It ends with the one that it works for. */
process.on('disconnect', () => process.exit());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

process.once('message', ({ path, cacheDir, language, source }: ReadingTask) => {
  const painter = createFormulaPainter({ cacheDir });
  const origin = source === undefined ? {} : { origin: { address: source } };
  const checks = async () => (await import('./deck-checks.ts')).deckChecks(painter);
  void importDeck(path, { checks, language, ...origin })
    .then((report) => process.send?.(report))
    .finally(() => painter.close());
});
