/**
 * Matches the hand-labelled answers under test/ with a deck and prints, for each language, how often a key point is
 * found where it is said and where it is not, and with `--misses` every one that is not as labelled:
 * `node scripts/feedback-corpus.ts [--deck data/llm-interview] [--misses]`
 */
import { parseArgs } from 'node:util';
import { LANGUAGES } from '../src/domain/language.ts';
import { confusionTable } from '../test/domain/feedback/corpus/confusion.ts';
import { matchCorpus, type Matched } from '../test/domain/feedback/corpus/corpus.ts';

async function main(deck: string | undefined, misses: boolean): Promise<void> {
  for (const language of LANGUAGES) {
    const matched = await matchCorpus(language, deck);
    const lines = misses ? matched.flatMap(missesOf) : [];
    process.stdout.write([...lines, confusionTable(matched), '', ''].join('\n'));
  }
}

function missesOf({ questionId, kind, says, feedback }: Matched): readonly string[] {
  return feedback.points.flatMap(({ id, score, verdict, reason, evidence }) => {
    if (says.includes(id) === (verdict === 'covered')) return [];
    const told = `${verdict}${reason ? ` (${reason})` : ''}, ${score.toFixed(2)}`;
    const said = says.includes(id) ? 'said' : 'unsaid';
    return verdict === 'missing' && said === 'unsaid'
      ? []
      : [`${questionId} ${kind} ${id}: ${said}, ${told} “${evidence}”`];
  });
}

const { values } = parseArgs({
  options: { deck: { type: 'string' }, misses: { type: 'boolean' } },
});
await main(values.deck, values.misses ?? false);
