import { EventEmitter, on } from 'node:events';

/** What happened to a message; its content is read afresh by whoever shows it. */
export interface Change {
  readonly type: 'changed' | 'removed';
  readonly id: number;
}

/** Tells every open page what to show anew. */
export interface Hub {
  tell(change: Change): void;
  /** The changes from this call on, none left out, until the signal aborts or the hub closes. */
  changes(signal: AbortSignal): AsyncIterable<Change>;
  close(): void;
}

const CHANGE = 'change';

export function createHub(): Hub {
  const emitter = new EventEmitter();
  // One listener for each open page, which is no leak however many there are.
  emitter.setMaxListeners(0);
  const closing = new AbortController();
  return {
    tell: (change) => void emitter.emit(CHANGE, change),
    changes: (signal) => {
      const ended = AbortSignal.any([signal, closing.signal]);
      return untilEnded(on(emitter, CHANGE, { signal: ended }), ended);
    },
    close: () => closing.abort(),
  };
}

/** The end is no error to those who listen. */
async function* untilEnded(
  events: AsyncIterable<unknown[]>,
  ended: AbortSignal,
): AsyncGenerator<Change> {
  try {
    for await (const [change] of events) yield change as Change;
  } catch (error) {
    if (!ended.aborted) throw error;
  }
}
