/** `skipped`: it could not be looked at, for a reason that stands above it. */
export type Standing = 'ok' | 'warning' | 'fault' | 'skipped';

/** What one look came to, in words for the operator that say how to mend what is wrong. */
export interface Finding {
  readonly check: string;
  readonly standing: Standing;
  readonly says: string;
}

export type Findings = AsyncGenerator<Finding>;

const finding =
  (standing: Standing) =>
  (check: string, says: string): Finding => ({ check, standing, says });

export const ok = finding('ok');
export const warning = finding('warning');
export const fault = finding('fault');
export const skipped = finding('skipped');

export const errorText = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
