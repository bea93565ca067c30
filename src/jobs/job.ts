/**
 * A kind of job: the name of its queue, and the type of what it is given. It is defined in the lowest
 * feature that enqueues it; a feature above may hold the handler.
 */
export interface Job<Data extends object> {
  readonly name: string;
  /** Jobs of one group run one at a time here, so that one slow place holds up no other. */
  readonly group?: string;
  /** Carries the type of the data for the compiler; nothing sets or reads it. */
  readonly accepts?: (data: Data) => void;
}

export function defineJob<Data extends object>(name: string): Job<Data> {
  return { name };
}
