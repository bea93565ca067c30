import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ChannelType, InteractionContextType } from 'discord-api-types/v10';
import type { Answered } from '../stage.ts';
import type { Gateway } from './gateway.ts';
import type { Sent } from './gestures.ts';
import type { Outcome, PendingInteraction } from './interactions.ts';
import { seen, seenForm } from './seen.ts';
import { channelPayload, guildPayload, interactionMemberPayload } from './wire.ts';
import { findMessage, type Member, type World } from './world.ts';

/** How long a person waits for the bot before giving up. */
const PATIENCE_MS = 10_000;

/** Sends someone's gesture to the bot, some fields left out, and resolves with what comes back to them. */
export async function interact(
  world: World,
  gateway: Gateway,
  member: Member,
  sent: Sent,
  channel: string,
  without: readonly string[] = [],
): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const source = sent.source === undefined ? undefined : findMessage(world, sent.source);
  const interaction: PendingInteraction = {
    id: world.ids(),
    token: randomUUID(),
    type: sent.type,
    person: member.user.id,
    channel,
    at: world.now(),
    shared: gateway.connected() > 1,
    acknowledged: false,
    answered: false,
    answer: resolve,
    ...(source && { source }),
  };
  world.interactions.set(interaction.token, interaction);
  const whole = payload(world, member, interaction, sent);
  const fields = Object.entries(whole).filter(([name]) => !without.includes(name));
  gateway.dispatch('INTERACTION_CREATE', Object.fromEntries(fields));
  return patiently(promise);
}

function payload(world: World, member: Member, interaction: PendingInteraction, sent: Sent) {
  const { id, token, type, source } = interaction;
  const channel = world.channels.get(interaction.channel);
  return {
    id,
    token,
    type,
    version: 1,
    application_id: world.application,
    data: sent.data,
    channel_id: interaction.channel,
    ...(channel && { channel: channelPayload(world, channel) }),
    ...(channel?.type === ChannelType.DM ? inPrivate(member) : inGuild(world, member)),
    locale: member.language === 'en' ? 'en-GB' : member.language,
    app_permissions: '0',
    entitlements: [],
    attachment_size_limit: 10_485_760,
    ...(source && { message: source }),
  };
}

function inGuild(world: World, member: Member) {
  const { id } = world.guild;
  return {
    guild_id: id,
    guild: { id, locale: 'en-US', features: guildPayload(world).features },
    guild_locale: 'en-US',
    member: interactionMemberPayload(member),
    authorizing_integration_owners: { '0': id },
    context: InteractionContextType.Guild,
  };
}

/** With the bot alone: no server is named, nor who the person is in any. */
const inPrivate = ({ user }: Member) => ({
  user,
  authorizing_integration_owners: { '0': '0' },
  context: InteractionContextType.BotDM,
});

async function patiently(outcome: Promise<Outcome>): Promise<Outcome> {
  const waiting = new AbortController();
  const late = sleep(PATIENCE_MS, undefined, { signal: waiting.signal }).then(() => {
    throw new Error('the application did not respond');
  });
  late.catch(() => undefined);
  return Promise.race([outcome, late]).finally(() => waiting.abort());
}

/** The outcome as the one who asked sees it. */
export function answered(world: World, outcome: Outcome): Answered {
  switch (outcome.type) {
    case 'message':
      return { type: 'message', message: seen(world, outcome.message) };
    case 'modal':
      return { type: 'form', form: seenForm(outcome.modal, outcome.handle) };
    case 'choices':
      throw new Error('choices answer no gesture but typing');
  }
}
