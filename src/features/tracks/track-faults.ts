import { cutInput } from '../../chat/cut.ts';
import { LONGEST_ANSWERING_SECONDS, SHORTEST_ANSWERING_SECONDS } from '../../domain/answering.ts';
import type { Language } from '../../domain/language.ts';
import type { TrackFault } from '../../domain/track-plan.ts';
import { trackWords } from './words/index.ts';

/** What is wrong and how to mend it, in a sentence or two. */
export function faultText(fault: TrackFault, language: Language): string {
  const { faults } = trackWords(language);
  const given = 'given' in fault ? cutInput(fault.given) : '';
  switch (fault.code) {
    case 'cron-invalid':
      return faults.cronInvalid(given);
    case 'time-missing':
      return faults.timeMissing(given);
    case 'time-invalid':
      return faults.timeInvalid(given);
    case 'cron-too-often':
      return faults.cronTooOften(given);
    case 'cron-never':
      return faults.cronNever(given);
    case 'timezone-unknown':
      return faults.timezoneUnknown({ given, near: fault.near });
    case 'answering-invalid':
      return faults.answeringInvalid(given);
    case 'answering-too-short':
      return faults.answeringTooShort({ given, seconds: SHORTEST_ANSWERING_SECONDS });
    case 'answering-too-long':
      return faults.answeringTooLong({ given, days: LONGEST_ANSWERING_SECONDS / 86_400 });
    case 'deck-missing':
      return faults.deckMissing(fault.known);
    case 'deck-unknown':
      return faults.deckUnknown({ given, known: fault.known });
    case 'topic-unknown':
      return faults.topicUnknown({ given, known: fault.known });
    case 'difficulty-unknown':
      return faults.difficultyUnknown(given);
    case 'language-unknown':
      return faults.languageUnknown(given);
    case 'pool-empty':
      return faults.poolEmpty;
    case 'missing-permissions':
      return faults.missingPermissions(fault.permissions);
    case 'channel-gone':
      return faults.channelGone;
    case 'workspace-gone':
      return faults.workspaceGone;
    case 'channel-id-invalid':
      return faults.channelIdInvalid(given);
    case 'workspace-id-invalid':
      return faults.workspaceIdInvalid(given);
    case 'channel-elsewhere':
      return faults.channelElsewhere;
    case 'channel-unsuitable':
      return faults.channelUnsuitable;
    case 'platform-not-set-up':
      return faults.platformNotSetUp(fault.platform);
    case 'platform-unavailable':
      return faults.platformUnavailable;
  }
}
