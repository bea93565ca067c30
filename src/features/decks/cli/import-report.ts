import { isAnythingLost, type Lost } from '../../../decks/formats/lost.ts';
import type { Skipped } from '../../../decks/formats/reading.ts';
import type { ImportReport } from '../../../decks/import-deck.ts';
import { countEn } from '../../../i18n/plural.ts';

/** What an import comes to, for people. */
export const reportLines = (file: string, read: ImportReport): readonly string[] => [
  ...reasons(read),
  ...lostLines(read.lost),
  ...originLines(read),
  `${file}: ${read.taken} taken, ${read.leftOut} left out, ${countEn(faultsOf(read), 'fault', 'faults')}`,
];

/** The same for scripts. */
export const reportValue = (file: string, read: ImportReport): object => {
  const { taken, leftOut, lost, origin } = read;
  const [skipped, warnings] = [read.skipped.map(inEnglish), read.warnings.map(inEnglish)];
  return { file, taken, leftOut, faults: faultsOf(read), skipped, warnings, lost, origin };
};

/** The command line speaks English alone. */
const inEnglish = ({ where, why, ...rest }: Skipped) => ({ where: where.en, why: why.en, ...rest });

function reasons({ skipped, warnings }: ImportReport): readonly string[] {
  const all = [
    ...skipped.map(({ where, why }) => `skipped ${where.en}: ${why.en}`),
    ...warnings.map(({ where, why }) => `warning: ${where.en}: ${why.en}`),
  ];
  const more = all.length - MOST_TOLD;
  return more > 0
    ? [...all.slice(0, MOST_TOLD), `and ${more} more: see them all with --json`]
    : all;
}

/** Lines of a report that people read: a file that is wrong throughout is wrong in one way. */
const MOST_TOLD = 40;

/** Whether everything that the file holds was taken. */
export const isWhole = ({ leftOut, lost }: ImportReport): boolean =>
  leftOut === 0 && !isAnythingLost(lost);

/** What is wrong, told one by one; a question that is left out may have several. */
const faultsOf = ({ skipped, warnings }: ImportReport): number => skipped.length + warnings.length;

function originLines({ origin }: ImportReport): readonly string[] {
  if (!origin) return [];
  const { address, licence = 'not known, so it can be for one workspace alone' } = origin;
  return [...(address === undefined ? [] : [`published at: ${address}`]), `licence: ${licence}`];
}

function lostLines({ columns, keys, pictures, sounds, links }: Lost): readonly string[] {
  const counted = [
    ['pictures', pictures],
    ['sounds', sounds],
    ['links', links],
  ] as const;
  return [
    ...notRead('columns', columns),
    ...notRead('keys', keys),
    ...counted.flatMap(([what, count]) => (count > 0 ? [`${what} left out: ${count}`] : [])),
  ];
}

function notRead(what: string, names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  const named = names.slice(0, MOST_NAMED).map((name) => name.slice(0, LONGEST_NAME));
  return [`${what} not read: ${named.join(', ')}${more}`];
}

/** Names on one line, and characters of one of them: a file may be anybody's. */
const MOST_NAMED = 10;
const LONGEST_NAME = 60;
