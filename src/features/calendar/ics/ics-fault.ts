import type { FetchFault } from '../../../decks/published/fetch-bytes.ts';

/** Why a calendar cannot be taken. */
export type IcsFault =
  | { readonly code: 'ics-not-an-address'; readonly given: string }
  /** `why` is in English, for what a server did. */
  | { readonly code: 'ics-not-fetched'; readonly fault: FetchFault; readonly why: string }
  | { readonly code: 'ics-file-not-read'; readonly given: string }
  | { readonly code: 'ics-too-large'; readonly mostBytes: number }
  | { readonly code: 'ics-not-a-calendar' | 'ics-too-heavy' | 'ics-every-day' }
  | { readonly code: 'ics-too-often'; readonly event: string }
  | { readonly code: 'ics-too-many'; readonly most: number };

/** No calendar of days off comes near it. */
export const MOST_ICS_BYTES = 2 * 1024 * 1024;

/** How many days off or ranges a calendar may have ahead. */
export const MOST_ICS_EVENTS = 1000;
