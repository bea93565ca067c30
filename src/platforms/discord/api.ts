import {
  DefaultRestOptions,
  DiscordAPIError,
  type InternalRequest,
  type RawFile,
  type RequestMethod,
  type ResponseLike,
  REST,
  type RESTOptions,
  type RouteLike,
} from '@discordjs/rest';
import { type APIUser, Routes } from 'discord-api-types/v10';
import type { Place } from '../../chat/place.ts';
import { PlatformError } from '../../chat/platform.ts';
import { remember } from '../shared/remember.ts';
import { toPlatformError } from './errors.ts';
import { REQUEST_TIMEOUT_MS } from './limits.ts';
import { createPace, type Pace } from './pace.ts';
import { createRefusal, type TokenRefusal } from './refusal.ts';
import type { SourceParts } from './slot-source.ts';

export interface ApiOptions {
  readonly token: string;
  /** Instead of `https://discord.com/api`: a proxy or a gateway that shares the rate limits out. */
  readonly apiUrl?: string | undefined;
  /** A clock that only runs forward, from any moment on. */
  readonly elapsedMs: () => number;
  /** Left out, no other process is reckoned with: the client alone keeps Discord's limits. */
  readonly shared?: SourceParts | undefined;
}

interface ApiRequest {
  readonly body?: unknown;
  readonly files?: readonly RawFile[];
  readonly query?: Readonly<Record<string, string>>;
  /** What the request is about, so that a refusal can say what is gone. */
  readonly place?: Place;
}

/** Discord's REST API: one attempt a call, which rejects with a `PlatformError`. */
export interface Api {
  /** The answer has the shape that Discord documents for the route; it is not checked. */
  request<T>(method: `${RequestMethod}`, route: RouteLike, request?: ApiRequest): Promise<T>;
  /** The bot's own user id. */
  self(): Promise<string>;
  /** Stops the timers behind the requests, and sends none any more that counts towards the bot's limit. */
  close(): void;
}

export function createApi(options: ApiOptions): Api {
  const pace = options.shared && createPace(options.shared);
  const rest = createRest(options, pace);
  const bot = { rest, token: options.token, refusal: createRefusal(options.elapsedMs) };
  const request: Api['request'] = async <T>(
    method: `${RequestMethod}`,
    route: RouteLike,
    asked: ApiRequest = {},
  ): Promise<T> => {
    const send = (): Promise<unknown> => rest.request(requestData(method, route, asked));
    try {
      return (await (isAnswer(route) ? send() : sendAsBot(bot, send))) as T;
    } catch (cause) {
      throw toPlatformError(cause, { method, inThread: asked.place?.thread !== undefined });
    }
  };
  return { request, self: remember(() => self(request)), close: () => close(rest, pace) };
}

function requestData(
  method: `${RequestMethod}`,
  route: RouteLike,
  { body, files, query }: ApiRequest,
): InternalRequest {
  return {
    method: method as RequestMethod,
    fullRoute: route,
    // Their token is in the path; a refusal of that one says nothing of the bot's.
    auth: !isAnswer(route),
    ...(body !== undefined && { body }),
    ...(files && files.length > 0 && { files: [...files] }),
    ...(query && { query: new URLSearchParams(query) }),
  };
}

interface Bot {
  readonly rest: REST;
  readonly token: string;
  readonly refusal: TokenRefusal;
}

/** With the bot's token, unless Discord keeps refusing it. */
async function sendAsBot<T>({ rest, token, refusal }: Bot, send: () => Promise<T>): Promise<T> {
  refusal.check();
  try {
    const answer = await send();
    refusal.accepted();
    return answer;
  } catch (cause) {
    if (!(cause instanceof DiscordAPIError && cause.status === 401)) throw cause;
    refusal.refused();
    // The client forgets its token at the first 401, for good.
    rest.setToken(token);
    throw cause;
  }
}

/** The client's own repeats are off: it would repeat posts too, and so post twice. */
function createRest({ token, apiUrl }: ApiOptions, pace: Pace | undefined): REST {
  return new REST({
    // The client's own count of them would only stand in the way.
    ...(pace && { makeRequest: inTurn(pace), globalRequestsPerSecond: Infinity }),
    ...(apiUrl !== undefined && { api: apiUrl.replace(/\/+$/, '') }),
    retries: 0,
    timeout: REQUEST_TIMEOUT_MS,
    rejectOnRateLimit: ({ route, retryAfter, timeToReset }) =>
      !isAnswer(route) && Math.max(retryAfter, timeToReset) > WAIT_MS,
  }).setToken(token);
}

type MakeRequest = RESTOptions['makeRequest'];

/**
 * At the last moment, when the client knows of no limit of the route's any more. What answers people does not
 * count towards the limit of the bot.
 */
function inTurn(pace: Pace): MakeRequest {
  return async (url, init) => {
    if (!ANSWER.test(new URL(url).pathname)) {
      await pace.turn();
      // Its time ran while it waited. To begin it now would leave in doubt what was never sent.
      if (init.signal?.aborted) throw new PlatformError({ code: 'busy' }, 'not sent: no time left');
    }
    const response = await DefaultRestOptions.makeRequest(url, init);
    const silenceMs = globalSilence(response);
    if (silenceMs > 0) pace.hold(silenceMs);
    return response;
  };
}

const ANSWER = /\/v\d+\/(webhooks|interactions)\//;

function globalSilence({ status, headers }: ResponseLike): number {
  const isGlobal = status === 429 && headers.has('x-ratelimit-global');
  return isGlobal ? Number(headers.get('retry-after') ?? 0) * 1_000 : 0;
}

/** A rate limit that passes sooner is waited for; a longer one is the job queue's to wait for. */
const WAIT_MS = 2_000;

/** Answers to people always wait for a rate limit to pass: no job repeats them later. */
function isAnswer(route: string): boolean {
  return route.startsWith('/webhooks/') || route.startsWith('/interactions/');
}

async function self(request: Api['request']): Promise<string> {
  const user = await request<APIUser>('GET', Routes.user());
  return user.id;
}

function close(rest: REST, pace: Pace | undefined): void {
  pace?.close();
  rest.clearHandlerSweeper();
  rest.clearHashSweeper();
}
