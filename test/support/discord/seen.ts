import type { APIAttachment, APIMessage } from 'discord-api-types/v10';
import type { EmbedBody } from '../../../src/platforms/discord/message-rules.ts';
import type { Seen, SeenButton, SeenForm } from '../stage.ts';
import { isLabel, type MessageBody, type ModalBody } from './bodies.ts';
import { unmarked } from './unmarked.ts';
import type { World } from './world.ts';

/** A message as people see it on the screen. */
export function seen(world: World, message: APIMessage): Seen {
  const body = message as unknown as MessageBody;
  const isThread = world.channels.get(message.id)?.parent !== undefined;
  return {
    id: message.id,
    author: message.author.username,
    text: [unmarked(named(world, body.content ?? '')), ...(body.embeds ?? []).map(embedText)]
      .filter(Boolean)
      .join('\n'),
    buttons: buttons(message.id, body),
    pictures: message.attachments
      .filter(isPicture)
      .map(({ description, size }) => ({ alt: description ?? '', bytes: size })),
    files: message.attachments
      .filter((each) => !isPicture(each))
      .map(({ filename, url }) => ({ name: filename, text: textOf(url) })),
    marks: (message.reactions ?? []).flatMap(({ emoji }) => MARKS[emoji.name ?? ''] ?? []),
    ...(isThread && { thread: message.id }),
  };
}

/** Discord shows a role by its name. */
const named = ({ roles }: World, content: string): string =>
  content.replace(/<@&(\d+)>/g, (_, id: string) => `@${roles.get(id)?.name ?? 'deleted-role'}`);

const isPicture = ({ content_type: type }: APIAttachment): boolean =>
  type?.startsWith('image/') === true;

/** What stands under an address that bears its content. */
const textOf = (url: string): string =>
  Buffer.from(url.slice(url.indexOf(',') + 1), 'base64').toString();

const MARKS: Record<string, string> = { '✅': 'accepted', '🕐': 'late' };

function embedText({ title, description, fields, footer }: EmbedBody): string {
  const texts = [title, description, ...(fields ?? []).flatMap(({ name, value }) => [name, value])];
  return [...texts, footer?.text]
    .map((text) => unmarked(text ?? ''))
    .filter(Boolean)
    .join('\n');
}

function buttons(on: string, { components }: MessageBody): SeenButton[] {
  return (components ?? []).flatMap((row) =>
    row.components.map(({ custom_id, label, disabled }) => ({
      id: custom_id ?? '',
      label: label ?? '',
      disabled: disabled ?? false,
      on,
    })),
  );
}

export function seenForm({ title, components }: ModalBody, handle: string): SeenForm {
  return {
    title,
    handle,
    about: components.map((part) => (isLabel(part) ? '' : unmarked(part.content))).join(''),
    fields: components.filter(isLabel).map(({ label, component }) => ({
      id: component.custom_id,
      label,
      value:
        component.value ??
        component.options?.find((each) => each.default)?.value ??
        component.default_values?.[0]?.id ??
        '',
      ...(component.options && {
        options: component.options.map(({ label: shown, value }) => ({ label: shown, value })),
      }),
    })),
  };
}
