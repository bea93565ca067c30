import { Refusal } from '../refusal.ts';
import { APP_TOKEN, BOT_TOKEN, type World } from '../world.ts';
import { checkArguments } from './arguments.ts';
import type { Answer, Call, Method } from './call.ts';
import { CHAT } from './chat.ts';
import { CONVERSATIONS } from './conversations.ts';
import { OTHERS } from './others.ts';

const METHODS: Readonly<Record<string, Method>> = { ...CHAT, ...CONVERSATIONS, ...OTHERS };

/** Does what a request to `/api/<name>` asks; throws a {@link Refusal} where Slack would refuse. */
export function handleCall(name: string, token: string | undefined, call: Call): Answer {
  const method = METHODS[name];
  if (!method) throw new Refusal('unknown_method');
  checkToken(call.world, token, method);
  if (method.scope !== undefined && !call.world.scopes.has(method.scope)) {
    throw new Refusal('missing_scope', [], {
      needed: method.scope,
      provided: [...call.world.scopes].join(','),
    });
  }
  checkArguments(name, call.args);
  return { ok: true, ...method.run(call) };
}

function checkToken(world: World, token: string | undefined, method: Method): void {
  if (token === undefined) throw new Refusal('not_authed');
  const fault = world.tokenFaults.get(token);
  if (fault !== undefined) throw new Refusal(fault);
  if (token !== BOT_TOKEN && token !== APP_TOKEN) throw new Refusal('invalid_auth');
  if (token !== (method.app ? APP_TOKEN : BOT_TOKEN)) throw new Refusal('not_allowed_token_type');
}

const JSON_ARGS = ['blocks', 'view', 'metadata', 'files', 'attachments'];

/** The arguments of a request, form-encoded with JSON inside as the Web API client sends them, or
 *  all of it JSON. */
export function readArgs(contentType: string, body: string): Record<string, unknown> {
  if (contentType.startsWith('application/json'))
    return JSON.parse(body) as Record<string, unknown>;
  const args: Record<string, unknown> = Object.fromEntries(new URLSearchParams(body));
  for (const name of JSON_ARGS) {
    const value = args[name];
    if (typeof value === 'string') args[name] = JSON.parse(value) as unknown;
  }
  return args;
}
