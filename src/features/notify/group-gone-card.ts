import { isolated } from '../../chat/displayable.ts';
import { type Block, type Message, message } from '../../chat/message.ts';
import { channel } from '../../chat/text.ts';
import type { Language } from '../../domain/language.ts';
import { trackCommandSpan } from '../tracks/track-command.ts';
import { trackWords } from '../tracks/words/index.ts';
import { notifyWords } from './words/index.ts';

export interface GroupGoneFacts {
  readonly language: Language;
  readonly track: number;
  readonly channel: string;
  readonly group: string;
  /** The name of the server or workspace; may be empty. */
  readonly workspace: string;
}

/** Tells someone who manages a track privately that its questions notify nobody any more. */
export function groupGoneCard(facts: GroupGoneFacts): Message {
  const { language, track, workspace } = facts;
  const words = notifyWords(language);
  const where: readonly Block[] = workspace
    ? [{ type: 'note', text: [trackWords(language).from(isolated(workspace))] }]
    : [];
  const text = words.toldGone({
    ...{ track, channel: channel(facts.channel), group: isolated(`@${facts.group}`) },
    settings: trackCommandSpan(language, 'settings'),
  });
  return message([{ type: 'text', text }, ...where], 'warning');
}
