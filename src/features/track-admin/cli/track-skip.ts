import { writeSkip } from '../../../domain/skipped-days.ts';
import { skipDays } from '../../calendar/skip-days.ts';
import { skipFaultText } from '../../calendar/skips-text.ts';
import type { Operator } from '../../shared/cli/operator.ts';
import { nothingSaved, noTrack } from './track-faults.ts';

type Typed = readonly [id: number, days: readonly string[], given: { readonly replace?: boolean }];

/** `track skip`. Without days, and without `--replace`, it changes nothing and tells what there is. */
export async function skipFromCli(
  operator: Operator,
  ...[id, days, { replace = false }]: Typed
): Promise<void> {
  const skipping = { trackId: id, written: days.join('\n'), replaces: replace };
  const skipped = await operator.run(({ context }) => skipDays(context, skipping));
  switch (skipped.type) {
    case 'skipped': {
      const lines = skipped.skips.map((skip) => `  ${writeSkip(skip)}`);
      if (lines.length === 0) return operator.print(`track ${id} skips no days`);
      return operator.print([`track ${id} skips:`, ...lines].join('\n'));
    }
    case 'refused':
      throw nothingSaved(skipped.faults.map((fault) => skipFaultText(fault, 'en')));
    case 'gone':
      throw noTrack(id);
  }
}
