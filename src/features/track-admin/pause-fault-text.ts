import { cutInput } from '../../chat/cut.ts';
import type { Language } from '../../domain/language.ts';
import type { PauseFault } from '../../domain/pause-end.ts';
import { dayText } from '../../i18n/day-text.ts';
import { trackAdminWords } from './words/index.ts';

/** Why a day is none on which a pause ends, and what to write. */
export function pauseFaultText(fault: PauseFault, language: Language): string {
  const { pauseFaults } = trackAdminWords(language);
  const given = cutInput(fault.given);
  switch (fault.code) {
    case 'pause-unreadable':
      return pauseFaults.unreadable(given);
    case 'pause-over':
      return pauseFaults.over(given);
    case 'pause-too-far':
      return pauseFaults.tooFar({ given, latest: dayText(fault.latest, language) });
  }
}
