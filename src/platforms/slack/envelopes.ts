import type { ReceiverEvent } from '@slack/bolt';
import type { SocketModeClient } from '@slack/socket-mode';
import type { Logger } from 'pino';
import { z } from 'zod';

/** The frames that Slack documents, as far as the client reads them without looking. */
const FRAME = z.discriminatedUnion('type', [
  z.object({ type: z.literal(['hello', 'disconnect']) }),
  z.object({
    type: z.literal('events_api'),
    payload: z.object({ event: z.object({ type: z.string() }) }),
  }),
  z.object({ type: z.literal(['slash_commands', 'interactive']), payload: z.object({}) }),
]);

type Receive = (data: unknown, isBinary: unknown) => unknown;

/**
 * The client takes frames in without looking at their shape, in a promise that nobody handles: one that it
 * cannot read would end the process. It gets those that are as documented.
 */
export function dropUnreadable(client: SocketModeClient, log: Logger): void {
  const receivers: Receive[] = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: unknown, isBinary: unknown) => {
    if (!isReadable(data)) return log.warn('left out what Slack sent: it is not as documented');
    for (const receive of receivers) void logged(log, () => receive(data, isBinary));
  });
}

function isReadable(data: unknown): boolean {
  try {
    return typeof data === 'string' && FRAME.safeParse(JSON.parse(data)).success;
  } catch {
    return false;
  }
}

interface Envelope extends Pick<ReceiverEvent, 'body'> {
  readonly ack: (response?: object) => Promise<void>;
  readonly retry_num?: number;
  readonly retry_reason?: string;
}

/**
 * Hands every event on, and acknowledges what no listener has acknowledged: Slack would show the person an
 * error, and send it again.
 */
export function takeEvents(
  client: SocketModeClient,
  handle: (event: ReceiverEvent) => Promise<void> | undefined,
  log: Logger,
): void {
  const take = async ({ body, ack, retry_num, retry_reason }: Envelope): Promise<void> => {
    const once = acknowledgedOnce(ack);
    const event = {
      body,
      ack: () => once(),
      ...(retry_num !== undefined && { retryNum: retry_num }),
      ...(retry_reason !== undefined && { retryReason: retry_reason }),
    };
    await logged(log, () => handle(event));
    await logged(log, once);
  };
  client.on('slack_event', (envelope: Envelope) => void take(envelope));
}

/** The client's acknowledgement, which takes one call. */
function acknowledgedOnce(ack: Envelope['ack']): () => Promise<void> {
  let acknowledged = false;
  return async () => {
    if (acknowledged) return;
    acknowledged = true;
    await ack();
  };
}

/** Never rejects. */
async function logged(log: Logger, work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (err) {
    log.error({ err }, 'what Slack sent could not be handled');
  }
}
