import { type APIEmbed, ButtonStyle } from 'discord-api-types/v10';
import type { Block, Message, Tone } from '../../chat/message.ts';
import type { RichText, Span } from '../../chat/text.ts';
import { actionOf } from './buttons.ts';
import { paginate } from './paginate.ts';
import { COLOURS, render } from './render.ts';

/**
 * What Discord shows of a message, read back from the payload that it would be sent: one card for each embed of
 * each page, and the buttons of a page under its last one.
 */
export function readBack(message: Message): readonly Message[] {
  return paginate(message).flatMap((page) => {
    const { content = '', embeds, components, attachments } = render(page).body;
    const alts = new Map(attachments.map((file) => [file.filename, file.description]));
    const cards = embeds.map((embed) => cardOf(embed, alts));
    // The app knows a role's name by its id; here the message itself does.
    const mentions = page.blocks.filter(
      (block) => block.type === 'mention' && content.includes(`<@&${block.group.id}>`),
    );
    const buttons = components.map((row): Block => ({
      type: 'buttons',
      buttons: row.components.map((button) => ({
        label: 'label' in button ? (button.label ?? '') : '',
        action: actionOf(button.custom_id),
        ...(button.style === ButtonStyle.Primary && { style: 'primary' as const }),
        ...(button.style === ButtonStyle.Danger && { style: 'danger' as const }),
        ...(button.disabled && { disabled: true }),
      })),
    }));
    const shown = new Set(embeds.map(({ image }) => image?.url.replace('attachment://', '')));
    const files = attachments.filter(({ filename }) => !shown.has(filename)).map(fileBlock);
    const last = cards.pop() ?? { blocks: [] };
    const all = [...cards, { ...last, blocks: [...last.blocks, ...files, ...buttons] }];
    return mentions.length > 0 ? [{ blocks: mentions }, ...all] : all;
  });
}

function cardOf(embed: APIEmbed, alts: ReadonlyMap<string, string>): Message {
  const { description = '', fields = [], image, color } = embed;
  const tones = Object.keys(COLOURS) as Tone[];
  const tone = tones.find((one) => COLOURS[one] === color) ?? 'neutral';
  const file = image?.url.replace('attachment://', '');
  const read = fields.map(({ name, value }) => ({ name, value: readInline(value) }));
  return {
    tone,
    blocks: [
      ...readMarkdown(description),
      ...(read.length > 0 ? [{ type: 'fields' as const, fields: read }] : []),
      ...(file === undefined ? [] : [picture(file, alts.get(file) ?? '')]),
    ],
  };
}

const picture = (name: string, alt: string): Block => ({
  type: 'picture',
  name: name.replace(/^\d+-/, ''),
  alt,
  png: new Uint8Array(),
});

const fileBlock = (file: { readonly filename: string; readonly description: string }): Block => ({
  type: 'file',
  name: file.filename.replace(/^\d+-/, ''),
  description: file.description,
  mediaType: '',
  content: new Uint8Array(),
});

/** A line's kind by how it begins; what is no other kind is text. */
const LINES = [
  { type: 'heading', begins: /^### / },
  { type: 'note', begins: /^-# / },
  { type: 'quote', begins: /^> ?/ },
  { type: 'ordered', begins: /^\d+\. / },
  { type: 'bullet', begins: /^- / },
] as const;

/** The Markdown that `render` writes, as blocks. */
function readMarkdown(markdown: string): Block[] {
  return markdown.split(/(^```\n[\s\S]*?\n```$)/m).flatMap((piece): Block[] => {
    const code = /^```\n([\s\S]*)\n```$/.exec(piece)?.[1];
    return code === undefined ? runsOf(piece).map(blockOf) : [{ type: 'code', text: code }];
  });
}

interface Run {
  readonly type: (typeof LINES)[number]['type'] | 'text';
  readonly lines: string[];
}

/** Lines of one kind that follow each other; an empty line ends a paragraph. */
function runsOf(text: string): Run[] {
  const runs: (Run | undefined)[] = [];
  for (const line of text.split('\n')) {
    const kind = LINES.find(({ begins }) => begins.test(line));
    const last = runs.at(-1);
    const inList = last?.type === 'ordered' || last?.type === 'bullet';
    if (!kind && inList && line.startsWith('   ')) {
      last.lines.push(`${last.lines.pop() ?? ''}\n${line.trimStart()}`);
    } else if (line === '') runs.push(undefined);
    else {
      const type = kind?.type ?? 'text';
      const shown = kind ? line.replace(kind.begins, '') : line;
      if (last?.type === type && type !== 'heading') last.lines.push(shown);
      else runs.push({ type, lines: [shown] });
    }
  }
  return runs.filter((run) => run !== undefined);
}

function blockOf({ type, lines }: Run): Block {
  const text = readInline(lines.join('\n'));
  switch (type) {
    case 'heading':
      return { type, text: text.map(wordsOf).join('') };
    case 'ordered':
    case 'bullet':
      return { type: 'list', ordered: type === 'ordered', items: lines.map(readInline) };
    default:
      return { type, text };
  }
}

const wordsOf = (span: Span): string =>
  typeof span === 'string' ? span : 'text' in span ? span.text : '';

const INLINE = new RegExp(
  [
    String.raw`\\(?<escaped>[\s\S])`,
    String.raw`\*\*(?<bold>(?:\\[\s\S]|[^\\])+?)\*\*`,
    String.raw`_(?<italic>(?:\\[\s\S]|[^\\_])+?)_`,
    '`` (?<code2>.+?) ``',
    '`(?<code>[^`]+)`',
    String.raw`\[(?<words>(?:\\[\s\S]|[^\\\]])*)\]\(<(?<href>[^>]*)>\)`,
    String.raw`<t:(?<counted>\d+):f> \(<t:\d+:R>\)`,
    String.raw`<t:(?<at>\d+):(?<style>[fD])>`,
    String.raw`<#(?<channel>\d+)>`,
    String.raw`<(?<url>https?:[^>]*)>`,
  ].join('|'),
  'g',
);

const plain = (text: string): string => text.replace(/\\([\s\S])/g, '$1');

/** Marks, links, instants and channels; everything else is text. */
function readInline(markdown: string): RichText {
  const spans: Span[] = [];
  let from = 0;
  const add = (span: Span): void => {
    const last = spans.at(-1);
    if (typeof span === 'string' && typeof last === 'string') spans.splice(-1, 1, last + span);
    else if (span !== '') spans.push(span);
  };
  for (const match of markdown.matchAll(INLINE)) {
    add(markdown.slice(from, match.index));
    add(spanOf(match.groups ?? {}));
    from = match.index + match[0].length;
  }
  add(markdown.slice(from));
  return spans;
}

const instant = (seconds: string): Date => new Date(Number(seconds) * 1000);

function spanOf(found: Readonly<Record<string, string | undefined>>): Span {
  const {
    escaped,
    bold,
    italic,
    code = found['code2'],
    words,
    href,
    counted,
    at,
    channel,
    url,
  } = found;
  if (bold !== undefined) return { type: 'bold', text: plain(bold) };
  if (italic !== undefined) return { type: 'italic', text: plain(italic) };
  if (code !== undefined) return { type: 'code', text: code };
  if (href !== undefined) return { type: 'link', text: plain(words ?? ''), url: href };
  if (counted !== undefined) return { type: 'time', at: instant(counted), style: 'countdown' };
  if (at !== undefined) {
    return { type: 'time', at: instant(at), style: found['style'] === 'D' ? 'date' : 'datetime' };
  }
  if (channel !== undefined) return { type: 'channel', id: channel };
  if (url !== undefined) return { type: 'link', text: url, url };
  return escaped ?? '';
}
