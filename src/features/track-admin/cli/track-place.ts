import { PLATFORM_NAMES, type PlatformName } from '../../../chat/place.ts';

export interface PlaceOptions {
  readonly platform?: string;
  readonly workspace?: string;
  readonly channel?: string;
  /** When questions come there. */
  readonly cron?: string;
}

interface ChannelPlace {
  readonly workspace: { readonly platform: PlatformName; readonly externalId: string };
  readonly channel: string;
}

export interface ReadPlace {
  /** Left out where something is missing. */
  readonly place?: ChannelPlace;
  /** Each in a sentence that says what to give. */
  readonly missing: readonly string[];
}

/** Where a new track is to be, or everything that is missing to tell. */
export function readPlace({
  platform: written,
  workspace,
  channel,
  cron,
}: PlaceOptions): ReadPlace {
  const platform = PLATFORM_NAMES.find((name) => name === written);
  if (platform && workspace && channel && cron) {
    return { place: { workspace: { platform, externalId: workspace }, channel }, missing: [] };
  }
  return {
    missing: [
      ...(platform ? [] : [`--platform is one of ${PLATFORM_NAMES.join(', ')}.`]),
      ...(workspace ? [] : ['--workspace is the Discord server’s or the Slack team’s id.']),
      ...(channel ? [] : ['--channel is the channel’s id.']),
      ...(cron
        ? []
        : ['--cron says when questions come, such as “weekdays 10:00” or “0 10 * * 1-5”.']),
    ],
  };
}
