import { WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { PlatformError, type PlatformFault } from '../../chat/platform.ts';
import { neverConnected } from '../shared/never-connected.ts';
import { isOwnError } from '../shared/own-error.ts';
import { FAULTS } from './error-codes.ts';

/** One attempt at something on Slack; what goes wrong there comes out as a {@link PlatformError}. */
export async function attempt<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isOwnError(error) ? error : asPlatformError(error);
  }
}

export function asPlatformError(error: unknown): PlatformError {
  if (error instanceof PlatformError) return error;
  const refusal = error instanceof WebAPIPlatformError ? describeAnswer(error) : undefined;
  return new PlatformError(faultOf(error), messageOf(error), { cause: error, refusal });
}

/** Slack's own code, such as `channel_not_found`, where Slack answered with one. */
export function slackCode(error: unknown): string | undefined {
  return error instanceof WebAPIPlatformError ? error.data.error : undefined;
}

export function messageOf(error: unknown): string {
  if (error instanceof WebAPIPlatformError) return describeAnswer(error);
  if (error instanceof WebAPIRequestError) return rootMessage(error.original);
  return error instanceof Error ? error.message : String(error);
}

/** Another status than 200 or 429 tells nothing: Slack is unwell, or a proxy answered in its stead. */
function faultOf(error: unknown): PlatformFault {
  if (error instanceof WebAPIRateLimitedError) {
    return { code: 'busy', retryAfter: error.retryAfter * 1000 };
  }
  if (error instanceof WebAPIPlatformError) return faultOfAnswer(error);
  return neverConnected(error) || isUntimedRateLimit(error)
    ? { code: 'busy' }
    : { code: 'in-doubt' };
}

function faultOfAnswer({ data }: WebAPIPlatformError): PlatformFault {
  if (data.error === 'missing_scope') {
    const needed: unknown = 'needed' in data ? data.needed : undefined;
    return { code: 'forbidden', ...(typeof needed === 'string' && { permission: needed }) };
  }
  if (isFileNotReady(data)) return { code: 'busy', retryAfter: FILE_WAIT_MS };
  return FAULTS.get(data.error) ?? { code: 'rejected' };
}

/** True where Slack refuses a message for a file in it: not ready yet, deleted, or not processed. */
export function isFileRefused(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && isFileNotReady(error.data);
}

/** An uploaded file may be used in a block only a moment after its upload is completed. */
const FILE_WAIT_MS = 2_000;

function isFileNotReady(data: WebAPIPlatformError['data']): boolean {
  const details = data.response_metadata?.messages ?? [];
  return data.error === 'invalid_blocks' && details.some((line) => /slack.?file/i.test(line));
}

function describeAnswer({ data }: WebAPIPlatformError): string {
  const details = data.response_metadata?.messages ?? [];
  return [data.error, ...details].join('; ');
}

/** The Web API client throws a bare Error for a 429 that does not say how long to wait. */
function isUntimedRateLimit(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Retry header did not contain');
}

function rootMessage(error: Error): string {
  return error.cause instanceof Error ? rootMessage(error.cause) : error.message;
}
