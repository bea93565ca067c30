import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { AckClock } from './acks.ts';
import type { Delivery, Envelope } from './delivery.ts';
import type { World } from './world.ts';

export interface SocketMode extends Delivery {
  /** Slack's routine refresh: it asks every client to come back on a new connection. */
  refresh(): void;
  /** Sends this on every connection as it is, whatever it means. */
  sendFrame(text: string): void;
  connections(): number;
  /** How many connections were made so far. */
  opened(): number;
}

interface Pending {
  readonly envelope: Envelope;
  readonly acknowledged: () => void;
  attempts: number;
}

/** Socket Mode: each envelope goes to one of the open connections, and waits while there is none. */
export function openSocketMode(http: Server, world: World, clock: AckClock): SocketMode {
  const sockets = new WebSocketServer({ server: http, path: '/socket' });
  const waiting: Pending[] = [];
  const sent = new Map<string, { pending: Pending; socket: WebSocket }>();
  let twice = false;
  let turn = 0;
  let opened = 0;

  sockets.on('connection', (socket) => {
    opened++;
    socket.send(JSON.stringify({ type: 'hello', num_connections: sockets.clients.size }));
    socket.on('message', (data: Buffer) => acknowledge(data.toString()));
    socket.on('close', () => takeBack(socket));
    world.changes.emit('change');
    for (const pending of waiting.splice(0)) send(pending);
  });

  function acknowledge(data: string): void {
    const { envelope_id: id } = JSON.parse(data) as { envelope_id: string };
    sent.get(id)?.pending.acknowledged();
    sent.delete(id);
  }

  /** What a connection took with it unacknowledged is delivered again. */
  function takeBack(lost: WebSocket): void {
    for (const [id, { pending, socket }] of sent) {
      if (socket !== lost) continue;
      sent.delete(id);
      send(pending);
    }
  }

  function send(pending: Pending): void {
    const open = [...sockets.clients].filter((socket) => socket.readyState === socket.OPEN);
    const socket = open[turn++ % Math.max(open.length, 1)];
    if (!socket) return void waiting.push(pending);
    const id = world.nextId('E');
    sent.set(id, { pending, socket });
    const { type, payload } = pending.envelope;
    socket.send(
      JSON.stringify({
        envelope_id: id,
        type,
        payload,
        accepts_response_payload: type !== 'events_api',
        ...(type === 'events_api' && {
          retry_attempt: pending.attempts,
          retry_reason: pending.attempts > 0 ? 'timeout' : '',
        }),
      }),
    );
    pending.attempts++;
  }

  function deliver(envelope: Envelope): Promise<void> {
    const stop = clock.sent(envelope);
    return new Promise((resolve) => {
      const acknowledged = (): void => {
        stop();
        resolve();
      };
      send({ envelope, acknowledged, attempts: 0 });
      if (twice && envelope.type === 'events_api') {
        send({ envelope, acknowledged: () => undefined, attempts: 1 });
      }
    });
  }

  return {
    deliver,
    deliverTwice: (on) => void (twice = on),
    dropConnections: () => sockets.clients.forEach((socket) => socket.terminate()),
    refresh: () => {
      const words = JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' });
      sockets.clients.forEach((socket) => socket.send(words));
    },
    sendFrame: (text) => sockets.clients.forEach((socket) => socket.send(text)),
    connections: () => sockets.clients.size,
    opened: () => opened,
    close: () => {
      sockets.clients.forEach((socket) => socket.terminate());
      return new Promise((resolve) => sockets.close(() => resolve()));
    },
  };
}
