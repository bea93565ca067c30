export type WebErrorCode = 'port-taken' | 'address-unusable';

/** Why the web server cannot listen, in words for the operator. */
export class WebError extends Error {
  readonly code: WebErrorCode;

  constructor(code: WebErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'WebError';
    this.code = code;
  }
}
