import pg from 'pg';

/** SQLSTATE classes that tell of the server or of the way to it, not of what was asked for. */
const SERVER = /^(08|25|40|53|55|57|58|XX)/;

/** Node's codes of sockets that fail. */
const SOCKET = /^(E(CONN|PIPE|HOST|NET|TIMEDOUT|AI_)|ENOTFOUND)/;

/** How pg words it where it has no code. */
const CONNECTION = /^(Connection terminated|Query read timeout|timeout e|Client (has|was) )/;

/** True for an error that passes as soon as the database is well again. */
export function isDatabaseTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof pg.DatabaseError) return SERVER.test(error.code ?? '');
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' ? SOCKET.test(code) : CONNECTION.test(error.message);
}
