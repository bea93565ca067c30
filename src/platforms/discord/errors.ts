import {
  DiscordAPIError,
  HTTPError,
  RateLimitError,
  RESTJSONErrorCodes,
  type RequestMethod,
} from 'discord.js';
import { PlatformError, type PlatformFault } from '../../chat/platform.ts';
import { neverConnected } from '../shared/never-connected.ts';

/** What a failed request means to the core. `inThread`: it was about a thread, not its channel. */
export function toPlatformError(
  cause: unknown,
  request: { readonly method: `${RequestMethod}`; readonly inThread: boolean },
): PlatformError {
  if (cause instanceof PlatformError) return cause;
  const fault = faultOf(cause, request.method, request.inThread);
  const detail = cause instanceof Error ? cause.message || cause.name : String(cause);
  return new PlatformError(fault, detail, { cause });
}

function faultOf(cause: unknown, method: string, inThread: boolean): PlatformFault {
  if (cause instanceof RateLimitError) {
    return { code: 'busy', retryAfter: Math.max(cause.retryAfter, cause.timeToReset) };
  }
  if (cause instanceof DiscordAPIError && isDiscords(cause)) return refusal(cause, inThread);
  if (cause instanceof DiscordAPIError || cause instanceof HTTPError) return outcomeUnknown(method);
  return neverConnected(cause) ? { code: 'busy' } : outcomeUnknown(method);
}

/** Without a code of Discord's it is the answer of something in between, such as a proxy. */
function isDiscords({ code, status }: DiscordAPIError): boolean {
  return typeof code === 'number' || status === 401;
}

/** Only a POST makes something new each time; whatever else may have been done can be done again. */
function outcomeUnknown(method: string): PlatformFault {
  return method === 'POST' ? { code: 'in-doubt' } : { code: 'busy' };
}

function refusal(error: DiscordAPIError, inThread: boolean): PlatformFault {
  switch (error.code) {
    case RESTJSONErrorCodes.UnknownGuild:
      return { code: 'workspace-gone' };
    case RESTJSONErrorCodes.UnknownChannel:
      return { code: inThread ? 'thread-gone' : 'channel-gone' };
    case RESTJSONErrorCodes.UnknownMessage:
      return { code: 'message-gone' };
    case RESTJSONErrorCodes.MissingAccess:
      return { code: 'forbidden', permission: 'View Channel' };
    case RESTJSONErrorCodes.MissingPermissions:
    case RESTJSONErrorCodes.ReactionWasBlocked:
    case RESTJSONErrorCodes.CannotSendMessagesToThisUser:
    case RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds:
      return { code: 'forbidden' };
    // An archived thread opens again when the bot posts; only a locked one refuses.
    case RESTJSONErrorCodes.InvalidActionOnArchivedThread:
    case RESTJSONErrorCodes.ThreadLocked:
      return { code: 'thread-locked' };
    case RESTJSONErrorCodes.APIResourceOverloaded:
      return { code: 'busy' };
    default:
      return error.status === 401 ? { code: 'unauthorized' } : { code: 'rejected' };
  }
}

/** True for a refusal with this code of Discord's. */
export function isRefusal(error: unknown, code: RESTJSONErrorCodes): boolean {
  const cause = error instanceof PlatformError ? error.cause : error;
  return cause instanceof DiscordAPIError && cause.code === code;
}
