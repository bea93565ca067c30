import type { RawFile } from '@discordjs/rest';
import type {
  APIActionRowComponent,
  APIButtonComponentWithCustomId,
  APIEmbed,
} from 'discord-api-types/v10';
import { cut } from '../../chat/cut.ts';
import { displayable } from '../../chat/displayable.ts';
import { loadedBytes, loadFiles } from '../../chat/file.ts';
import type { Block, Message, Tone } from '../../chat/message.ts';
import { type Borne, renderButtons } from './buttons.ts';
import { type Attached, BLANK, drawOn, type EmbedSheet, EMPTY, fileName } from './drawing.ts';
import { LIMITS } from './limits.ts';
import { markAddress } from './mark.ts';

/** A message as Discord takes it: the same for a post, an edit and an answer to an interaction. */
export interface Rendered {
  readonly body: {
    /** Holds the one mention that notifies, which an embed could only show. */
    readonly content?: string;
    readonly embeds: readonly APIEmbed[];
    readonly components: readonly APIActionRowComponent<APIButtonComponentWithCustomId>[];
    readonly attachments: readonly { id: string; filename: string; description: string }[];
    /** Whatever the words are, they notify nobody but the role of a mention. */
    readonly allowed_mentions: {
      readonly parse: [];
      readonly roles?: readonly [string];
      readonly replied_user: false;
    };
  };
  readonly files: readonly RawFile[];
}

/** One page of a message with its files, as it is sent. */
export async function sent(message: Message, borne: Borne = {}): Promise<Rendered> {
  return render(await loadFiles(message, LIMITS.upload), borne);
}

/**
 * One page of a message. A `mark` makes it findable in the channel's history: its first button bears it, or an
 * embed where there is none, or where its buttons bear an addressee and have no room for both.
 */
export function render(message: Message, { mark, addressee }: Borne = {}): Rendered {
  const { sheets, attached } = message.blocks.reduce(drawOn, BLANK);
  const onEmbed = addressee !== undefined || !message.blocks.some(isButtons);
  const components = renderButtons(message, { addressee, ...(!onEmbed && { mark }) });
  const bearer = mark !== undefined && onEmbed ? { url: markAddress(mark) } : {};
  const embeds = sheets.map((sheet) => toEmbed(sheet, message.tone ?? 'neutral'));
  const [first = { description: EMPTY }, ...rest] = embeds;
  return {
    body: {
      embeds: [{ ...first, ...bearer }, ...rest],
      components,
      attachments: attached.map((block, index) => ({
        id: String(index),
        filename: fileName(block.name, index),
        description: cut(displayable(wordsOf(block)), LIMITS.fileDescription),
      })),
      ...mentioning(message),
    },
    files: attached.map((block, index) => ({
      data: Buffer.from(block.type === 'file' ? loadedBytes(block) : block.png),
      name: fileName(block.name, index),
      contentType: block.type === 'file' ? block.mediaType : 'image/png',
    })),
  };
}

/** Only the first mention of a message notifies. */
function mentioning({ blocks }: Message): Pick<Rendered['body'], 'content' | 'allowed_mentions'> {
  const nobody: Rendered['body']['allowed_mentions'] = { parse: [], replied_user: false };
  const role = blocks.find((block) => block.type === 'mention')?.group.id;
  if (role === undefined) return { allowed_mentions: nobody };
  return { content: `<@&${role}>`, allowed_mentions: { ...nobody, roles: [role] } };
}

const isButtons = ({ type }: Block): boolean => type === 'buttons';

const wordsOf = (block: Attached): string =>
  block.type === 'file' ? block.description : block.alt;

export const COLOURS: Record<Tone, number> = {
  question: 0x5865f2,
  reveal: 0xeb459e,
  success: 0x248046,
  warning: 0xf0b232,
  neutral: 0x80848e,
};

function toEmbed(sheet: EmbedSheet, tone: Tone): APIEmbed {
  return {
    color: COLOURS[tone],
    ...(sheet.description && { description: sheet.description }),
    ...(sheet.fields.length > 0 && { fields: [...sheet.fields] }),
    ...(sheet.picture && { image: { url: `attachment://${sheet.picture}` } }),
  };
}
