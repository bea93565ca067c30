import type { BodyFault } from '../../../src/platforms/discord/message-rules.ts';

/** What Discord answers to a request that it does not carry out. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: object | undefined;
  /** Part of a good run too: it tells the bot that the thing is done already. */
  readonly harmless: boolean;

  constructor(
    status: number,
    code: number,
    message: string,
    extra: { readonly errors?: object; readonly harmless?: boolean } = {},
  ) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.errors = extra.errors;
    this.harmless = extra.harmless ?? false;
  }

  body(): object {
    const { message, code, errors } = this;
    return { message, code, ...(errors && { errors }) };
  }
}

export const unauthorized = () => new Refusal(401, 0, '401: Unauthorized');
export const unknownChannel = () => new Refusal(404, 10003, 'Unknown Channel');
export const unknownGuild = () => new Refusal(404, 10004, 'Unknown Guild');
export const unknownMember = () => new Refusal(404, 10007, 'Unknown Member');
export const unknownMessage = () => new Refusal(404, 10008, 'Unknown Message');
export const unknownUser = () => new Refusal(404, 10013, 'Unknown User');
export const unknownWebhook = () => new Refusal(404, 10015, 'Unknown Webhook');
export const unknownInteraction = () => new Refusal(404, 10062, 'Unknown interaction');
export const alreadyAcknowledged = (harmless: boolean) =>
  new Refusal(400, 40060, 'Interaction has already been acknowledged.', { harmless });
export const missingAccess = () => new Refusal(403, 50001, 'Missing Access');
export const notTheAuthor = () =>
  new Refusal(403, 50005, 'Cannot edit a message authored by another user');
export const emptyMessage = () => new Refusal(400, 50006, 'Cannot send an empty message');
/** Part of a good run: people may close their direct messages. */
export const closedDirect = () =>
  new Refusal(403, 50007, 'Cannot send messages to this user', { harmless: true });
export const nonTextChannel = () =>
  new Refusal(400, 50008, 'Cannot send messages in a non-text channel');
export const wrongChannelType = () =>
  new Refusal(400, 50024, 'Cannot execute action on this channel type');
export const unknownEmoji = () => new Refusal(404, 10014, 'Unknown Emoji', { harmless: true });
export const missingPermissions = () => new Refusal(403, 50013, 'Missing Permissions');
export const invalidToken = () => new Refusal(401, 50027, 'Invalid Webhook Token');
export const archivedThread = () => new Refusal(400, 50083, 'Thread is archived');
export const lockedThread = () => new Refusal(400, 160005, 'Thread is locked');
export const threadExists = () =>
  new Refusal(400, 160004, 'A thread has already been created for this message', {
    harmless: true,
  });

/** The nested shape in which Discord lists the faults of a body. */
export function invalidBody(faults: readonly BodyFault[]): Refusal {
  const errors: Record<string, unknown> = {};
  for (const { at, message } of faults) {
    let node = errors;
    for (const key of at.split('.')) node = (node[key] ??= {}) as Record<string, unknown>;
    node['_errors'] = [{ code: 'INVALID', message }];
  }
  const words = faults.map(({ at, message }) => `${at}: ${message}`).join('; ');
  return new Refusal(400, 50035, `Invalid Form Body (${words})`, { errors });
}
