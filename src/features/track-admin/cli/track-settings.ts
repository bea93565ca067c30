import { Option } from 'commander';
import type { Track } from '../../../db/tables.ts';
import type { Context } from '../../../delivery/context.ts';
import type { ReadSetting } from '../../../delivery/track-setting.ts';
import type { Operator } from '../../shared/cli/operator.ts';
import { withTrack } from '../../tracks/with-track.ts';

/** What commander read, the settings' options among it, by their names in camel case. */
export type TypedSettings = Readonly<Record<string, unknown>>;

export interface ReadSettings {
  readonly saves: readonly Extract<ReadSetting<Context>, { ok: true }>['save'][];
  readonly faults: readonly string[];
}

/** Reads every setting that was typed, and writes none of them. */
export async function readTypedSettings(
  { trackSettings }: Operator,
  context: Context,
  { track, typed }: { readonly track: Track; readonly typed: TypedSettings },
): Promise<ReadSettings> {
  const read: ReadSetting<Context>[] = [];
  for (const option of trackSettings.flatMap(({ options }) => options)) {
    const written = typed[new Option(option.flags).attributeName()];
    if (typeof written === 'string') read.push(await option.read(context, track, written));
  }
  return {
    saves: read.flatMap((one) => (one.ok ? [one.save] : [])),
    faults: read.flatMap((one) => (one.ok ? [] : [one.fault])),
  };
}

/** Saves them all or none. */
export async function saveTypedSettings(
  context: Context,
  trackId: number,
  { saves }: ReadSettings,
): Promise<void> {
  if (saves.length === 0) return;
  await withTrack(context, trackId, async (inside) => {
    for (const save of saves) await save(inside);
  });
}
