import { type Block, type Message, message } from '../../chat/message.ts';
import { channel } from '../../chat/text.ts';
import type { Language } from '../../domain/language.ts';
import { readSuspendReason } from '../../domain/park-reason.ts';
import { wordsIn } from '../../i18n/words.ts';
import type { TypedCommand } from '../../delivery/typed-command.ts';

/** Why a track stopped and what mends it, from the reason on record; begins in lower case. */
export function parkReasonText(reason: string, language: Language, typed: TypedCommand): string {
  const { code, permission } = readSuspendReason(reason);
  return wordsIn(language).track.parked[code](typed('track', 'trackEdit'), permission);
}

interface ParkedFacts {
  readonly language: Language;
  readonly number: number;
  readonly reason: string;
  /** What the platform said, where it refused something. */
  readonly refusal?: string | undefined;
  readonly typed: TypedCommand;
}

/** What a channel is told when its track stops. */
export function parkedCard(facts: ParkedFacts): Message {
  const { alertHeading } = wordsIn(facts.language).track;
  return message([{ type: 'heading', text: alertHeading }, ...causeAndCure(facts)], 'warning');
}

/** What whoever manages a track is told when its channel cannot be. */
export function parkedElsewhereCard(
  facts: ParkedFacts & {
    readonly channel: string;
    /** The name of the server or workspace; may be empty. */
    readonly workspace: string;
  },
): Message {
  const { track: words, question } = wordsIn(facts.language);
  const { workspace } = facts;
  const from: readonly Block[] =
    workspace === '' ? [] : [{ type: 'note', text: [question.from(workspace)] }];
  return message(
    [
      { type: 'heading', text: words.alertElsewhere(facts.number) },
      { type: 'fields', fields: [{ name: words.channel, value: [channel(facts.channel)] }] },
      ...causeAndCure(facts),
      ...from,
    ],
    'warning',
  );
}

function causeAndCure({ language, number, reason, refusal, typed }: ParkedFacts): readonly Block[] {
  const words = wordsIn(language).track;
  return [
    { type: 'text', text: [words.alert(parkReasonText(reason, language, typed))] },
    ...(refusal === undefined ? [] : [said(words.refusal(refusal))]),
    { type: 'text', text: [words.alertResume(number, typed('track', 'trackResume'))] },
  ];
}

const said = (text: string): Block => ({ type: 'text', text: [text] });
