import type { Operator } from '../../shared/cli/operator.ts';
import { resumeTrack } from '../../suspension/resume-track.ts';
import { pauseTrack } from '../pause-track.ts';
import { removeTrack } from '../remove-track.ts';
import { isSuspended, noTrack, notSaved } from './track-faults.ts';

/** `track pause`. */
export async function pauseFromCli(operator: Operator, id: number): Promise<void> {
  const paused = await operator.run(({ context }) => pauseTrack(context, id));
  switch (paused.type) {
    case 'paused':
      return operator.print(`track ${id} is paused; an open round goes on to its deadline`);
    case 'already-paused':
      return operator.print(`track ${id} was paused already`);
    case 'suspended':
      throw isSuspended(id, paused.track.suspendedReason);
    case 'gone':
      throw noTrack(id);
  }
}

/** `track resume`. */
export async function resumeFromCli(operator: Operator, id: number): Promise<void> {
  const resumed = await operator.runWithPlatforms(({ context }) => resumeTrack(context, id));
  switch (resumed.type) {
    case 'resumed':
      return operator.print(
        `track ${id} goes on; next round ${resumed.track.nextDueAt?.toISOString()}`,
      );
    case 'already-active':
      return operator.print(`track ${id} was active already`);
    case 'refused':
      throw notSaved(resumed.faults);
    case 'gone':
      throw noTrack(id);
  }
}

/** `track remove`. */
export async function removeFromCli(operator: Operator, id: number): Promise<void> {
  const removed = await operator.run(({ context }) => removeTrack(context, id));
  if (removed.type === 'gone') throw noTrack(id);
  operator.print(`track ${id} is removed; its questions and streaks stay on record`);
}
