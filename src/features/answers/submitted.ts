import type { Streak } from '../../domain/streak.ts';

/** What became of an answer. */
export type Submitted =
  | {
      readonly type: 'accepted';
      readonly streak: Streak;
      /** An earlier answer to this round gave way. */
      readonly replaced: boolean;
      /** It was given in time and heard of late: the reveal stands without it. */
      readonly afterReveal: boolean;
    }
  /** Kept, but after the deadline: it counts for nothing. */
  | { readonly type: 'late' }
  /** Its author took this very message or form back, before or after it came: it stays so. */
  | { readonly type: 'withdrawn' }
  | { readonly type: 'refused'; readonly fault: AnswerRefusal };

export type AnswerRefusal =
  'round-unknown' | 'track-removed' | 'not-open' | 'answer-empty' | 'answer-too-long';
