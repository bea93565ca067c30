import { cutInput } from '../../chat/cut.ts';
import type { Language } from '../../domain/language.ts';
import {
  LONGEST_NUDGE_SECONDS,
  type NudgeFault,
  SHORTEST_NUDGE_SECONDS,
} from '../../domain/nudge.ts';
import { nudgeTime } from './nudge-time.ts';
import { nudgeWords } from './words/index.ts';

/** What is wrong with what was typed, and what to write instead. */
export function nudgeFaultText(fault: NudgeFault, language: Language): string {
  const { faults } = nudgeWords(language);
  const given = cutInput(fault.given);
  switch (fault.code) {
    case 'nudge-invalid':
      return faults.invalid(given);
    case 'nudge-too-short':
      return faults.tooShort({ given, least: nudgeTime(SHORTEST_NUDGE_SECONDS, language) });
    case 'nudge-too-long':
      return faults.tooLong({ given, most: nudgeTime(LONGEST_NUDGE_SECONDS, language) });
    case 'nudge-before-question':
      return faults.beforeQuestion({ given, open: nudgeTime(fault.seconds, language) });
  }
}
