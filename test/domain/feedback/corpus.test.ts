import { beforeAll, describe, expect, test } from 'vitest';
import { readDeck } from '../../../src/decks/read-deck.ts';
import { compileRubric } from '../../../src/domain/feedback/compile-rubric.ts';
import { giveFeedback } from '../../../src/domain/feedback/feedback.ts';
import { createLexicon } from '../../../src/domain/feedback/lexicon.ts';
import { LANGUAGES } from '../../../src/domain/language.ts';
import { confusionOf, confusionTable, precisionOf, recallOf } from './corpus/confusion.ts';
import { type Kind, KINDS, matchCorpus, type Matched, SHIPPED } from './corpus/corpus.ts';

/** Answers whose words are there while nobody says the points: a list of them, their opposite, another subject. */
const DISHONEST: readonly Kind[] = ['list', 'negated', 'off-topic'];

describe.each(LANGUAGES)('answers labelled by hand, in %s', (language) => {
  let matched: readonly Matched[];
  beforeAll(async () => {
    matched = await matchCorpus(language);
  });

  const of = (...kinds: readonly Kind[]) =>
    confusionOf(matched.filter(({ kind }) => kinds.includes(kind)));

  test('are twenty questions in eight kinds', () => {
    expect(matched).toHaveLength(20 * 8);
    for (const kind of KINDS) expect(matched.filter((one) => one.kind === kind)).toHaveLength(20);
  });

  test('what is told to be covered is said, and most of what is said is told to be covered', () => {
    const all = confusionOf(matched);
    expect(precisionOf(all), confusionTable(matched)).toBeGreaterThanOrEqual(0.9);
    expect(recallOf(all), confusionTable(matched)).toBeGreaterThanOrEqual(0.8);
    expect(precisionOf(of('good', 'partial'))).toBeGreaterThanOrEqual(0.95);
  });

  test('lists of key words, negations and other subjects are not taken for answers', () => {
    for (const kind of DISHONEST) {
      const { covered, partly, missing } = of(kind).unsaid;
      expect(covered / (covered + partly + missing), kind).toBeLessThanOrEqual(0.02);
    }
  });

  test('an answer in another language is matched with nothing', () => {
    const foreign = matched.filter(({ kind }) => kind === 'other-language');
    expect(foreign.map(({ feedback }) => feedback.flags)).toEqual(
      foreign.map(() => ['other-language']),
    );
  });

  test('a question given back as its answer covers nothing, nor does an empty one', async () => {
    const { deck } = await readDeck(SHIPPED);
    const texts = (deck?.questions ?? []).flatMap((question) => question[language] ?? []);
    expect(texts.length).toBeGreaterThanOrEqual(50);
    const lexicon = createLexicon(texts);
    for (const text of texts) {
      const rubric = compileRubric(text, lexicon);
      expect(giveFeedback(rubric, language, text.question)).toMatchObject({ coverage: 0 });
      expect(giveFeedback(rubric, language, ' \n')).toMatchObject({
        coverage: 0,
        flags: ['short'],
      });
    }
  });

  test('the reference answer covers most of its own key points', async () => {
    const { deck } = await readDeck(SHIPPED);
    const texts = (deck?.questions ?? []).flatMap((question) => question[language] ?? []);
    const lexicon = createLexicon(texts);
    const points = texts.flatMap(
      (text) => giveFeedback(compileRubric(text, lexicon), language, text.answer ?? '').points,
    );
    const covered = points.filter(({ verdict }) => verdict === 'covered');
    expect(covered.length / points.length).toBeGreaterThanOrEqual(0.95);
  });
});
