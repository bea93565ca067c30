import { ApplicationCommandType } from 'discord-api-types/v10';
import { z } from 'zod';

/**
 * The fields that the bot reads of what the gateway sends. Discord leaves fields out without notice, such as
 * the author of an updated message, so nothing is read that was not checked.
 */
const snowflake = z.string().regex(/^(0|[1-9][0-9]*)$/);
const instant = z.string().refine((text) => !Number.isNaN(Date.parse(text)));

const author = z.object({
  id: snowflake,
  username: z.string(),
  global_name: z.string().nullish(),
  bot: z.boolean().nullish(),
});

export const READY = z.object({ user: z.object({ id: snowflake }) });

export const MESSAGE = z.object({
  id: snowflake,
  channel_id: snowflake,
  guild_id: snowflake.nullish(),
  type: z.number(),
  webhook_id: snowflake.nullish(),
  author,
  member: z.object({ nick: z.string().nullish() }).nullish(),
  content: z.string(),
  timestamp: instant,
  mentions: z.array(z.object({ id: snowflake })).nullish(),
  message_reference: z.object({ message_id: snowflake.nullish() }).nullish(),
});

export const EDITED_MESSAGE = MESSAGE.extend({ edited_timestamp: instant });

/** An update without an author or without an edit is no edit: Discord has drawn a link's preview. */
export const UPDATE = z.object({ author: z.object({}), edited_timestamp: z.string() });

const removed = { channel_id: snowflake, guild_id: snowflake.nullish() };
export const REMOVED_MESSAGE = z.object({ ...removed, id: snowflake });
export const REMOVED_MESSAGES = z.object({ ...removed, ids: z.array(snowflake) });

export const CHANNEL = z.object({
  id: snowflake,
  type: z.number(),
  guild_id: snowflake.nullish(),
  parent_id: snowflake.nullish(),
});

export const GUILD = z.object({ id: snowflake, unavailable: z.boolean().nullish() });
export const JOINED_GUILD = GUILD.extend({ name: z.string() });
export const REMOVED_CHANNEL = z.object({ id: snowflake, guild_id: snowflake });

/** Where channels and threads stand in the events that list several. */
export const LISTS = z.object({
  channels: z.array(z.unknown()).nullish(),
  threads: z.array(z.unknown()).nullish(),
});

/** A part whose shape is unknown is as good as absent: the interaction can still be answered. */
const caller = z.object({
  user: author,
  nick: z.string().nullish(),
  permissions: z.string().regex(/^[0-9]+$/),
});

export const INTERACTION = z.object({
  id: snowflake,
  token: z.string(),
  type: z.number(),
  application_id: snowflake.optional().catch(undefined),
  locale: z.string().optional().catch(undefined),
  guild_id: snowflake.optional().catch(undefined),
  channel: CHANNEL.optional().catch(undefined),
  member: caller.optional().catch(undefined),
  /** In private messages, in place of the member. */
  user: author.optional().catch(undefined),
  message: z.object({ id: snowflake, flags: z.number().nullish() }).optional().catch(undefined),
  data: z.unknown(),
});

export type Interaction = z.infer<typeof INTERACTION>;

/** A command chosen in the menu of a message, which is among the resolved ones whole. */
export const MESSAGE_COMMAND = z.object({
  name: z.string(),
  type: z.literal(ApplicationCommandType.Message),
  target_id: snowflake,
  resolved: z.object({ messages: z.record(z.string(), z.unknown()) }),
});

const option = z.object({
  name: z.string(),
  type: z.number(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: z.boolean().optional(),
  get options() {
    return z.array(option).optional();
  },
});

export const COMMAND = z.object({
  name: z.string(),
  type: z.number(),
  options: z.array(option).optional(),
});

export type CommandData = z.infer<typeof COMMAND>;
export type CommandOption = z.infer<typeof option>;

export const COMPONENT = z.object({ custom_id: z.string(), component_type: z.number() });

const input = z.object({
  type: z.number().optional().catch(undefined),
  custom_id: z.string(),
  value: z.string().nullish(),
  values: z.array(z.string()).nullish(),
});

/** Inputs stand alone in labels, or several in a row; between them may be texts. */
const MODAL_PART = z.object({
  component: input.optional().catch(undefined),
  components: z.array(input).optional().catch(undefined),
});

const attachments = z.record(snowflake, z.object({ filename: z.string(), url: z.string() }));

export const MODAL = z.object({
  custom_id: z.string(),
  components: z.array(MODAL_PART),
  resolved: z.object({ attachments: attachments.optional() }).optional().catch(undefined),
});

export type ModalData = z.infer<typeof MODAL>;
