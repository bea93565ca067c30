import type { Feedback } from '../../../domain/feedback/feedback.ts';
import type { PointFeedback } from '../../../domain/feedback/verdict.ts';
import type { Language } from '../../../domain/language.ts';
import type { KeyPoint } from '../../../domain/question.ts';
import { deckWords } from '../words/index.ts';

/** Of an answer with one of these nothing is told point by point. */
const UNMATCHED = ['other-language', 'copy'] as const;

const SIGNS = { covered: '+', partly: '~', missing: '-' } as const;

/** What is found in an answer, a few lines for each key point, with the scores that an author wants to see. */
export function feedbackText(
  { points, flags }: Feedback,
  keyPoints: readonly KeyPoint[],
  language: Language,
): string {
  const { notes, coverage } = deckWords(language).tryAnswer;
  const unmatched = UNMATCHED.find((flag) => flags.includes(flag));
  if (unmatched) return `${notes[unmatched]}\n`;
  const covered = points.filter(({ verdict }) => verdict === 'covered').length;
  const short = flags.includes('short') ? [notes.short] : [];
  const told = points.map((point, at) =>
    pointText(point, keyPoints[at]?.label ?? point.id, language),
  );
  return [...told, coverage({ covered, points: points.length }), ...short, ''].join('\n');
}

function pointText(
  { verdict, score, reason, evidence }: PointFeedback,
  label: string,
  language: Language,
): string {
  const { verdicts, reasons, quote } = deckWords(language).tryAnswer;
  const head = `${SIGNS[verdict]} ${verdicts[verdict]} (${score.toFixed(2)}): ${label}`;
  const because = reason ? [`    ${reasons[reason]}`] : [];
  const quoted = evidence === '' ? [] : [`    ${quote(evidence.replaceAll(/\s+/g, ' '))}`];
  return [head, ...because, ...quoted].join('\n');
}
