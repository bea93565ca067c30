import { isolated } from '../../chat/displayable.ts';
import { type Button, type Message, message } from '../../chat/message.ts';
import { channel, time } from '../../chat/text.ts';
import type { Language } from '../../domain/language.ts';
import type { MemberNudge } from './member-nudges.ts';
import { nudgeWords } from './words/index.ts';

export interface MemberNudgeFacts {
  readonly language: Language;
  readonly roundId: number;
  readonly number: number;
  readonly closesAt: Date;
  readonly channel: string;
  /** Its name; empty where the platform did not tell it. */
  readonly workspace: string;
}

/** Tells one member privately that a round which they have not answered closes soon. */
export function memberNudgeCard(facts: MemberNudgeFacts): Message {
  const words = nudgeWords(facts.language);
  const { number, closesAt, workspace } = facts;
  const action = { name: 'answer', args: [String(facts.roundId)] };
  const where = workspace === '' ? [] : [`, ${isolated(workspace)}`];
  return message([
    { type: 'text', text: words.yours({ number, deadline: time(closesAt, 'countdown') }) },
    { type: 'note', text: [channel(facts.channel), ...where] },
    {
      type: 'buttons',
      buttons: [
        { label: words.answer, action, style: 'primary' },
        memberNudgeButton(facts.language, 'on'),
      ],
    },
  ]);
}

/** Switches a private nudge off where it is on, else on. */
export function memberNudgeButton(language: Language, nudge: MemberNudge): Button {
  const { tellMe, stopTelling } = nudgeWords(language);
  return nudge === 'on'
    ? { label: stopTelling, action: { name: 'nudge-me', args: ['off'] } }
    : { label: tellMe, action: { name: 'nudge-me', args: ['on'] } };
}

/** Says in a sentence whether a private nudge is on; undefined where it was never asked for. */
export function memberNudgeText(language: Language, nudge: MemberNudge): string | undefined {
  const words = nudgeWords(language);
  switch (nudge) {
    case 'on':
      return words.isOn;
    case 'refused':
      return words.isRefused;
    case 'off':
      return undefined;
  }
}
