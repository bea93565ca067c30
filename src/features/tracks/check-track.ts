import { candidatesIn, decksFor } from '../../db/decks.ts';
import type { DeckRow, Workspace } from '../../db/tables.ts';
import { findWorkspace } from '../../db/workspaces.ts';
import type { Context } from '../../delivery/context.ts';
import { parseAnswering } from '../../domain/answering.ts';
import { type Language, languageOfLocale } from '../../domain/language.ts';
import { parseSchedule, type Schedule } from '../../domain/schedule.ts';
import type { TrackDraft, TrackFault, TrackPlan } from '../../domain/track-plan.ts';
import { readDeckNames, readDifficulties, readTopics } from './read-lists.ts';

export type CheckedTrack =
  | { readonly ok: true; readonly plan: TrackPlan }
  | { readonly ok: false; readonly faults: readonly TrackFault[] };

/**
 * Reads what people wrote about a track and tells all that is wrong with it at once. Without a
 * workspace only the installation's decks are known.
 */
export async function checkTrack(
  context: Context,
  draft: TrackDraft,
  workspaceId?: number,
): Promise<CheckedTrack> {
  const { db, clock } = context;
  const now = await clock.now(db);
  const faults: TrackFault[] = [];
  const known = await decksFor(db, workspaceId);
  const plan = readDraft(draft, { known, now }, faults);
  if (!plan) return { ok: false, faults };
  const pool = await candidatesIn(db, plan);
  if (pool.length === 0) return { ok: false, faults: [{ code: 'pool-empty' }] };
  return { ok: true, plan };
}

/** Checks the draft of a new track, whose workspace the database may not know yet. */
export async function checkNewTrack(
  context: Context,
  draft: TrackDraft,
  where: Pick<Workspace, 'platform' | 'externalId'> | undefined,
): Promise<CheckedTrack> {
  const known = where && (await findWorkspace(context.db, where.platform, where.externalId));
  return checkTrack(context, draft, known?.id);
}

/** Adds to `faults` in the order of the form; a plan comes of it only where none was added. */
function readDraft(
  draft: TrackDraft,
  { known, now }: { readonly known: readonly DeckRow[]; readonly now: Date },
  faults: TrackFault[],
): TrackPlan | undefined {
  const decks = readDeckNames(draft.decks, known, faults);
  const schedule = readSchedule(draft, now, faults);
  const answeringSeconds = readAnswering(draft.answering, faults);
  const language = readLanguage(draft.language, faults);
  const topics = readTopics(draft.topics, decks, faults);
  const difficulties = readDifficulties(draft.difficulties, faults);
  if (!schedule || answeringSeconds === undefined || !language || faults.length > 0) {
    return undefined;
  }
  const deckIds = decks.map((deck) => deck.id);
  return { ...schedule, deckIds, topics, difficulties, answeringSeconds, language };
}

function readSchedule(draft: TrackDraft, now: Date, faults: TrackFault[]): Schedule | undefined {
  const parsed = parseSchedule({ cron: draft.schedule, timezone: draft.timezone }, now);
  if (parsed.ok) return parsed.schedule;
  faults.push(...parsed.faults);
  return undefined;
}

/** In seconds; null: until the next round. */
function readAnswering(written: string, faults: TrackFault[]): number | null | undefined {
  const parsed = parseAnswering(written);
  if (parsed.ok) return parsed.answering.type === 'for' ? parsed.answering.seconds : null;
  faults.push(parsed.fault);
  return undefined;
}

function readLanguage(written: string, faults: TrackFault[]): Language | undefined {
  const language = languageOfLocale(written.trim());
  if (!language) faults.push({ code: 'language-unknown', given: written });
  return language;
}
