import { Command } from 'commander';
import { revealNow } from '../../reveals/reveal-now.ts';
import { askNow } from '../../rounds/ask-now.ts';
import type { Waits } from '../../rounds/running.ts';
import { action, type Operator, type OperatorCommands } from '../../shared/cli/operator.ts';
import { OperatorError } from '../../shared/cli/output.ts';
import { isSuspended, noTrack, notSetUp } from './track-faults.ts';
import { trackNumber } from './track-number.ts';

/** `ask` and `reveal`: what the schedule does, now. The running bot carries it out. */
export const roundCommands: OperatorCommands = (operator) => {
  const ask = new Command('ask')
    .description('open a round of a track now')
    .argument('<track>', 'its number', trackNumber)
    .option('--beside', 'also where a round of it is open')
    .action(action(operator, askTrack));
  const reveal = new Command('reveal')
    .description('close a track’s open round now and reveal the answer')
    .argument('<track>', 'its number', trackNumber)
    .action(action(operator, revealTrack));
  return [ask, reveal];
};

async function askTrack(
  operator: Operator,
  id: number,
  options: { readonly beside?: true },
): Promise<void> {
  const asked = await operator.run(({ context }) => askNow(context, { trackId: id, ...options }));
  switch (asked.type) {
    case 'still-open':
      throw new OperatorError(
        `track ${id}: round ${asked.round.number} is still open, so nothing was asked. ` +
          `Close it first: reveal ${id}. Or ask another one beside it: ask ${id} --beside`,
      );
    case 'asked':
      return operator.print(`track ${id}: round ${asked.round.number} is ${onItsWay(asked.waits)}`);
    case 'already-coming':
      return operator.print(
        asked.waits
          ? `track ${id}: a round was asked for already; it is ${onItsWay(asked.waits)}`
          : `track ${id}: a round is on its way already`,
      );
    case 'deck-empty':
      throw new OperatorError(`track ${id}: no question fits it. See: track list`);
    case 'not-set-up':
      throw new OperatorError(`Nothing is asked: ${notSetUp(asked.platform)}`);
    case 'suspended':
      throw isSuspended(id, asked.track.suspendedReason);
    case 'gone':
      throw noTrack(id);
  }
}

function onItsWay(waits: Waits | undefined): string {
  switch (waits) {
    case undefined:
      return 'on its way';
    case 'no-bot-runs':
      return 'posted as soon as a bot runs; none does now. Start one: npm start';
    case 'platform-not-set-up':
      return 'posted as soon as a bot runs that has its platform set up; none does now';
  }
}

const stillOpenText = (rounds: readonly number[]): string =>
  rounds.length === 0 ? '' : `\nstill open: ${rounds.join(', ')}`;

async function revealTrack(operator: Operator, id: number): Promise<void> {
  const revealed = await operator.run(({ context }) => revealNow(context, id));
  switch (revealed.type) {
    case 'closed':
      return operator.print(
        `track ${id}: round ${revealed.round.number} is closed; its reveal is ${onItsWay(revealed.waits)}` +
          stillOpenText(revealed.stillOpen),
      );
    case 'nothing-open':
      throw new OperatorError(`track ${id} has no open round.`);
    case 'suspended':
      throw isSuspended(id, revealed.track.suspendedReason);
    case 'gone':
      throw noTrack(id);
  }
}
