import type { AnsweringFault } from './answering.ts';
import type { Language } from './language.ts';
import type { Difficulty } from './question.ts';
import type { Schedule, ScheduleFault } from './schedule.ts';

/** What a new track asks from unless it is told otherwise: the first of the decks that are shipped. */
export const DEFAULT_DECK = 'llm-interview';

/** What a track does, checked: all but where it does it. */
export interface TrackPlan extends Schedule {
  readonly deckIds: readonly number[];
  /** Topics' ids; empty: every topic. */
  readonly topics: readonly string[];
  /** Empty: every difficulty. */
  readonly difficulties: readonly Difficulty[];
  /** How long a round stays open; null: until the next one is due. */
  readonly answeringSeconds: number | null;
  /** The language of its posts. */
  readonly language: Language;
}

/** The same as people write it. Lists are separated by commas. */
export interface TrackDraft {
  readonly decks: string;
  /** Cron or words. */
  readonly schedule: string;
  readonly timezone: string;
  readonly answering: string;
  readonly language: string;
  /** Left out or empty: every topic. */
  readonly topics?: string | undefined;
  /** Left out or empty: every difficulty. */
  readonly difficulties?: string | undefined;
}

export type TrackFault =
  | ScheduleFault
  | AnsweringFault
  /** `known`: what there is instead. */
  | {
      readonly code: 'deck-unknown' | 'topic-unknown';
      readonly given: string;
      readonly known: readonly string[];
    }
  | { readonly code: 'deck-missing'; readonly known: readonly string[] }
  | { readonly code: 'difficulty-unknown' | 'language-unknown'; readonly given: string }
  /** No question of the decks fits the language, the topics and the difficulties. */
  | { readonly code: 'pool-empty' }
  | ChannelFault;

/** Why no round could be held in a place, whatever the bot may do there. */
export type PlaceFault =
  /** What was given is no id of the platform's. */
  | { readonly code: 'channel-id-invalid' | 'workspace-id-invalid'; readonly given: string }
  /** The channel belongs to another server or workspace. */
  | { readonly code: 'channel-elsewhere' }
  /** It is of a kind in which no rounds can be held, such as a forum or a private conversation. */
  | { readonly code: 'channel-unsuitable' };

/** What keeps the bot from working in a channel. */
export type ChannelFault =
  | { readonly code: 'missing-permissions'; readonly permissions: readonly string[] }
  | { readonly code: 'channel-gone' | 'workspace-gone' }
  | PlaceFault
  /** No bot can work there before its operator has set the platform up. */
  | { readonly code: 'platform-not-set-up'; readonly platform: string }
  /** The platform did not say; it may in a minute. */
  | { readonly code: 'platform-unavailable' };

const CHANNEL_FAULTS: readonly TrackFault['code'][] = [
  'missing-permissions',
  'channel-gone',
  'workspace-gone',
  'channel-id-invalid',
  'workspace-id-invalid',
  'channel-elsewhere',
  'channel-unsuitable',
  'platform-not-set-up',
  'platform-unavailable',
];

/** Whether a fault is mended on the platform, so that the same plan may pass later. */
export function isChannelFault(fault: TrackFault): fault is ChannelFault {
  return CHANNEL_FAULTS.includes(fault.code);
}
