import { constants } from 'node:fs';
import { access, mkdtemp, readdir, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Config } from '../../config.ts';
import { createFormulaPainter } from '../../pictures/formula.ts';
import { errorText, fault, type Finding, type Findings, ok, warning } from './finding.ts';

/** A track's rows and pictures take a few MB a year; a full disk stops the database. In bytes. */
const FEW_BYTES = 1_000_000_000;
const TOO_FEW_BYTES = 100_000_000;

/** Any formula shows whether the painter's process and its fonts work. */
const FORMULA = String.raw`\frac{1}{2}`;

/** The folder for what the bot keeps, the disk under it, and the painter of formulas. */
export async function* lookAtMachine(config: Pick<Config, 'home'>): Findings {
  yield* lookAtFolder(config);
  yield await pictures();
}

export async function* lookAtFolder({ home }: Pick<Config, 'home'>): Findings {
  const folder = await nearestFolder(home);
  yield await requireWritable(folder).then(
    () => ok('folder', home),
    () =>
      fault(
        'folder',
        `${folder} is no folder that this user may write to. Fix: change its owner, or set WHETSTONE_HOME.`,
      ),
  );
  yield await disk(folder);
}

async function requireWritable(folder: string): Promise<void> {
  await readdir(folder);
  await access(folder, constants.W_OK);
}

/** The folder itself, or the one in which it would be made. */
async function nearestFolder(folder: string): Promise<string> {
  const isThere = await access(folder).then(
    () => true,
    () => false,
  );
  return isThere ? folder : nearestFolder(path.dirname(folder));
}

async function disk(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder);
  return diskFinding(bavail * bsize);
}

/** @param free In bytes. */
export function diskFinding(free: number): Finding {
  const says = `${Math.round(free / 1_000_000)} MB free`;
  if (free >= FEW_BYTES) return ok('disk', says);
  const advice = `${says}. Fix: make room; a full disk stops the database.`;
  return free < TOO_FEW_BYTES ? fault('disk', advice) : warning('disk', advice);
}

async function pictures(): Promise<Finding> {
  const why = await whyNotDrawn().catch(errorText);
  if (why === undefined) return ok('pictures', 'formulas can be drawn');
  return warning(
    'pictures',
    `formulas cannot be drawn, and are shown as text: ${why}. Fix: run “npm ci” again on this machine.`,
  );
}

/** Undefined where a formula was drawn. The bot's own folder of pictures is left as it is. */
async function whyNotDrawn(): Promise<string | undefined> {
  const cacheDir = await mkdtemp(path.join(tmpdir(), 'whetstone-doctor-'));
  const painter = createFormulaPainter({ cacheDir });
  try {
    const drawn = await painter.paint(FORMULA);
    if (drawn.ok) return undefined;
    return drawn.cause === undefined ? drawn.reason : errorText(drawn.cause);
  } finally {
    painter.close();
    await rm(cacheDir, { recursive: true });
  }
}
