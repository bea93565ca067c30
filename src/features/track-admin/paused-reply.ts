import type { Message } from '../../chat/message.ts';
import { noteCard } from '../../delivery/note-card.ts';
import type { Language } from '../../domain/language.ts';
import { dayText } from '../../i18n/day-text.ts';
import { trackCommandSpan } from '../tracks/track-command.ts';
import { pauseFaultText } from './pause-fault-text.ts';
import { pauseEnd } from './pause-setting.ts';
import type { Paused } from './pause-track.ts';
import { trackGoneCard, trackStoppedCard } from './track-notes.ts';
import { trackAdminWords } from './words/index.ts';

/** What came of pausing a track. */
export function pausedReply(number: number, paused: Paused, language: Language): Message {
  const words = trackAdminWords(language);
  const resume = trackCommandSpan(language, 'resume');
  switch (paused.type) {
    case 'paused': {
      const end = pauseEnd(paused.track);
      const text =
        end === undefined
          ? words.paused({ number, resume })
          : words.pausedUntil({ number, day: dayText(end, language), resume });
      return noteCard(text, 'success');
    }
    case 'already-paused':
      return noteCard(words.alreadyPaused(number));
    case 'refused':
      return noteCard(pauseFaultText(paused.fault, language), 'warning');
    case 'suspended':
      return trackStoppedCard({ ...paused.track, number }, language);
    case 'gone':
      return trackGoneCard(number, language);
  }
}
