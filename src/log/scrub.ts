const MARK = '[redacted]';

/** Values that are secrets by the name they go under: `token`, `botToken`, `Authorization` … */
const SECRET_NAME = /(token|secret|password|authorization|cookie|signature|ticket)$/i;

/** Values that people wrote, by the names events, forms and request bodies give them. */
const WRITING_NAME = /^(text|content|values|answers?|reply|partial|blocks|body|requestBody)$/i;

/** Secrets by their shape, wherever they stand. What is in the first group is kept. */
const SECRET_SHAPES: readonly RegExp[] = [
  // Slack's tokens of every kind: xoxb-, xoxp-, xoxe.xoxp-, xapp- …
  /()\bx(?:ox[a-z]|app)(?:\.xox[a-z])?-[\w-]+/g,
  // Discord's bot tokens: the bot's id, a time and a signature, each in base64url.
  /()\b[\w-]{20,30}\.[\w-]{5,8}\.[\w-]{25,}/g,
  /\b((?:Bot|Bearer) )[\w.~+/-]{16,}=*/g,
  // The token of an interaction or a webhook in a Discord address.
  /((?:interactions|webhooks)\/\d+\/)[\w.~%-]+/g,
  // Slack's addresses for late responses, and its tickets for Socket Mode.
  /(hooks\.slack\.com\/)[\w/.-]+/g,
  /([?&]ticket=)[^&\s"]+/g,
  // The password in an address.
  /(:\/\/[^\s:@/]*:)[^\s@/]+(?=@)/g,
];

/**
 * Makes the function that takes secrets and people's writing out of a log line, which is a JSON
 * object. `secrets` are known ones, taken out of texts whatever their shape.
 */
export function createScrubber(secrets: readonly string[]): (line: string) => string {
  const scrub = (name: string, value: unknown): unknown => {
    if (isHidden(name) && (typeof value === 'string' || isObject(value))) return MARK;
    return typeof value === 'string' ? scrubText(value, secrets) : value;
  };
  return (line) => `${JSON.stringify(JSON.parse(line, scrub))}\n`;
}

const isHidden = (name: string): boolean => SECRET_NAME.test(name) || WRITING_NAME.test(name);

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

function scrubText(text: string, secrets: readonly string[]): string {
  const known = secrets.reduce((rest, secret) => rest.replaceAll(secret, MARK), text);
  return SECRET_SHAPES.reduce((rest, shape) => rest.replace(shape, `$1${MARK}`), known);
}
