import { createHmac } from 'node:crypto';
import type { AckClock } from './acks.ts';
import type { Delivery, Envelope } from './delivery.ts';
import { ACK_MS } from './limits.ts';
import { SIGNING_SECRET, type World } from './world.ts';

export interface SignedHttp extends Delivery {
  /** Where requests go; with several, they take turns, as behind a balancer. */
  readonly targets: string[];
  /** What Slack does after a minute: brings again what was not taken. */
  redeliver(): Promise<void>;
}

export interface SignedRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A request as Slack signs it, `at` by the sender's clock. */
export function sign(
  contentType: string,
  body: string,
  at: Date,
  secret = SIGNING_SECRET,
): SignedRequest {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  const headers = {
    'content-type': contentType,
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${signature}`,
  };
  return { headers, body };
}

/** Commands and interactions are forms, events are JSON; all of them signed. */
export function encode(envelope: Envelope, at: Date): SignedRequest {
  const { type, payload } = envelope;
  if (type === 'events_api') return sign('application/json', JSON.stringify(payload), at);
  const fields = type === 'slash_commands' ? payload : { payload: JSON.stringify(payload) };
  const form = new URLSearchParams(fields as Record<string, string>);
  return sign('application/x-www-form-urlencoded', form.toString(), at);
}

export function openSignedHttp(world: World, clock: AckClock): SignedHttp {
  const targets: string[] = [];
  const missed: Envelope[] = [];
  let twice = false;
  let turn = 0;

  async function send(
    envelope: Envelope,
    retry?: { num: number; reason: string },
  ): Promise<boolean> {
    const target = targets[turn++ % Math.max(targets.length, 1)];
    if (target === undefined) return false;
    const { headers, body } = encode(
      envelope,
      new Date(world.now().getTime() + (retry ? ACK_MS : 0)),
    );
    const retryHeaders = retry && {
      'x-slack-retry-num': String(retry.num),
      'x-slack-retry-reason': retry.reason,
    };
    const stop = clock.sent(envelope);
    try {
      const response = await fetch(target, {
        method: 'POST',
        headers: { ...headers, ...retryHeaders },
        body,
      });
      return response.ok;
    } catch {
      return false;
    } finally {
      stop();
    }
  }

  /** Events are tried again at once; commands and interactions never are. */
  async function deliver(envelope: Envelope): Promise<void> {
    const taken = await send(envelope);
    if (envelope.type !== 'events_api') {
      if (!taken) throw new Error(`the bot did not take a ${envelope.type}: dispatch_failed`);
      return;
    }
    if (!taken && !(await send(envelope, { num: 1, reason: 'http_error' }))) missed.push(envelope);
    if (twice) await send(envelope, { num: 1, reason: 'http_timeout' });
  }

  return {
    targets,
    deliver,
    deliverTwice: (on) => void (twice = on),
    dropConnections: () => undefined,
    redeliver: async () => {
      for (const envelope of missed.splice(0)) {
        if (!(await send(envelope, { num: 2, reason: 'http_error' }))) missed.push(envelope);
      }
    },
    close: () => Promise.resolve(),
  };
}
