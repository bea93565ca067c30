import type { Verdict } from '../../../../src/domain/feedback/verdict.ts';
import { KINDS, type Matched } from './corpus.ts';

/** How many key points were given each verdict, of those that an answer says and of those that it does not. */
export interface Confusion {
  readonly said: Readonly<Record<Verdict, number>>;
  readonly unsaid: Readonly<Record<Verdict, number>>;
}

export function confusionOf(matched: readonly Matched[]): Confusion {
  const verdicts = matched.flatMap(({ says, feedback }) =>
    feedback.points.map(({ id, verdict }) => ({ said: says.includes(id), verdict })),
  );
  const count = (said: boolean) => {
    const of = (verdict: Verdict): number =>
      verdicts.filter((one) => one.said === said && one.verdict === verdict).length;
    return { covered: of('covered'), partly: of('partly'), missing: of('missing') };
  };
  return { said: count(true), unsaid: count(false) };
}

/** The share of the points told to be covered that are said. */
export const precisionOf = ({ said, unsaid }: Confusion): number =>
  said.covered / (said.covered + unsaid.covered);

/** The share of the points that are said that are told to be covered. */
export const recallOf = ({ said }: Confusion): number =>
  said.covered / (said.covered + said.partly + said.missing);

const COLUMNS = ['said: covered', 'partly', 'missing', 'unsaid: covered', 'partly', 'missing'];

/** The table of one language, a row a kind of answer. */
export function confusionTable(matched: readonly Matched[]): string {
  const rows = KINDS.map((kind) => [kind, matched.filter((one) => one.kind === kind)] as const);
  const all = confusionOf(matched);
  const lines = [...rows, ['all', matched] as const].map(([name, some]) => {
    const { said, unsaid } = confusionOf(some);
    const cells = [said, unsaid].flatMap(({ covered, partly, missing }) => [
      covered,
      partly,
      missing,
    ]);
    return row(name, cells.map(String));
  });
  const share = (value: number): string => `${(value * 100).toFixed(1)} %`;
  const summary = `precision of "covered" ${share(precisionOf(all))}, recall ${share(recallOf(all))}`;
  return [row(matched[0]?.language ?? '', COLUMNS), ...lines, summary].join('\n');
}

const row = (name: string, cells: readonly string[]): string =>
  name.padEnd(16) + cells.map((cell, at) => cell.padStart((COLUMNS[at] ?? '').length + 2)).join('');
