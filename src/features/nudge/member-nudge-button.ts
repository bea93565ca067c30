import { type Message, message } from '../../chat/message.ts';
import type { Language } from '../../domain/language.ts';
import type { ButtonHandler } from '../shared/feature.ts';
import { memberNudgeButton } from './member-nudge-card.ts';
import { startMemberNudge, stopMemberNudge } from './member-nudges.ts';
import { nudgeWords } from './words/index.ts';

/** *Tell me before a deadline* and *Stop*, under `/streak` and under each private nudge. */
export const switchMemberNudge: ButtonHandler = {
  name: 'nudge-me',
  async run({ context, member, language }, [to]) {
    const isOn = to === 'on';
    await (isOn ? startMemberNudge : stopMemberNudge)(context.db, member.id);
    return { type: 'reply', message: switchedCard(language, isOn) };
  },
};

/** Says that private nudges are now on or off, with the button that takes that back. */
export function switchedCard(language: Language, isOn: boolean): Message {
  const words = nudgeWords(language);
  return message(
    [
      { type: 'text', text: [isOn ? words.switchedOn : words.switchedOff] },
      { type: 'buttons', buttons: [memberNudgeButton(language, isOn ? 'on' : 'off')] },
    ],
    'success',
  );
}
