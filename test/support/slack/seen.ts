import type { Seen, SeenButton, SeenForm } from '../stage.ts';
import { type Block, buttonsOf, isInput, type RichElement, type Text } from './block-kit.ts';
import { BOT, type StoredMessage, type StoredView, type World } from './world.ts';

/** A message as it stands on the screen. */
export function seen(world: World, message: StoredMessage): Seen {
  return {
    id: message.ts,
    author:
      message.user === BOT.user ? BOT.name : (world.users.get(message.user)?.name ?? message.user),
    text: named(
      world,
      message.blocks.length > 0 ? textOfBlocks(message.blocks) : showMrkdwn(message.text),
    ),
    buttons: buttonsOf(message.blocks).map((button, index): SeenButton => ({
      label: button.text.text ?? '',
      // Where it stands: an action_id differs from those of its own block only.
      id: String(index),
      disabled: false,
      on: message.ts,
    })),
    pictures: message.blocks
      .filter((block) => block.type === 'image')
      .map((block) => ({
        alt: block.alt_text ?? '',
        bytes: world.files.get(block.slack_file?.id ?? '')?.bytes?.byteLength ?? 0,
      })),
    files: (message.files ?? []).flatMap((id) => {
      const file = world.files.get(id);
      return file ? [{ name: file.name, text: file.bytes?.toString() ?? '' }] : [];
    }),
    marks: [...message.reactions].map((name) => MARKS[name] ?? name),
    ...(message.thread !== undefined && { thread: message.thread }),
  };
}

/** Slack shows a user group by its handle. What somebody wrote keeps its bracket, which a mention has lost here. */
const named = ({ handles }: World, text: string): string =>
  text.replace(/(?<!<)!subteam\^(\w+)/g, (_, id: string) => `@${handles.get(id) ?? id}`);

export function seenForm({ id, view }: StoredView): SeenForm {
  return {
    handle: id,
    title: view.title.text ?? '',
    about: textOfBlocks(view.blocks.filter((block) => !isInput(block))),
    fields: view.blocks.filter(isInput).map(({ block_id: field = '', label, element = {} }) => ({
      id: field,
      label: label?.text ?? '',
      value: element.initial_option?.value ?? element.initial_value ?? '',
      ...(element.options && {
        options: element.options.map(({ text, value }) => ({ label: text.text ?? '', value })),
      }),
    })),
  };
}

const MARKS: Readonly<Record<string, string>> = { white_check_mark: 'accepted', clock3: 'late' };

function textOfBlocks(blocks: readonly Block[]): string {
  return blocks.map(textOfBlock).filter(Boolean).join('\n');
}

function textOfBlock(block: Block): string {
  switch (block.type) {
    case 'header':
    case 'section':
      return [block.text, ...(block.fields ?? [])].map(showText).filter(Boolean).join('\n');
    case 'context':
      return (block.elements ?? []).map((element) => showText(element as Text)).join(' ');
    case 'rich_text':
      return (block.elements ?? []).map((element) => showRich(element as RichElement)).join('\n');
    default:
      return '';
  }
}

function showText(text: Text | string | undefined): string {
  if (typeof text !== 'object') return text ?? '';
  return text.type === 'mrkdwn' ? showMrkdwn(text.text ?? '') : (text.text ?? '');
}

function showRich(element: RichElement): string {
  const inner = element.elements ?? [];
  if (element.type === 'rich_text_list') return inner.map(showRich).join('\n');
  if (inner.length > 0) return inner.map(showRich).join('');
  if (element.channel_id !== undefined) return `#${element.channel_id}`;
  return element.text ?? element.fallback ?? element.url ?? '';
}

/** mrkdwn as a reader sees it: dates by their fallback, links by their words, marks gone. */
function showMrkdwn(text: string): string {
  return text
    .replace(/<!date\^[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<([^>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
