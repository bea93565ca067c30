/** An error as the log shows it. */
interface DescribedError {
  readonly type: string;
  readonly message: string;
  readonly stack?: string | undefined;
  readonly code?: string | number;
  readonly fault?: unknown;
  /** What a platform answered, in its own code and words. */
  readonly refusal?: string;
  readonly cause?: unknown;
  readonly errors?: readonly unknown[];
}

/** Causes below causes that are still told. */
const MAX_DEPTH = 5;

/**
 * What helps to mend an error, and nothing else: libraries hang whole requests on their errors, and
 * databases the rows they refused, with what people wrote in them.
 */
export function describeError(error: unknown, depth = MAX_DEPTH): unknown {
  if (!(error instanceof Error)) return error;
  const { code, fault, refusal } = error as Partial<Record<'code' | 'fault' | 'refusal', unknown>>;
  const described: DescribedError = {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    ...(fault !== undefined && { fault }),
    ...(typeof refusal === 'string' && { refusal }),
  };
  return depth > 0 ? { ...described, ...within(error, depth - 1) } : described;
}

function within(error: Error, depth: number): Pick<DescribedError, 'cause' | 'errors'> {
  return {
    ...(error.cause !== undefined && { cause: describeError(error.cause, depth) }),
    ...(error instanceof AggregateError && {
      errors: error.errors.map((one) => describeError(one, depth)),
    }),
  };
}
