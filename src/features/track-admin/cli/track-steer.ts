import type { Track } from '../../../db/tables.ts';
import { isoDay } from '../../../domain/day.ts';
import { wallText } from '../../../domain/wall-clock.ts';
import { askYes } from '../../shared/cli/ask-yes.ts';
import type { Operator } from '../../shared/cli/operator.ts';
import { OperatorError } from '../../shared/cli/output.ts';
import { resumeTrack } from '../../suspension/resume-track.ts';
import { pauseFaultText } from '../pause-fault-text.ts';
import { pauseEnd } from '../pause-setting.ts';
import { pauseTrack } from '../pause-track.ts';
import { removeTrack } from '../remove-track.ts';
import { trackStatus } from '../track-status.ts';
import { isSuspended, nothingSaved, noTrack, notSaved } from './track-faults.ts';

/** `track pause`. */
export async function pauseFromCli(
  operator: Operator,
  id: number,
  { until }: { readonly until?: string },
): Promise<void> {
  const paused = await operator.run(({ context }) => pauseTrack(context, { trackId: id, until }));
  switch (paused.type) {
    case 'paused': {
      const end = pauseEnd(paused.track);
      const days = end === undefined ? '' : ` until ${isoDay(end)}`;
      return operator.print(`track ${id} is paused${days}; an open round goes on to its deadline`);
    }
    case 'refused':
      throw nothingSaved([pauseFaultText(paused.fault, 'en')]);
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
      return operator.print(`track ${id} goes on; next round ${nextRound(resumed.track)}`);
    case 'already-active':
      return operator.print(`track ${id} was active already`);
    case 'refused':
      throw notSaved(resumed.faults);
    case 'gone':
      throw noTrack(id);
  }
}

const nextRound = ({ nextDueAt, timezone }: Track): string =>
  nextDueAt ? wallText(timezone, nextDueAt) : '-';

/** `track remove`: asks first, unless told not to. */
export async function removeFromCli(
  operator: Operator,
  id: number,
  { yes }: { readonly yes?: true },
): Promise<void> {
  if (!yes) await requireYes(operator, id);
  const removed = await operator.run(({ context }) => removeTrack(context, id));
  if (removed.type === 'gone') throw noTrack(id);
  operator.print(`track ${id} is removed; its questions and streaks stay on record`);
}

/** The question goes to standard error, so that standard output holds the result alone. */
async function requireYes(operator: Operator, id: number): Promise<void> {
  const { stdin, stderr } = operator.terminal;
  const found = await operator.run(({ context }) => trackStatus(context));
  const track = found.find((one) => one.track === id);
  if (!track) throw noTrack(id);
  const { platform, workspaceName, channel, cron, timezone } = track;
  const named = `track ${id} (${platform} ${workspaceName}/${channel}, ${cron} ${timezone})`;
  if (await askYes(`This ends ${named} for good. Go on?`, stdin, stderr)) return;
  const hint = stdin.isTTY ? '' : ' Without a terminal, add --yes.';
  throw new OperatorError(`Nothing was removed.${hint}`);
}
