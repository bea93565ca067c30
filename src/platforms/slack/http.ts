import type { IncomingMessage, ServerResponse } from 'node:http';
import { type App, HTTPModuleFunctions, type ReceiverEvent } from '@slack/bolt';
import type { Logger } from 'pino';
import { createBodyReader } from './bodies.ts';
import { BODIES } from './limits.ts';
import { createSignatureCheck, type SignatureCheck } from './signature.ts';
import type { Transport } from './transport.ts';

const { parseHTTPRequestBody, buildNoBodyResponse } = HTTPModuleFunctions;

/**
 * Signed requests to our own web server. Commands, buttons, forms and events all come to one address.
 * Bolt's receiver would take requests dated in the future, and every copy of a request anew.
 */
export function createHttp(signingSecret: string, now: () => Date, log: Logger): Transport {
  const check = createSignatureCheck(signingSecret, now);
  const readBody = createBodyReader(BODIES);
  let app: App | undefined;
  let open = false;
  return {
    receiver: {
      init: (bolt) => void (app = bolt),
      start: () => Promise.resolve(),
      stop: () => Promise.resolve(),
    },
    open: (signal, report) => {
      open = !signal.aborted;
      signal.addEventListener('abort', () => (open = false));
      if (open) report({ status: 'ready' });
      return Promise.resolve();
    },
    closed: () => Promise.resolve(),
    handler: (request, response) => {
      // Slack delivers again what it is told to bring later.
      if (!open || app === undefined) return buildNoBodyResponse(response, 503);
      receive({ app, check, readBody }, request, response).catch((error: unknown) => {
        log.warn({ err: error }, 'a request to the Slack address could not be handled');
        if (response.headersSent) return;
        check.forget(request.headers);
        buildNoBodyResponse(response, 500);
      });
    },
  };
}

interface Receiving {
  readonly app: App;
  readonly check: SignatureCheck;
  readonly readBody: ReturnType<typeof createBodyReader>;
}

async function receive(
  { app, check, readBody }: Receiving,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') return refuse(request, response, 405);
  // Anybody may send a body, so none is read that Slack cannot have signed.
  if (!check.mayBeGenuine(request.headers)) return refuse(request, response, 401);
  const raw = await readBody(request);
  if (typeof raw === 'number') return refuse(request, response, raw);
  const verdict = check.judge(request.headers, raw.rawBody.toString());
  if (verdict !== 'good') return buildNoBodyResponse(response, verdict === 'taken' ? 200 : 401);
  const body = parseBody(raw);
  if (body === undefined) return buildNoBodyResponse(response, 400);
  if (body['type'] === 'url_verification') {
    return HTTPModuleFunctions.buildUrlVerificationResponse(response, body);
  }
  await app.processEvent(eventOf(request, response, body));
  // What no listener wants is acknowledged all the same, or Slack would bring it again.
  if (!response.headersSent) buildNoBodyResponse(response, 200);
}

/** Refuses a request whose body is not read to its end, and does not wait long for its sender to stop. */
function refuse(request: IncomingMessage, response: ServerResponse, status: number): void {
  const stalled = status === 408 || status === 503;
  if (stalled) response.once('finish', () => request.destroy());
  const timer = setTimeout(() => request.destroy(), BODIES.timeoutMs);
  request.once('close', () => clearTimeout(timer));
  buildNoBodyResponse(response, status);
}

/** The body of a request; undefined where it or its event is no object, such as `null`, which Slack never sends. */
function parseBody(
  raw: Parameters<typeof parseHTTPRequestBody>[0],
): ReceiverEvent['body'] | undefined {
  try {
    const body: unknown = parseHTTPRequestBody(raw);
    if (!isObject(body) || ('event' in body && !isObject(body.event))) return undefined;
    return body;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function eventOf(
  request: IncomingMessage,
  response: ServerResponse,
  body: ReceiverEvent['body'],
): ReceiverEvent {
  const retryNum = HTTPModuleFunctions.extractRetryNumFromHTTPRequest(request);
  const retryReason = HTTPModuleFunctions.extractRetryReasonFromHTTPRequest(request);
  return {
    body,
    ...(retryNum !== undefined && { retryNum }),
    ...(retryReason !== undefined && { retryReason }),
    ack: () => {
      if (!response.headersSent) buildNoBodyResponse(response, 200);
      return Promise.resolve();
    },
  };
}
