/**
 * An error as the queue keeps it until the job is done: what was wrong. Libraries hang whole requests on
 * their errors, with what people wrote in them; those are for the log, which takes the words out.
 */
export class Failure extends Error {
  readonly code?: string | number;

  constructor(error: unknown) {
    super(error instanceof Error ? error.message : String(error));
    delete this.stack;
    if (!(error instanceof Error)) return;
    this.name = error.name;
    const { code } = error as { readonly code?: unknown };
    if (typeof code === 'string' || typeof code === 'number') this.code = code;
  }
}

export const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error));
