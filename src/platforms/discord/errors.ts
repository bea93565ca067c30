import { DiscordAPIError, HTTPError, RateLimitError, type RequestMethod } from '@discordjs/rest';
import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import { PlatformError, type PlatformFault } from '../../chat/platform.ts';
import { neverConnected } from '../shared/never-connected.ts';
import { FAULTS } from './error-codes.ts';

/** What a failed request means to the features. `inThread`: it was about a thread, not its channel. */
export function toPlatformError(
  cause: unknown,
  request: { readonly method: `${RequestMethod}`; readonly inThread: boolean },
): PlatformError {
  if (cause instanceof PlatformError) return cause;
  const fault = faultOf(cause, request.method, request.inThread);
  const refusal = wordsOf(cause);
  const detail = cause instanceof Error ? cause.message || cause.name : String(cause);
  return new PlatformError(fault, refusal ?? detail, { cause, refusal });
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

function refusal({ code, status }: DiscordAPIError, inThread: boolean): PlatformFault {
  if (status === 401) return { code: 'unauthorized' };
  if (inThread && code === RESTJSONErrorCodes.UnknownChannel) return { code: 'thread-gone' };
  return FAULTS.get(code) ?? { code: 'rejected' };
}

/** Discord's code and its words, such as `50013 Missing Permissions`, where it is Discord that refused. */
function wordsOf(cause: unknown): string | undefined {
  if (!(cause instanceof DiscordAPIError) || !isDiscords(cause)) return undefined;
  return `${cause.code} ${cause.message}`;
}

/** True where making the same request again would only be refused again. */
export function isRefusedForGood(error: unknown): boolean {
  return error instanceof PlatformError && FOR_GOOD.includes(error.fault.code);
}

const FOR_GOOD: readonly PlatformFault['code'][] = [
  'rejected',
  'message-refused',
  'file-too-large',
];

/** True for a refusal with this code of Discord's. */
export function isRefusal(error: unknown, code: RESTJSONErrorCodes): boolean {
  const cause = error instanceof PlatformError ? error.cause : error;
  return cause instanceof DiscordAPIError && cause.code === code;
}
