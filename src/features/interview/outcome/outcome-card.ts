import { isolated } from '../../../chat/displayable.ts';
import { type Block, type Button, type Message, message } from '../../../chat/message.ts';
import type { Day } from '../../../domain/day.ts';
import type { Language } from '../../../domain/language.ts';
import { INTERVIEW_OUTCOMES } from '../../../domain/memory/interview.ts';
import { nearDayText } from '../../../i18n/day-text.ts';
import { interviewWords } from '../words/index.ts';
import type { OpenOutcome } from './stored-outcomes.ts';

interface OutcomeFacts {
  readonly language: Language;
  readonly today: Day;
  readonly outcome: OpenOutcome;
}

/** The one question after an interview, for its member alone. */
export function outcomeCard(facts: OutcomeFacts): Message {
  return message(outcomeBlocks(facts), 'question');
}

export function outcomeBlocks({ language, today, outcome }: OutcomeFacts): readonly Block[] {
  const words = interviewWords(language);
  const day = nearDayText(outcome.on, language, today);
  const which = outcome.name === '' ? day : `${isolated(outcome.name)}, ${day}`;
  const buttons = INTERVIEW_OUTCOMES.map((said): Button => {
    const action = { name: 'interview-went', args: [String(outcome.id), said] };
    return { label: words.outcomes[said], action };
  });
  return [
    { type: 'text', text: [words.howDidItGo(which)] },
    { type: 'note', text: [words.outcomeIsYours] },
    { type: 'buttons', buttons },
  ];
}
