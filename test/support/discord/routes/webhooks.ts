import type { MessageBody } from '../bodies.ts';
import { invalidToken, unknownMessage, unknownWebhook } from '../errors.ts';
import { type PendingInteraction, settle, TOKEN_MS, whisper } from '../interactions.ts';
import { checkMessage } from '../limits.ts';
import { buildMessage, editMessage } from '../messages.ts';
import type { Call, Route } from '../rest.ts';
import { changePrivate, requirePrivate } from './interactions.ts';

/** What follows the first response to an interaction. */
export const webhookRoutes: readonly Route[] = [
  {
    method: 'PATCH',
    path: '/webhooks/{webhook_id}/{webhook_token}/messages/@original',
    open: true,
    check: (check, body: MessageBody) => checkMessage(check, body),
    answer: editOriginal,
  },
  {
    method: 'POST',
    path: '/webhooks/{webhook_id}/{webhook_token}',
    open: true,
    check: (check, body: MessageBody) => checkMessage(check, body),
    answer: followUp,
  },
];

function followUp({ world, params, body, files }: Call): object {
  const interaction = valid({ world, params });
  requirePrivate(body as MessageBody);
  const { channel } = interaction;
  const wanted = { channel, author: world.bot, body: body as MessageBody, files };
  const message = buildMessage(world, wanted);
  whisper(world, interaction, message);
  return message;
}

function editOriginal(call: Call): object {
  const { world, body, files } = call;
  const interaction = valid(call);
  if (interaction.original === undefined) return completeDeferred(call, interaction);
  const message = changePrivate(world, interaction, (shown) =>
    editMessage(shown, body as MessageBody, files, world.now()),
  );
  if (!message) throw unknownMessage();
  settle(interaction, { type: 'message', message });
  return message;
}

/** The "is thinking" line becomes the answer. */
function completeDeferred(call: Call, interaction: PendingInteraction): object {
  const { world, files } = call;
  const { channel } = interaction;
  const body = { ...(call.body as MessageBody), flags: 64 };
  const message = buildMessage(world, { channel, author: world.bot, body, files });
  interaction.original = message.id;
  whisper(world, interaction, message);
  return message;
}

function valid({ world, params }: Pick<Call, 'world' | 'params'>): PendingInteraction {
  const interaction = world.interactions.get(params['webhook_token'] ?? '');
  if (!interaction || params['webhook_id'] !== world.application) throw unknownWebhook();
  if (!interaction.acknowledged) throw unknownWebhook();
  if (world.now().getTime() - interaction.at.getTime() > TOKEN_MS) throw invalidToken();
  return interaction;
}
