import type { RichText } from '../../chat/text.ts';
import type { Track } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import type { TrackSetting } from '../../delivery/track-setting.ts';
import type { Language } from '../../domain/language.ts';

/** One setting as it stands for one track. */
export interface SettingLine {
  readonly setting: TrackSetting<Context>;
  /** Undefined: it is not set. */
  readonly value: RichText | undefined;
}

/** Every setting that any feature brings. */
export const trackSettings = ({
  features,
}: Pick<Context, 'features'>): readonly TrackSetting<Context>[] =>
  features.flatMap(({ trackSettings: own = [] }) => own);

/** Every setting of each of these tracks, by the track's id, those that are not set included. */
export async function readTrackSettings(
  context: Context,
  tracks: readonly Track[],
  language: Language,
): Promise<(trackId: number) => readonly SettingLine[]> {
  const read = await Promise.all(
    trackSettings(context).map(async (setting) => ({
      setting,
      values: await setting.read(context, tracks, language),
    })),
  );
  return (trackId) => read.map(({ setting, values }) => ({ setting, value: values.get(trackId) }));
}

/** Those that are set, each in a line of its own. */
export function setLines(
  settings: readonly SettingLine[],
  language: Language,
): readonly RichText[] {
  return settings.flatMap(({ setting, value }) =>
    value ? [[`${setting.title(language)}: `, ...value]] : [],
  );
}
