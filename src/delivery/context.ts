import type { Logger } from 'pino';
import type { PlatformName } from '../chat/place.ts';
import type { Platform } from '../chat/platform.ts';
import type { Clock } from '../db/clock.ts';
import type { Database } from '../db/connect.ts';
import type { Locks } from '../db/lock.ts';
import type { CardOptions } from '../decks/formats/cards.ts';
import type { ImportReport } from '../decks/import-deck.ts';
import type { FetchPublic } from '../decks/published/fetch-bytes.ts';
import type { RubricCache } from '../domain/feedback/rubric-cache.ts';
import type { Grade } from '../domain/memory/study-card.ts';
import type { Enqueue } from '../jobs/queue.ts';
import type { PictureWish } from '../pictures/picture-drawer.ts';
import type { Grader } from './grader.ts';
import type { StoredData } from './stored-data.ts';
import type { SettingsOfTracks } from './track-setting.ts';

/** Everything a verb needs from outside; `app.ts` fills it in, and tests do. */
export interface Context {
  readonly db: Database;
  readonly locks: Locks;
  readonly clock: Clock;
  /** By this id what this bot posts is told from what another bot on the same token posts. */
  readonly installation: string;
  /** A fresh unguessable id of a few letters and digits. */
  readonly randomId: () => string;
  /** A whole number from 0 up to, not including, `below`. */
  readonly randomInt: (below: number) => number;
  readonly platforms: ReadonlyMap<PlatformName, Platform>;
  /** Every feature, lowest floor first, for what goes through the data or the settings of them all. */
  readonly features: readonly (StoredData & SettingsOfTracks<Context>)[];
  readonly enqueue: Enqueue;
  readonly paintFormula: PaintFormula;
  readonly drawPicture: DrawPicture;
  readonly readDeckFile: ReadDeckFile;
  /** What stands at an address of the public network. */
  readonly fetchPublic: FetchPublic;
  readonly rubrics: RubricCache;
  /** Left out: the operator has set up no language model. */
  readonly grader?: Grader;
  /** Left out: the operator has not said how others reach this bot. */
  readonly feed?: FeedSite;
  readonly log: Logger;
  /** Told of what is worth counting. */
  readonly observe: (event: CountedEvent) => void;
  /**
   * How long after an attempt of unknown outcome its post may still appear, in ms; before that a
   * look for it proves nothing.
   */
  readonly settleMs: number;
}

/** Where the calendar feeds of tracks stand. */
export interface FeedSite {
  /** The public address of the web server. */
  readonly url: string;
  /** What their addresses are signed with. */
  readonly secret: string;
}

/** What the metrics count. */
export type CountedEvent =
  | { readonly type: 'round-claimed'; readonly lateMs: number }
  | { readonly type: 'round-posted' }
  | {
      readonly type: 'answer-taken';
      readonly source: 'form' | 'thread' | 'choice';
      readonly late: boolean;
    }
  | { readonly type: 'question-rated'; readonly grade: Grade }
  | { readonly type: 'reminder-sent' }
  | { readonly type: 'feedback-given'; readonly on: 'round' | 'quiz' }
  | { readonly type: 'point-contested' }
  | { readonly type: 'answer-graded'; readonly outcome: 'graded' | 'failed' | 'over-limit' }
  | { readonly type: 'job-failed'; readonly job: string };

/**
 * A formula as a picture; undefined where it cannot be drawn, and its plain text serves instead.
 * `question` is the id of the question that a fault is told of.
 */
export type PaintFormula = (latex: string, question: string) => Promise<Uint8Array | undefined>;

/**
 * Data as a picture; undefined where it cannot be drawn soon. Whoever shows one says the same in words, so
 * nothing is lost without it.
 */
export type DrawPicture = (wish: PictureWish) => Promise<Uint8Array | undefined>;

/** A file of questions as somebody sent it. */
export interface DeckFile extends CardOptions {
  /** Its ending tells how it is read. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where it was published, if anywhere. */
  readonly source?: string;
}

/** Reads a file of questions, whoever sent it, where it can neither hold up the bot nor take its memory. */
export type ReadDeckFile = (file: DeckFile) => Promise<DeckFileRead>;

export type DeckFileRead =
  | { readonly type: 'read'; readonly report: ImportReport }
  /** Others are being read, and enough are waiting. */
  | { readonly type: 'busy' }
  /** It took more time or memory than a file may. */
  | { readonly type: 'too-heavy' };
