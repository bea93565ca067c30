import { cutInput } from '../../chat/cut.ts';
import { isolated } from '../../chat/displayable.ts';
import type { Language } from '../../domain/language.ts';
import type { GroupFault } from './read-group.ts';
import { notifyWords } from './words/index.ts';

/** Why a group was not taken, and what to do instead. */
export function groupFaultText(fault: GroupFault, language: Language): string {
  const { faults } = notifyWords(language);
  switch (fault.type) {
    case 'unknown':
    case 'several':
      return faults[fault.type](isolated(cutInput(fault.given)));
    case 'untold':
      return faults.untold(fault.scope);
    case 'everyone':
    case 'unavailable':
      return faults[fault.type];
  }
}
