import { LogLevel } from '@slack/bolt';
import { type Logger as SlackLogger, WebClient, type WebClientOptions } from '@slack/web-api';
import type { Logger } from 'pino';
import { CALL_TIMEOUT_MS } from './limits.ts';

/**
 * Every client of Slack's Web API in this process is made with these. No repeats: the client would
 * repeat a post whose answer was lost, and so post twice. No waiting out of rate limits: the job
 * queue waits, without holding a worker. Bolt would set 100 repeats of its own where none is given.
 */
export function clientOptions(apiUrl: string | undefined, log: Logger): WebClientOptions {
  return {
    ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: CALL_TIMEOUT_MS,
    logger: slackLogger(log),
  };
}

export function createClient(botToken: string, options: WebClientOptions): WebClient {
  return new WebClient(botToken, options);
}

/**
 * Slack's libraries log to pino, one level lower: what matters comes back as errors and is logged
 * where it is handled. Their debug lines hold what people wrote, and are dropped.
 */
export function slackLogger(log: Logger): SlackLogger {
  const words = (parts: unknown[]): string => parts.map(String).join(' ');
  return {
    debug: () => undefined,
    info: (...parts) => log.debug(words(parts)),
    warn: (...parts) => log.debug(words(parts)),
    error: (...parts) => log.warn(words(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
