import type { IncomingMessage, ServerResponse } from 'node:http';
import { HTTPModuleFunctions, type App, type ReceiverEvent } from '@slack/bolt';
import type { Logger } from 'pino';
import { BODY_BYTES } from './limits.ts';
import { createSignatureCheck, type SignatureCheck } from './signature.ts';
import type { Transport } from './transport.ts';

const { bufferIncomingMessage, parseHTTPRequestBody, buildNoBodyResponse } = HTTPModuleFunctions;

/**
 * Signed requests to our own web server. Commands, buttons, forms and events all come to one address.
 * Bolt's receiver would take requests dated in the future, and every copy of a request anew.
 */
export function createHttp(signingSecret: string, now: () => Date, log: Logger): Transport {
  const check = createSignatureCheck(signingSecret, now);
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
      receive(app, check, request, response).catch((error: unknown) => {
        log.warn({ err: error }, 'a request to the Slack address could not be handled');
        if (response.headersSent) return;
        check.forget(request.headers);
        buildNoBodyResponse(response, 500);
      });
    },
  };
}

async function receive(
  app: App,
  check: SignatureCheck,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') return buildNoBodyResponse(response, 405);
  const raw = await readBody(request);
  if (raw === undefined) return buildNoBodyResponse(response, 413);
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

async function readBody(request: IncomingMessage) {
  try {
    return await bufferIncomingMessage(request, BODY_BYTES);
  } catch (error) {
    if (HTTPModuleFunctions.isRawBodyError(error)) return undefined;
    throw error;
  }
}

function parseBody(
  raw: Parameters<typeof parseHTTPRequestBody>[0],
): ReceiverEvent['body'] | undefined {
  try {
    return parseHTTPRequestBody(raw) as ReceiverEvent['body'];
  } catch {
    return undefined;
  }
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
