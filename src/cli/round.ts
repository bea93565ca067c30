import { Command } from 'commander';
import { askNow } from '../study/rounds/ask-now.ts';
import { revealNow } from '../study/rounds/reveal-now.ts';
import { asOperator } from './operator.ts';
import { OperatorError, print } from './output.ts';
import { isParked, noTrack } from './track-faults.ts';
import { trackNumber } from './track-number.ts';

/** `ask` and `reveal`: what the schedule does, now. The running bot carries it out. */
export function roundCommands(): readonly Command[] {
  const ask = new Command('ask')
    .description('open a round of a track now')
    .argument('<track>', 'its number', trackNumber)
    .action(askTrack);
  const reveal = new Command('reveal')
    .description('close a track’s open round now and reveal the answer')
    .argument('<track>', 'its number', trackNumber)
    .action(revealTrack);
  return [ask, reveal];
}

async function askTrack(id: number): Promise<void> {
  const asked = await asOperator(({ core }) => askNow(core.context, id));
  switch (asked.type) {
    case 'asked':
      return print(`track ${id}: round ${asked.round.number} is on its way`);
    case 'already-coming':
      return print(`track ${id}: a round is on its way already`);
    case 'deck-empty':
      throw new OperatorError(`track ${id}: no question fits it. See: track list`);
    case 'parked':
      throw isParked(id, asked.track.parkedReason);
    case 'gone':
      throw noTrack(id);
  }
}

async function revealTrack(id: number): Promise<void> {
  const revealed = await asOperator(({ core }) => revealNow(core.context, id));
  switch (revealed.type) {
    case 'closed':
      return print(
        `track ${id}: round ${revealed.round.number} is closed; its reveal is on its way`,
      );
    case 'nothing-open':
      throw new OperatorError(`track ${id} has no open round.`);
    case 'parked':
      throw isParked(id, revealed.track.parkedReason);
    case 'gone':
      throw noTrack(id);
  }
}
