import { isolated } from '../../chat/displayable.ts';
import { type Block, type Message, message } from '../../chat/message.ts';
import { channel } from '../../chat/text.ts';
import type { Language } from '../../domain/language.ts';
import type { RoundPart } from '../../domain/round-part.ts';
import { trackWords } from '../tracks/words/index.ts';
import { roundWords } from './words/index.ts';

interface RoundFailed {
  readonly language: Language;
  readonly number: number;
  readonly part: RoundPart;
  /** What the platform said; left out where Whetstone itself failed. */
  readonly refusal?: string | undefined;
  /** For someone who reads it elsewhere; the workspace's name may be empty. */
  readonly where?: { readonly channel: string; readonly workspace: string };
}

/** What of a round could not be put into its channel, why, and what becomes of the round. */
export function roundFailedCard({ language, number, part, refusal, where }: RoundFailed): Message {
  const words = roundWords(language);
  const reason = refusal === undefined ? words.ownFailure : trackWords(language).refusal(refusal);
  return message(
    [
      { type: 'heading', text: words.failed[part](number) },
      ...(where ? [placeBlock(language, where.channel)] : []),
      { type: 'text', text: [reason] },
      { type: 'text', text: [words.failedThen[part]] },
      ...(where?.workspace ? [workspaceBlock(language, where.workspace)] : []),
    ],
    'warning',
  );
}

function placeBlock(language: Language, id: string): Block {
  const name = trackWords(language).channel;
  return { type: 'fields', fields: [{ name, value: [channel(id)] }] };
}

function workspaceBlock(language: Language, workspace: string): Block {
  return { type: 'note', text: [trackWords(language).from(isolated(workspace))] };
}
