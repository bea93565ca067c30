import type { Response } from './event.ts';
import type { Block, Message } from './message.ts';
import type { Platform } from './platform.ts';
import { wrapped } from './wrapped-platform.ts';

/** The message with every button marked as this installation's. */
function ownMessage(message: Message, installation: string): Message {
  return { ...message, blocks: message.blocks.map((block) => ownBlock(block, installation)) };
}

function ownBlock(block: Block, installation: string): Block {
  if (block.type !== 'buttons') return block;
  const buttons = block.buttons.map((button) => ({
    ...button,
    action: { ...button.action, installation },
  }));
  return { ...block, buttons };
}

/** The response with every button, or its form, marked as this installation's. */
export function ownResponse(response: Response, installation: string): Response {
  if (response.type !== 'form') {
    return { ...response, message: ownMessage(response.message, installation) };
  }
  const { form } = response;
  return { type: 'form', form: { ...form, action: { ...form.action, installation } } };
}

/** The same platform, on which every button that the bot posts is marked as this installation's. */
export function ownPlatform(platform: Platform, installation: string): Platform {
  const own = (message: Message): Message => ownMessage(message, installation);
  return wrapped(platform, {
    post: (place, message, key) => platform.post(place, own(message), key),
    edit: (ref, message, options) => platform.edit(ref, own(message), options),
    tell: (ref, note) => platform.tell(ref, { ...note, message: own(note.message) }),
  });
}
