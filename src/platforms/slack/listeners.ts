import { App, type Receiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { Logger } from 'pino';
import {
  CHANNEL_LOST,
  type EventContext,
  MEMBER_CHANGED,
  onChannelLost,
  onMemberChanged,
  onMessage,
  WORKSPACE_LOST,
} from './events.ts';
import { type InteractionContext, onButton, onCommand, onForm } from './interactions.ts';
import { turnAwayOthers } from './other-workspace.ts';
import type { Removal } from './removal.ts';

export interface ListenerOptions {
  readonly receiver: Receiver;
  readonly botToken: string;
  readonly clientOptions: WebClientOptions;
  readonly context: EventContext & InteractionContext;
  /** Runs a handler so that a stop can wait for it. */
  readonly track: (work: () => Promise<void>) => Promise<void>;
  readonly removal: Removal;
  readonly log: Logger;
}

/**
 * Bolt between a receiver and our handlers. Every listener acknowledges before it works, and each
 * pattern takes everything, so nothing a person does stays without an answer.
 */
export function listenToSlack(options: ListenerOptions): App {
  const app = createApp(options);
  const { context, track, removal } = options;
  app.use(turnAwayOthers(options));
  app.command(/.*/, async ({ command, ack }) => {
    await ack();
    await track(() => onCommand(context, command));
  });
  app.action({ type: 'block_actions' }, async ({ body, action, ack }) => {
    await ack();
    if (action.type === 'button') await track(() => onButton(context, body, action));
  });
  app.view({ type: 'view_submission' }, async ({ body, ack }) => {
    await ack();
    if (body.type === 'view_submission') await track(() => onForm(context, body));
  });
  app.event('message', ({ event }) => track(() => onMessage(context, event)));
  for (const name of CHANNEL_LOST) {
    app.event(name, ({ event }) => track(() => onChannelLost(context, event)));
  }
  app.event(MEMBER_CHANGED, ({ event }) => track(() => onMemberChanged(context, event)));
  for (const name of WORKSPACE_LOST) {
    app.event(name, async ({ event }) => {
      // Tokens of people are revoked as well, which is no matter of ours.
      const { userId } = context.identity;
      const ours = event.type === 'app_uninstalled' || event.tokens.bot?.includes(userId);
      if (ours === true) await track(removal.announced);
    });
  }
  return app;
}

/** Bolt's own identity check would be an unhandled rejection where Slack is down at the start; its
 *  conversation store would grow for ever; and our own messages are left out by kind. */
function createApp({ receiver, botToken, clientOptions, context, log }: ListenerOptions): App {
  const { botId, userId: botUserId, workspace: teamId } = context.identity;
  const app = new App({
    receiver,
    clientOptions,
    authorize: () => Promise.resolve({ botToken, botId, botUserId, teamId }),
    ignoreSelf: false,
    convoStore: false,
    ...(clientOptions.logger && { logger: clientOptions.logger }),
  });
  app.error((error) => {
    log.error({ err: error }, 'an event from Slack could not be handled');
    return Promise.resolve();
  });
  return app;
}
