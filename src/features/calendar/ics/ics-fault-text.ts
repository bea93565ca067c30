import { cutInput } from '../../../chat/cut.ts';
import { isolated } from '../../../chat/displayable.ts';
import type { Language } from '../../../domain/language.ts';
import { calendarWords } from '../words/index.ts';
import type { IcsFault } from './ics-fault.ts';

/** Why a calendar cannot be taken and what to do. */
export function icsFaultText(fault: IcsFault, language: Language): string {
  const words = calendarWords(language).ics.faults;
  switch (fault.code) {
    case 'ics-not-an-address':
      return words.notAnAddress(cutInput(fault.given));
    case 'ics-file-not-read':
      return words.fileNotRead(cutInput(fault.given));
    case 'ics-not-fetched':
      return words.notFetched[fault.fault];
    case 'ics-too-large':
      return words.tooLarge(fault.mostBytes / (1024 * 1024));
    case 'ics-not-a-calendar':
      return words.notACalendar;
    case 'ics-too-heavy':
      return words.tooHeavy;
    case 'ics-every-day':
      return words.everyDay;
    case 'ics-too-often':
      return words.tooOften(isolated(cutInput(fault.event)));
    case 'ics-too-many':
      return words.tooMany(fault.most);
  }
}
