/**
 * True for an error that our own code threw, such as one from rendering a message: no platform has heard
 * of it, and no waiting mends it. What fetch throws is a TypeError with a cause.
 */
export function isOwnError(error: unknown): boolean {
  return (
    error instanceof RangeError ||
    error instanceof ReferenceError ||
    (error instanceof TypeError && error.cause === undefined)
  );
}
