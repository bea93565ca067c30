import { LANGUAGES } from '../../domain/language.ts';
import type { Deck, Question } from '../../domain/question.ts';
import { areAlike } from '../../domain/text/likeness.ts';
import { createStemmer } from '../../domain/text/stems.ts';
import { remedy } from '../words/index.ts';
import { checkError, type CheckFinding, checkWarning } from './finding.ts';
import { likePoints } from './like-points.ts';

/** Questions and key points that say the same as one before them, and ids that occur twice. */
export function findLikeness(deck: Deck): ReadonlyMap<Question, readonly CheckFinding[]> {
  const findings = new Map<Question, readonly CheckFinding[]>();
  const ids = new Set<string>();
  const add = (question: Question, finding: CheckFinding): unknown =>
    findings.set(question, [...(findings.get(question) ?? []), finding]);
  for (const question of deck.questions) {
    if (ids.has(question.id)) add(question, sameId(question.id));
    ids.add(question.id);
  }
  for (const [question, other] of likePairs(deck)) add(question, alike(other.id));
  const asked = new Set(findings.keys());
  for (const [question, finding] of likePoints(deck)) {
    // A question that asks the same as another has its key points as well.
    if (!asked.has(question)) add(question, finding);
  }
  return findings;
}

const sameId = (id: string): CheckFinding =>
  checkError(
    ['id'],
    remedy((words) => words.sameId(id)),
  );

const alike = (id: string): CheckFinding =>
  checkWarning([], `asks nearly the same as ${id}`, 'leave one out, or ask something else');

function likePairs({ questions }: Deck): (readonly [Question, Question])[] {
  return LANGUAGES.flatMap((language) => {
    const stems = createStemmer(language);
    const seen: { question: Question; words: ReadonlySet<string> }[] = [];
    return questions.flatMap((question) => {
      const words = new Set(stems(question[language]?.question ?? ''));
      const like = seen.find((other) => areAlike(words, other.words));
      seen.push({ question, words });
      return like === undefined ? [] : [[question, like.question] as const];
    });
  });
}
