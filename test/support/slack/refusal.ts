/** What Slack answers to a request it does not fulfil: `{ ok: false, error: code }`. */
export class Refusal extends Error {
  readonly code: string;
  readonly details: readonly string[];
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(code: string, details: readonly string[] = [], extra: Record<string, unknown> = {}) {
    super([code, ...details].join('; '));
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
    this.extra = extra;
  }
}
