import type { Context } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { Change } from '../hub.ts';
import { LIMITS } from '../limits.ts';
import { viewMessage } from '../view/message.ts';
import { isLasting, isVisibleTo, type Visitor } from '../visitor.ts';
import { requireStarted, type VisitorContext } from '../visitor-context.ts';
import { onlookerOf } from './who-asks.ts';

/** A channel, as a page that came when its newest message was `after` watches it for its visitor. */
interface Watched {
  readonly visitor: Visitor;
  readonly channel: string;
  readonly after: number;
}

/** A page that watches a channel, and the stream that leads to it. */
interface OpenPage extends Watched {
  readonly context: VisitorContext;
  readonly stream: SSEStreamingApi;
}

/**
 * A channel as one member sees it, as server-sent events: first all that stands there, so that
 * nothing is missed however long a page was away, then each change.
 */
export function live(c: Context, context: VisitorContext, watched: Watched): Response {
  requireStarted(context);
  const run = async (stream: SSEStreamingApi): Promise<void> => {
    const gone = new AbortController();
    stream.onAbort(() => gone.abort());
    const changes = context.hub.changes(gone.signal);
    const page = { ...watched, context, stream };
    await sendAll(page);
    await context.controls.arrive(watched.visitor.language);
    for await (const change of changes) await sendChange(page, change);
  };
  // The stream ends, and the page comes back for another.
  return streamSSE(c, run, (err) => {
    context.log.warn({ err }, 'a page could not be kept up to date');
    return Promise.resolve();
  });
}

async function sendAll({ context, stream, visitor, channel, after }: OpenPage): Promise<void> {
  const all = await context.store.messagesFor(visitor.member.id, channel, LIMITS.shownMessages);
  const messages = all.filter((message) => message.id > after || isLasting(visitor, message));
  const onlooker = await onlookerOf(context, visitor);
  await send(
    stream,
    'all',
    messages.map((message) => viewMessage(message, onlooker)),
  );
}

async function sendChange(page: OpenPage, { type, id }: Change): Promise<void> {
  const { context, stream, visitor, channel } = page;
  if (type === 'removed') return send(stream, 'removed', { id });
  const message = await context.store.message(id);
  if (message?.channel !== channel || !isVisibleTo(visitor, message)) return;
  await send(stream, 'changed', viewMessage(message, await onlookerOf(context, visitor)));
}

async function send(stream: SSEStreamingApi, event: string, data: unknown): Promise<void> {
  await stream.writeSSE({ event, data: JSON.stringify(data) });
}
