import type { GestureAnswer } from '../../../src/platforms/playground/http/api.ts';
import type { Answered, ChosenFiles, Person, RunArgs, Seen } from '../stage.ts';
import type { Mirror } from './mirror.ts';
import { seenForm } from './seen.ts';

export interface HandsContext {
  readonly member: string;
  readonly channel: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly mirror: Mirror;
  /** The page this person has open; resolves as soon as they are let in. */
  readonly page: () => Promise<string>;
  readonly refused: (reason: string) => void;
  /** Told of each message that came as an answer to a gesture. */
  readonly answered: (message: string) => void;
}

type Hands = Pick<
  Person,
  'run' | 'complete' | 'press' | 'send' | 'reply' | 'replyWith' | 'rewrite' | 'remove'
>;

/** What a person can do on the page, as the requests that the page makes for it. */
export function createHands(context: HandsContext): Hands {
  const { channel, mirror } = context;

  const gesture = async (path: string, body: object): Promise<Answered> => {
    const url = await context.page();
    const response = await ask(context, 'POST', path, body);
    const answer = (await response.json()) as GestureAnswer;
    if (answer.type === 'form') return { type: 'form', form: seenForm(answer.html) };
    context.answered(String(answer.message.id));
    return { type: 'message', message: await mirror.answer(url, answer.message) };
  };

  return {
    run: (command, ...rest) => gesture('say', { channel, text: commandLine(command, rest) }),
    async complete(command, option, partial) {
      const line = `/${command} ${option}:${/\s/.test(partial) ? '"' : ''}${partial}`;
      const response = await ask(context, 'GET', 'completions', undefined, { channel, line });
      const { items } = (await response.json()) as { items: { label: string }[] };
      return items.map(({ label }) => label);
    },
    press: (button) => gesture('press', { message: Number(button.on), action: button.id }),
    send: (form, values, files = {}) => {
      const held = Object.fromEntries(form.fields.map(({ id, value }) => [id, value]));
      const handle: unknown = JSON.parse(form.handle);
      const sent = { handle, values: { ...held, ...values } };
      return gesture('send', Object.keys(files).length > 0 ? withFiles(sent, files) : sent);
    },
    async reply(under, text) {
      const said = await gesture('say', { channel, thread: Number(under.id), text });
      if (said.type === 'form') throw new Error('a form, not a message');
      return said.message;
    },
    replyWith: (_under, what) => Promise.reject(new Error(`the page takes no ${what}`)),
    async rewrite({ id }: Seen, text) {
      await ask(context, 'PUT', `messages/${id}`, { text });
    },
    async remove({ id }: Seen) {
      await ask(context, 'DELETE', `messages/${id}`);
    },
  };
}

async function ask(
  { member, headers, page, refused }: HandsContext,
  method: string,
  path: string,
  body?: object,
  query: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const url = await page();
  const address = `${url}/api/${path}?${new URLSearchParams({ as: member, ...query }).toString()}`;
  const isForm = body instanceof FormData;
  const response = await fetch(address, {
    method,
    headers: { ...headers, origin: url, ...(!isForm && { 'content-type': 'application/json' }) },
    ...(body && { body: isForm ? body : JSON.stringify(body) }),
  });
  if (response.ok) return response;
  const reason = `${method} ${path}: ${response.status} ${await response.text()}`;
  refused(reason);
  throw new Error(reason);
}

function withFiles(sent: object, files: ChosenFiles): FormData {
  const form = new FormData();
  form.set('sent', JSON.stringify(sent));
  for (const [id, { name, content }] of Object.entries(files)) {
    form.set(id, new Blob([Buffer.from(content)]), name);
  }
  return form;
}

/** `/track add cron:"0 9 * * *"`, in quotes that the value does not hold. */
function commandLine(command: string, rest: RunArgs): string {
  const words = rest.flatMap((arg: string | Readonly<Record<string, string>>) =>
    typeof arg === 'string'
      ? [arg]
      : Object.entries(arg).map(([key, value]) => `${key}:${quoted(value)}`),
  );
  return [`/${command}`, ...words].join(' ');
}

function quoted(value: string): string {
  if (!value.includes('"')) return `"${value}"`;
  return value.includes('”') ? `«${value}»` : `“${value}”`;
}
