import { decksByIds } from '../db/decks.ts';
import type { Track, Workspace } from '../db/tables.ts';
import { trackById } from '../db/tracks.ts';
import { findWorkspace, saveWorkspace } from '../db/workspaces.ts';
import { writeAnswering } from '../domain/answering.ts';
import type { TrackDraft } from '../domain/track-plan.ts';
import { addTrack } from '../study/tracks/add-track.ts';
import { answeringOf } from '../study/rounds/answering-of.ts';
import { checkTrack } from '../study/tracks/check-track.ts';
import type { Context } from '../study/context.ts';
import { editTrack } from '../study/tracks/edit-track.ts';
import { type TrackReport, trackStatus } from '../study/tracks/track-status.ts';
import { asOperator } from './operator.ts';
import { print, printJson } from './output.ts';
import { noTrack, notSaved } from './track-faults.ts';
import { type ChannelPlace, type PlaceOptions, readPlace } from './track-place.ts';

interface PlanOptions {
  readonly deck?: string;
  readonly cron?: string;
  readonly timezone?: string;
  readonly answering?: string;
  readonly language?: string;
  readonly topics?: string;
  readonly difficulties?: string;
  readonly json?: true;
}

/** `track add`. */
export async function addPlanned(options: PlanOptions & PlaceOptions): Promise<void> {
  await asOperator(async ({ core: { context } }) => {
    const { place, missing } = readPlace(options);
    const known = place && (await workspaceAt(context, place));
    const checked = await checkTrack(context, newDraft(options), known?.id);
    if (!place || !checked.ok) throw notSaved(checked.ok ? [] : checked.faults, missing);
    const workspace = await saveWorkspace(context.db, place.workspace);
    const planned = { workspaceId: workspace.id, channel: place.channel, plan: checked.plan };
    const added = await addTrack(context, planned);
    if (added.type === 'refused') throw notSaved(added.faults);
    await tell(context, options, added.track, checked.next);
  });
}

/** Whose own decks count as well; nothing is written before the plan is found right. */
const workspaceAt = (
  { db }: Context,
  { workspace: { platform, externalId } }: ChannelPlace,
): Promise<Workspace | undefined> => findWorkspace(db, platform, externalId);

/** `track edit`. */
export async function editPlanned(id: number, options: PlanOptions): Promise<void> {
  await asOperator(async ({ core: { context } }) => {
    const track = await trackById(context.db, id);
    if (!track || track.status === 'removed') throw noTrack(id);
    const draft = await draftOf(context, track, options);
    const checked = await checkTrack(context, draft, track.workspaceId);
    if (!checked.ok) throw notSaved(checked.faults);
    const edited = await editTrack(context, id, checked.plan);
    if (edited.type === 'gone') throw noTrack(id);
    if (edited.type === 'refused') throw notSaved(edited.faults);
    await tell(context, options, edited.track, checked.next);
  });
}

/** Without a schedule a track is refused for that; what else is wrong is told with it. */
const ANY_SCHEDULE = '0 10 * * 1-5';

const newDraft = (given: PlanOptions): TrackDraft => ({
  decks: given.deck ?? 'llm-interview',
  schedule: given.cron ?? ANY_SCHEDULE,
  timezone: given.timezone ?? 'UTC',
  answering: given.answering ?? 'until-next',
  language: given.language ?? 'en',
  topics: given.topics,
  difficulties: given.difficulties,
});

/** The track as it is, with what the operator gave in its place. */
async function draftOf(context: Context, track: Track, given: PlanOptions): Promise<TrackDraft> {
  const decks = await decksByIds(context.db, track.deckIds);
  return {
    decks: given.deck ?? decks.map((deck) => deck.name).join(','),
    schedule: given.cron ?? track.cron,
    timezone: given.timezone ?? track.timezone,
    answering: given.answering ?? writeAnswering(answeringOf(track)),
    language: given.language ?? track.language,
    topics: given.topics ?? track.topics.join(','),
    difficulties: given.difficulties ?? track.difficulties.join(','),
  };
}

/** A paused or parked track has no next round, whatever its schedule says. */
async function tell(
  context: Context,
  { json }: PlanOptions,
  { id, status }: Track,
  planned: readonly Date[],
): Promise<void> {
  const next = status === 'active' ? planned : [];
  if (json) return printJson({ ...(await reportOn(context, id)), next });
  if (next.length === 0) return print(`track ${id} is saved; it is ${status}`);
  print([`track ${id} is saved; its next rounds:`, ...next.map(isoLine)].join('\n'));
}

const isoLine = (at: Date): string => `  ${at.toISOString()}`;

const reportOn = async (context: Context, id: number): Promise<TrackReport | undefined> =>
  (await trackStatus(context)).find(({ track }) => track === id);
