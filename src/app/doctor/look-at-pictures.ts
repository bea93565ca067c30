import { withScratchFolder } from '../../decks/scratch-folder.ts';
import type { BoardPicture } from '../../pictures/board-picture.ts';
import type { Drawing } from '../../pictures/drawing-child.ts';
import { createFormulaPainter } from '../../pictures/formula.ts';
import { createPicturePainter } from '../../pictures/picture.ts';
import { errorText, type Finding, type Findings, ok, warning } from './finding.ts';

/** Any formula and any board show whether the processes that draw and their fonts work. */
const FORMULA = String.raw`\frac{1}{2}`;
const BOARD: BoardPicture = {
  ...{ type: 'board', title: 'Board', subtitle: 'doctor', unnamed: '' },
  columns: { points: 'points', streak: 'streak' },
  rows: [{ place: 1, name: 'Ann', points: 1, streak: 1 }],
};

/** Whether formulas and boards can be drawn, in a folder that goes: the bot's own pictures are left as they are. */
export async function* lookAtPictures(): Findings {
  yield* await withScratchFolder('whetstone-doctor-', (folder) =>
    Promise.all([formulas(folder), boards(folder)]),
  ).catch((error: unknown) => [untried(error)]);
}

const untried = (error: unknown): Finding =>
  warning(
    'pictures',
    `cannot be tried without a folder for temporary files: ${errorText(error)}. Fix: make it, or name another in TMPDIR.`,
  );

async function formulas(cacheDir: string): Promise<Finding> {
  const painter = createFormulaPainter({ cacheDir });
  const drawn = await painter.paint(FORMULA).finally(painter.close);
  return pictureFinding('formulas', drawn);
}

async function boards(fontFolder: string): Promise<Finding> {
  const painter = createPicturePainter({ fontFolder });
  const drawn = await painter.paint(BOARD).finally(painter.close);
  return pictureFinding('boards', drawn);
}

function pictureFinding(what: string, drawn: Drawing): Finding {
  if (drawn.ok) return ok('pictures', `${what} can be drawn`);
  const why = drawn.cause === undefined ? drawn.reason : errorText(drawn.cause);
  return warning(
    'pictures',
    `${what} cannot be drawn, and are shown as text: ${why}. Fix: run “npm ci” again on this machine.`,
  );
}
