export type BackupErrorCode =
  /** The file does not begin as a backup does. */
  | 'backup-foreign'
  /** The file ends too early, or its content is not what was written. */
  | 'backup-damaged'
  /** A later version of Whetstone made it: it has migrations that this version does not know. */
  | 'backup-newer'
  /** There is data in the database that it would be restored to. */
  | 'database-not-empty';

/** Why a backup cannot be restored; the message says what to do. Nothing was stored. */
export class BackupError extends Error {
  readonly code: BackupErrorCode;

  constructor(code: BackupErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BackupError';
    this.code = code;
  }
}

export const damaged = (what: string, options?: ErrorOptions): BackupError =>
  new BackupError(
    'backup-damaged',
    `The backup is damaged: ${what}. Nothing was stored. Copy the file again, or take an earlier one.`,
    options,
  );
