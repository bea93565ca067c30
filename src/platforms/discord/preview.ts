import type { APIEmbed } from 'discord-api-types/v10';
import type { Message } from '../../chat/message.ts';
import { render } from './render.ts';

/** A page as Discord is sent it, for a terminal: its Markdown, its pictures and buttons in brackets. */
export function preview(page: Message): string {
  const { content, embeds, components, attachments } = render(page).body;
  const described = new Map(attachments.map((file) => [file.filename, file.description]));
  const buttons = components.map((row) =>
    row.components.map((button) => `[${'label' in button ? button.label : ''}]`).join(' '),
  );
  const sheets = embeds.map((embed) => embedText(embed, described)).join('\n———\n');
  return [...(content === undefined ? [] : [content]), sheets, ...buttons].join('\n');
}

function embedText(embed: APIEmbed, described: ReadonlyMap<string, string>): string {
  const { description, fields = [], image } = embed;
  const file = image?.url.replace(/^attachment:\/\//, '');
  return [
    ...(description === undefined ? [] : [description]),
    ...fields.map(({ name, value }) => `**${name}** ${value}`),
    ...(file === undefined ? [] : [`[${file}: ${described.get(file) ?? ''}]`]),
  ].join('\n');
}
