import { pauseTrack } from '../features/track-admin/pause-track.ts';
import { removeTrack } from '../features/track-admin/remove-track.ts';
import { resumeTrack } from '../features/suspension/resume-track.ts';
import { asOperator, asOperatorWithPlatforms } from './operator.ts';
import { print } from './output.ts';
import { isParked, noTrack, notSaved } from './track-faults.ts';

/** `track pause`. */
export async function pause(id: number): Promise<void> {
  const paused = await asOperator(({ runtime }) => pauseTrack(runtime.context, id));
  switch (paused.type) {
    case 'paused':
      return print(`track ${id} is paused; an open round goes on to its deadline`);
    case 'already-paused':
      return print(`track ${id} was paused already`);
    case 'parked':
      throw isParked(id, paused.track.parkedReason);
    case 'gone':
      throw noTrack(id);
  }
}

/** `track resume`. */
export async function resume(id: number): Promise<void> {
  const resumed = await asOperatorWithPlatforms(({ runtime }) => resumeTrack(runtime.context, id));
  switch (resumed.type) {
    case 'resumed':
      return print(`track ${id} goes on; next round ${resumed.track.nextDueAt?.toISOString()}`);
    case 'already-active':
      return print(`track ${id} was active already`);
    case 'refused':
      throw notSaved(resumed.faults);
    case 'gone':
      throw noTrack(id);
  }
}

/** `track remove`. */
export async function remove(id: number): Promise<void> {
  const removed = await asOperator(({ runtime }) => removeTrack(runtime.context, id));
  if (removed.type === 'gone') throw noTrack(id);
  print(`track ${id} is removed; its questions and streaks stay on record`);
}
