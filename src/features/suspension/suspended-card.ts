import { isolated } from '../../chat/displayable.ts';
import { type Block, type Message, message } from '../../chat/message.ts';
import { channel } from '../../chat/text.ts';
import type { Language } from '../../domain/language.ts';
import { suspendReasonText } from '../tracks/suspend-reason-text.ts';
import { trackCommandSpan } from '../tracks/track-command.ts';
import { trackWords } from '../tracks/words/index.ts';
import { suspensionWords } from './words/index.ts';

interface SuspendedFacts {
  readonly language: Language;
  readonly number: number;
  readonly reason: string;
  /** What the platform said, where it refused something. */
  readonly refusal?: string | undefined;
}

/** What a channel is told when its track stops. */
export function suspendedCard(facts: SuspendedFacts): Message {
  const { alertHeading } = suspensionWords(facts.language);
  return message([{ type: 'heading', text: alertHeading }, ...causeAndCure(facts)], 'warning');
}

/** What whoever manages a track is told when its channel cannot be. */
export function suspendedElsewhereCard(
  facts: SuspendedFacts & {
    readonly channel: string;
    /** The name of the server or workspace; may be empty. */
    readonly workspace: string;
  },
): Message {
  const { workspace } = facts;
  const from: readonly Block[] =
    workspace === ''
      ? []
      : [{ type: 'note', text: [trackWords(facts.language).from(isolated(workspace))] }];
  return message(
    [
      { type: 'heading', text: suspensionWords(facts.language).alertElsewhere(facts.number) },
      {
        type: 'fields',
        fields: [{ name: trackWords(facts.language).channel, value: [channel(facts.channel)] }],
      },
      ...causeAndCure(facts),
      ...from,
    ],
    'warning',
  );
}

function causeAndCure({ language, number, reason, refusal }: SuspendedFacts): readonly Block[] {
  const words = suspensionWords(language);
  const resume = trackCommandSpan(language, 'resume');
  return [
    { type: 'text', text: words.alert(suspendReasonText(reason, language)) },
    ...(refusal === undefined ? [] : [said(trackWords(language).refusal(refusal))]),
    { type: 'text', text: words.alertResume({ number, resume }) },
  ];
}

const said = (text: string): Block => ({ type: 'text', text: [text] });
