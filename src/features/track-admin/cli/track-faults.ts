import type { PlatformName } from '../../../chat/place.ts';
import type { TrackFault } from '../../../domain/track-plan.ts';
import { OperatorError } from '../../shared/cli/output.ts';
import { faultText } from '../../tracks/track-faults.ts';

/** Everything that is wrong at once, in the words people read in chat. */
export function notSaved(
  faults: readonly TrackFault[],
  missing: readonly string[] = [],
): OperatorError {
  return nothingSaved([...missing, ...faults.map((fault) => faultText(fault, 'en'))]);
}

export const nothingSaved = (reasons: readonly string[]): OperatorError =>
  new OperatorError(['Nothing was saved:', ...reasons.map((line) => `- ${line}`)].join('\n'));

export const noTrack = (id: number): OperatorError =>
  new OperatorError(`There is no track ${id}. See: track list`);

export const isSuspended = (id: number, reason: string | null): OperatorError =>
  new OperatorError(`Track ${id} is suspended (${reason}). Mend that, then: track resume ${id}`);

export const notSetUp = (platform: PlatformName): string =>
  faultText({ code: 'platform-not-set-up', platform }, 'en');
