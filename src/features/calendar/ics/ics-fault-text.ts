import { cut } from '../../../chat/cut.ts';
import { isolated } from '../../../chat/displayable.ts';
import type { Language } from '../../../domain/language.ts';
import { calendarWords } from '../words/index.ts';
import type { IcsFault } from './ics-fault.ts';

/** What somebody wrote is shown no longer than this. */
const GIVEN_LENGTH = 60;

/** Why a calendar cannot be taken and what to do. */
export function icsFaultText(fault: IcsFault, language: Language): string {
  const words = calendarWords(language).ics.faults;
  switch (fault.code) {
    case 'ics-not-an-address':
      return words.notAnAddress(cut(fault.given, GIVEN_LENGTH));
    case 'ics-file-not-read':
      return words.fileNotRead(cut(fault.given, GIVEN_LENGTH));
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
      return words.tooOften(isolated(cut(fault.event, GIVEN_LENGTH)));
    case 'ics-too-many':
      return words.tooMany(fault.most);
  }
}
