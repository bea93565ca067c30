import type { Track } from '../../../db/tables.ts';
import type { Context } from '../../../delivery/context.ts';
import { DEFAULT_DECK, type TrackDraft } from '../../../domain/track-plan.ts';
import { wallText } from '../../../domain/wall-clock.ts';
import type { Operator } from '../../shared/cli/operator.ts';
import { addTrack, planColumns } from '../../tracks/add-track.ts';
import { checkNewTrack, checkTrack } from '../../tracks/check-track.ts';
import { editTrack } from '../edit-track.ts';
import { writtenTrack } from '../track-draft.ts';
import { type TrackReport, trackStatus } from '../track-status.ts';
import { noTrack, notSaved } from './track-faults.ts';
import { type PlaceOptions, readPlace } from './track-place.ts';
import { readTypedSettings, saveTypedSettings, type TypedSettings } from './track-settings.ts';

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
export async function addPlanned(
  operator: Operator,
  options: PlanOptions & PlaceOptions & TypedSettings,
): Promise<void> {
  await operator.storeTrack(async ({ context }) => {
    const { place, missing } = readPlace(options);
    const checked = await checkNewTrack(context, changed(NEW_TRACK, options), place?.workspace);
    if (!place || !checked.ok) throw notSaved(checked.ok ? [] : checked.faults, missing);
    const { workspace, channel } = place;
    const { plan } = checked;
    const alongside = async (inside: Context, track: Track): Promise<void> => {
      const settings = await readTypedSettings(operator, inside, { track, typed: options });
      if (settings.faults.length > 0) throw notSaved([], settings.faults);
      for (const save of settings.saves) await save(inside);
    };
    const added = await addTrack(context, workspace, { channel, plan, alongside });
    if (added.type === 'refused') throw notSaved(added.faults);
    await tell({ operator, context, options }, added.track);
  });
}

/** `track edit`. */
export async function editPlanned(
  operator: Operator,
  id: number,
  options: PlanOptions & TypedSettings,
): Promise<void> {
  await operator.runWithPlatforms(async ({ context }) => {
    const found = await writtenTrack(context, id);
    if (!found) throw noTrack(id);
    const { track } = found;
    const draft = changed(found.written, options);
    const checked = await checkTrack(context, draft, track.workspaceId);
    const planned = checked.ok ? { ...track, ...planColumns(checked.plan) } : track;
    const settings = await readTypedSettings(operator, context, { track: planned, typed: options });
    if (!checked.ok || settings.faults.length > 0) {
      throw notSaved(checked.ok ? [] : checked.faults, settings.faults);
    }
    const edited = await editTrack(context, { trackId: id, plan: checked.plan });
    if (edited.type === 'gone') throw noTrack(id);
    if (edited.type === 'refused') throw notSaved(edited.faults);
    await saveTypedSettings(context, id, settings);
    await tell({ operator, context, options }, edited.track);
  });
}

export const NEW_TRACK: TrackDraft = {
  decks: DEFAULT_DECK,
  // Without a schedule a track is refused for that; what else is wrong is told with it.
  schedule: '0 10 * * 1-5',
  timezone: 'UTC',
  answering: 'until-next',
  language: 'en',
};

/** A draft with what the operator gave in its place. */
const changed = (draft: TrackDraft, given: PlanOptions): TrackDraft => ({
  decks: given.deck ?? draft.decks,
  schedule: given.cron ?? draft.schedule,
  timezone: given.timezone ?? draft.timezone,
  answering: given.answering ?? draft.answering,
  language: given.language ?? draft.language,
  topics: given.topics ?? draft.topics,
  difficulties: given.difficulties ?? draft.difficulties,
});

interface Telling {
  readonly operator: Operator;
  readonly context: Context;
  readonly options: PlanOptions;
}

async function tell(
  { operator, context, options }: Telling,
  { id, status, timezone }: Track,
): Promise<void> {
  const report = await reportOn(context, id);
  if (options.json) return operator.printJson(report);
  const next = report?.next ?? [];
  if (next.length === 0) return operator.print(`track ${id} is saved; it is ${status}`);
  const lines = next.map((at) => `  ${wallText(timezone, at)}`);
  operator.print([`track ${id} is saved; its next rounds:`, ...lines].join('\n'));
}

const reportOn = async (context: Context, id: number): Promise<TrackReport | undefined> =>
  (await trackStatus(context)).find(({ track }) => track === id);
