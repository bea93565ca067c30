import type { ImportReport } from '../../../decks/import-deck.ts';
import type { Operator } from '../../shared/cli/operator.ts';
import { OperatorError } from '../../shared/cli/output.ts';
import {
  type ImportRefusal,
  planImport,
  type PlannedImport,
  unlicensedImport,
} from '../store-import.ts';
import { ownerOf, type OwnerOptions, ownerPlace } from './deck-owner.ts';

/** What taking an import in would change. */
export type Plan =
  | PlannedImport
  /** Nothing is to be stored. */
  | { readonly type: 'no-plan' }
  /** There is no database yet. */
  | { readonly type: 'first' }
  /** The database could not be looked at; the file can be, all the same. */
  | { readonly type: 'unknown'; readonly why: string };

export async function planOf(
  operator: Operator,
  read: ImportReport,
  owner: OwnerOptions,
): Promise<Plan> {
  try {
    const plan = await operator.look(async (db) =>
      planImport({ db }, read, await ownerOf({ db }, owner)),
    );
    if (plan) return plan;
    const isForAll = ownerPlace(owner) === undefined;
    return (isForAll ? unlicensedImport(read.origin) : undefined) ?? { type: 'first' };
  } catch (error) {
    if (error instanceof OperatorError || !(error instanceof Error)) throw error;
    return { type: 'unknown', why: error.message.split('\n', 1)[0] ?? '' };
  }
}

export const isRefused = ({ type }: Plan): boolean =>
  !['planned', 'no-plan', 'first', 'unknown'].includes(type);

/** For people. */
export function planLines(plan: Plan): readonly string[] {
  switch (plan.type) {
    case 'no-plan':
      return [];
    case 'first':
      return ['in the database: all of them would be new, since there is none yet'];
    case 'unknown':
      return [`in the database: not looked at: ${plan.why}`];
    case 'planned':
      return [`in the database, deck ${plan.deck.name}: ${newsText(plan)}`];
    default:
      return ['it would be refused:', ...adviceOn(plan)];
  }
}

function newsText({ news }: Extract<Plan, { type: 'planned' }>): string {
  const { fresh, changed, same, missing } = news;
  const gone = missing.length === 0 ? '' : `, ${missing.length} would go out of use`;
  return `${fresh.length} new, ${changed.length} changed, ${same.length} unchanged${gone}`;
}

/** For scripts: the keys that an import has, where one is to be expected. */
export function planValue(plan: Plan): object {
  switch (plan.type) {
    case 'no-plan':
    case 'first':
      return {};
    case 'unknown':
      return { unknown: plan.why };
    case 'planned': {
      const { fresh, changed, missing } = plan.news;
      const [added, mended] = [fresh, changed].map((some) => some.map(({ id }) => id));
      const { name, questions } = plan.deck;
      return { name, questions: questions.length, added, changed: mended, retired: missing };
    }
    default:
      return { refused: adviceOn(plan).join('\n') };
  }
}

/** What helps where an import is refused, beside what is wrong with the file itself. */
export function adviceOn(refusal: ImportRefusal): readonly string[] {
  switch (refusal.type) {
    case 'unreadable':
      return [];
    case 'unlicensed':
      return [refusal.isPublished ? UNLICENSED : UNKNOWN_OWNER];
    case 'namesake':
      return [namesake(refusal.name)];
    case 'incomplete':
      return [incomplete(refusal.name, refusal.missing)];
  }
}

const UNLICENSED =
  'Somebody published this list, and its licence is not known: take it in for one workspace alone with ' +
  '--platform and --workspace, or name its licence with --licence (`--licence own` where it is yours).';

const UNKNOWN_OWNER =
  'Is this list yours? Add --licence own. Somebody else’s: name its licence with --licence, or take it in for one ' +
  'workspace alone with --platform and --workspace.';

const namesake = (name: string): string =>
  `A deck named ${name} is stored already, and the file does not say that it is that deck: ` +
  `name it otherwise with --deck, or replace that deck with --deck ${name}.`;

function incomplete(name: string, missing: readonly string[]): string {
  const more = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : '';
  const ids = missing.slice(0, MOST_NAMED).join(', ');
  return `A deck named ${name} is stored already, and of its questions ${ids}${more} would go out of use: mend these first.`;
}

/** Ids in one message. */
const MOST_NAMED = 5;
