export type BackupErrorCode =
  /** The file does not begin as a backup does. */
  | 'backup-foreign'
  /** The file ends too early, or its content is not what was written. */
  | 'backup-damaged'
  /** A later version of Whetstone made it: it has migrations that this version does not know. */
  | 'backup-newer'
  /** There is data in the database that it would be restored to. */
  | 'database-not-empty'
  /** No bot has made its tables in the database that is to be backed up. */
  | 'nothing-stored';

/** Why a backup cannot be made or restored; the message says what to do. Nothing was stored. */
export class BackupError extends Error {
  readonly code: BackupErrorCode;

  constructor(code: BackupErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BackupError';
    this.code = code;
  }
}

/** `home` is the folder that holds no database; left out, there is one that no bot has made its tables in. */
export function nothingStored(home?: string): BackupError {
  const where =
    home === undefined
      ? 'here: no bot has started on this database'
      : `in ${home}: no bot has started there`;
  return new BackupError(
    'nothing-stored',
    `Nothing is stored ${where} yet. Name its database in DATABASE_URL, or its folder in WHETSTONE_HOME.`,
  );
}

export const damaged = (what: string, options?: ErrorOptions): BackupError =>
  new BackupError(
    'backup-damaged',
    `The backup is damaged: ${what}. Nothing was stored. Copy the file again, or take an earlier one.`,
    options,
  );
