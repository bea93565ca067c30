/** How Node and undici say that a connection was never made. */
const CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** True only where nothing can have been sent, so that nothing can have been done. */
export function neverConnected(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && CODES.has(String(error.code))) return true;
  // A name with several addresses fails once for each.
  const tried: readonly unknown[] = error instanceof AggregateError ? error.errors : [error.cause];
  return tried.length > 0 && tried.every(neverConnected);
}
