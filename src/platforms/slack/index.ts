import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WebClientOptions } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Platform, PlatformState, StartOptions } from '../../chat/platform.ts';
import { createInFlight } from '../shared/in-flight.ts';
import { persist } from '../shared/persist.ts';
import { clientOptions, createClient } from './client.ts';
import { asPlatformError, attempt } from './errors.ts';
import { onJoined, onWorkspaceLost } from './events.ts';
import { createHttp } from './http.ts';
import { createIdentity } from './identity.ts';
import { LIMITS } from './limits.ts';
import { listenToSlack } from './listeners.ts';
import { createMembers } from './members.ts';
import { createOutbound } from './outbound.ts';
import { paginate } from './paginate.ts';
import { createGroups } from './people.ts';
import { createPictures } from './pictures.ts';
import { createRemoval, type Removal } from './removal.ts';
import { createReply } from './respond.ts';
import { createSocket } from './socket.ts';
import type { Transport } from './transport.ts';

interface CommonOptions {
  /** `xoxb-…` */
  readonly botToken: string;
  /** Instead of `https://slack.com/api/`. */
  readonly apiUrl?: string | undefined;
  readonly log: Logger;
  readonly now: () => Date;
}

/** Events come over Socket Mode, with an app-level token (`xapp-…`), or as signed requests to our
 *  web server. */
export type SlackOptions = CommonOptions &
  (
    | { readonly appToken: string; readonly signingSecret?: undefined }
    | { readonly appToken?: undefined; readonly signingSecret: string }
  );

export interface SlackPlatform extends Platform {
  /** With a signing secret: what the web server hands `POST /slack/events` to. */
  readonly handler?: (request: IncomingMessage, response: ServerResponse) => void;
}

export function createSlack(options: SlackOptions): SlackPlatform {
  const { botToken, apiUrl, log, now } = options;
  const files = { botToken, apiUrl };
  const callOptions = clientOptions(apiUrl, log);
  const client = createClient(botToken, callOptions);
  const identity = createIdentity(client);
  const members = createMembers({ client, identity, now, log });
  const pictures = createPictures(client, now, log);
  const reply = createReply(client, pictures, log);
  const transport = createTransport(options, callOptions);
  const inFlight = createInFlight();
  const stopping = new AbortController();
  let removal: Removal | undefined;
  let state: PlatformState = { status: 'connecting' };
  const report = (next: PlatformState): void => {
    if (next.status === 'down') log.warn(next.reason);
    state = next;
  };

  async function start(startOptions: StartOptions): Promise<void> {
    const known = await persist(() => attempt(identity), {
      signal: stopping.signal,
      onFailure: (error) => report(tokenTrouble(error)),
    });
    if (known === undefined) return;
    const shared = { client, members, reply, now, log, workspace: known.workspace, files };
    const context = { ...shared, startOptions, handlers: startOptions.handlers, identity: known };
    removal = createRemoval({
      ask: () => attempt(() => client.auth.test()),
      signal: stopping.signal,
      onRemoved: () => {
        log.warn(REMOVED.reason);
        return onWorkspaceLost(context);
      },
      onReturned: () => onJoined(context),
      log,
    });
    const { receiver } = transport;
    const { track } = inFlight;
    listenToSlack({ receiver, botToken, clientOptions: callOptions, context, track, removal, log });
    await onJoined(context);
    await transport.open(stopping.signal, report);
  }

  async function stop(): Promise<void> {
    stopping.abort();
    await transport.closed();
    await inFlight.idle();
    removal = undefined;
    state = { status: 'down', reason: 'stopped' };
  }

  return {
    name: 'slack',
    readsThreads: true,
    tellsPrivately: true,
    // What one person alone sees bears no file: it goes to their private messages.
    files: { largest: LIMITS.upload, inReplies: false },
    start,
    stop,
    state: () => (removal?.isRemoved() === true ? REMOVED : state),
    paginate,
    ...createOutbound({ client, identity, members, groups: createGroups(client, now), pictures }),
    ...(transport.handler && { handler: transport.handler }),
  };
}

const REMOVED = {
  status: 'down',
  reason: 'Whetstone was removed from the Slack workspace',
} as const;

function createTransport(options: SlackOptions, calls: WebClientOptions): Transport {
  const { appToken, signingSecret, now, log } = options;
  return appToken === undefined
    ? createHttp(signingSecret, now, log)
    : createSocket({ appToken, clientOptions: calls, now, log });
}

function tokenTrouble(error: unknown): PlatformState {
  const { fault, message } = asPlatformError(error);
  const refused = fault.code === 'unauthorized' || fault.code === 'workspace-gone';
  const reason = refused
    ? `Slack refuses the bot token (${message}): check SLACK_BOT_TOKEN`
    : `Slack cannot be reached: ${message}`;
  return { status: 'down', reason };
}
