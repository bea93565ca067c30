import { toHtml } from 'hast-util-to-html';
import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import type { SentFile } from '../../../chat/event.ts';
import { PlatformError } from '../../../chat/platform.ts';
import { bounded } from '../../../web/kit/guard.ts';
import { decodeBody, filesIn } from '../body.ts';
import { isCommand } from '../commands.ts';
import { complete } from '../completions.ts';
import { removeMessage, rewrite, say } from '../events.ts';
import { renderForm } from '../form.ts';
import {
  type GestureOutcome,
  onButton,
  onCommand,
  onForm,
  type SentForm,
} from '../interactions.ts';
import { LIMITS } from '../limits.ts';
import { othersAnswer } from '../others.ts';
import { type MessageView, viewMessage } from '../view/message.ts';
import { isVisibleTo, type Visitor } from '../visitor.ts';
import { lookOf, type VisitorContext } from '../visitor-context.ts';
import { live } from './live.ts';
import { type ClockMove, ClockMoved, Pressed, Rewritten, Said, Sent } from './requests.ts';
import { onlookerOf, visitorOf } from './who-asks.ts';

/** What the page gets back for a gesture. */
export type GestureAnswer =
  | { readonly type: 'message'; readonly message: MessageView }
  | { readonly type: 'form'; readonly html: string };

/** Of a message; what is no id of one is no path of ours. */
const MESSAGE = '/messages/:id{[0-9]{1,9}}';

/** Takes a form: as JSON, or with files beside it. */
const SEND = '/send';

/** Everything a visitor does, as `?as=` the member they play. */
export function api(context: VisitorContext): Hono {
  const app = new Hono();
  app.use((c, next) =>
    bounded(c.req.path.endsWith(SEND) ? LIMITS.formBytes : LIMITS.bodyBytes)(c, next),
  );

  app.get('/events', async (c) =>
    live(c, context, {
      visitor: await visitor(c, context),
      channel: query(c, 'channel'),
      after: Number(query(c, 'after')) || 0,
    }),
  );

  app.get('/completions', async (c) => {
    const typed = { channel: query(c, 'channel'), line: query(c, 'line') };
    return c.json(await complete(context, await visitor(c, context), typed));
  });

  app.post('/say', async (c) => {
    const who = await visitor(c, context);
    const said = await read(c, Said);
    refuseTooLong(context, who, said.text);
    const answer = isCommand(said.text)
      ? await onCommand(context, who, said)
      : ({ type: 'message', id: found(await say(context, who, said)).id } as const);
    return c.json(await answered(context, who, answer));
  });

  app.post('/press', async (c) => {
    const who = await visitor(c, context);
    const answer = await onButton(context, who, await read(c, Pressed));
    return c.json(await answered(context, who, found(answer)));
  });

  app.post(SEND, async (c) => {
    const who = await visitor(c, context);
    const answer = await onForm(context, who, await readSent(c));
    return c.json(await answered(context, who, answer));
  });

  app.get(`${MESSAGE}/files/:index{[0-9]}`, async (c) => {
    const message = found(await context.store.message(Number(c.req.param('id'))));
    const body = isVisibleTo(await visitor(c, context), message) && decodeBody(message.body);
    if (!body || body.type !== 'card') throw new HTTPException(404);
    const file = found(filesIn(body)[Number(c.req.param('index'))]);
    return c.body(Buffer.from(file.base64, 'base64'), 200, {
      'Content-Type': file.mediaType,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'Cache-Control': 'no-store',
    });
  });

  app.put(MESSAGE, async (c) => {
    const { text } = await read(c, Rewritten);
    const who = await visitor(c, context);
    refuseTooLong(context, who, text);
    found(await rewrite(context, who, { id: Number(c.req.param('id')), text }));
    return c.body(null, 204);
  });

  app.delete(MESSAGE, async (c) => {
    const removed = await removeMessage(
      context,
      await visitor(c, context),
      Number(c.req.param('id')),
    );
    return removed ? c.body(null, 204) : c.notFound();
  });

  app.post('/clock', async (c) => {
    const wanted = await read(c, ClockMoved);
    const moved = await moveClock(context, await visitor(c, context), wanted);
    return c.body(null, moved ? 204 : 409);
  });
  return app;
}

function refuseTooLong(context: VisitorContext, who: Visitor, text: string): void {
  if (text.length > (lookOf(context, who)?.longestMessage ?? Infinity))
    throw new HTTPException(413);
}

/** Lets the next question come, the deadline pass, or others answer. Returns false where no question is open for it. */
async function moveClock(
  context: VisitorContext,
  visitor: Visitor,
  { move, channel }: ClockMove,
): Promise<boolean> {
  switch (move) {
    case 'next':
      await context.controls.nextRound(visitor.language);
      return true;
    case 'deadline':
      return context.controls.deadline();
    case 'others':
      if (!(await context.controls.isOpen())) return false;
      await othersAnswer(context, visitor, channel);
      return true;
  }
}

async function answered(
  context: VisitorContext,
  visitor: Visitor,
  answer: GestureOutcome,
): Promise<GestureAnswer> {
  if (answer.type === 'form') {
    const reading = { ...visitor, now: context.now() };
    const longest = lookOf(context, visitor)?.longestField;
    return { type: 'form', html: toHtml(renderForm(answer, reading, longest)) };
  }
  const message = found(await context.store.message(answer.id));
  return { type: 'message', message: viewMessage(message, await onlookerOf(context, visitor)) };
}

async function readSent(c: Context): Promise<SentForm> {
  if (c.req.header('content-type')?.startsWith('multipart/form-data') !== true) {
    return read(c, Sent);
  }
  const { sent, ...parts } = await c.req.parseBody();
  const files = Object.entries(parts).flatMap(([id, part]) =>
    part instanceof File ? [[id, sentFile(part)] as const] : [],
  );
  return { ...parsed(Sent, asJson(sent)), files: Object.fromEntries(files) };
}

/** What is no JSON is as wrong as what has another shape. */
function asJson(sent: unknown): unknown {
  try {
    return JSON.parse(String(sent));
  } catch {
    return undefined;
  }
}

const sentFile = (file: File): SentFile => ({
  name: file.name,
  async fetch(largest) {
    const { size } = file;
    if (size > largest) throw new PlatformError({ code: 'file-too-large', size, largest }, '');
    return new Uint8Array(await file.arrayBuffer());
  },
});

const visitor = async (c: Context, context: VisitorContext): Promise<Visitor> =>
  found(await visitorOf(c, context));

const query = (c: Context, name: string): string => c.req.query(name) ?? '';

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new HTTPException(404);
  return value;
}

async function read<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  return parsed(schema, await c.req.json().catch(() => undefined));
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const { success, data, error } = schema.safeParse(value);
  if (!success) throw new HTTPException(400, { message: z.prettifyError(error) });
  return data;
}
