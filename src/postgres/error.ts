export type PostgresErrorCode =
  /** Another bot process owns this home; the error's `owner` tells which. */
  | 'postgres-in-use'
  /** This machine lacks something the embedded server needs; the message names the way out. */
  | 'postgres-unsupported'
  /** The operator's own server cannot be reached, or lets us in nowhere. */
  | 'postgres-unusable'
  /** The folder for it cannot be made or written in. */
  | 'home-unusable'
  | 'postgres-not-created'
  | 'postgres-not-started'
  /** The files are of an older major version; the error's `major` tells which. */
  | 'postgres-other-major'
  /** The files are of a later major version, which the programs that came with Whetstone cannot read. */
  | 'postgres-later-major'
  /** The files of another major version could not be brought over. */
  | 'postgres-not-upgraded'
  | 'postgres-not-stopped';

/** The bot process that holds the embedded server. */
export interface Owner {
  readonly pid: number;
  readonly since: Date;
}

/** Why there is no Postgres to use, in words for the operator. */
export class PostgresError extends Error {
  readonly code: PostgresErrorCode;
  /** Known where the code is `postgres-in-use`. */
  readonly owner: Owner | undefined;
  /** Known where the files are of another major version. */
  readonly major: string | undefined;

  constructor(
    code: PostgresErrorCode,
    message: string,
    options?: ErrorOptions & { readonly owner?: Owner; readonly major?: string },
  ) {
    super(message, options);
    this.name = 'PostgresError';
    this.code = code;
    this.owner = options?.owner;
    this.major = options?.major;
  }
}
