import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createFormulaPainter, type FormulaPainter } from '../../src/pictures/formula.ts';

const makeFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'whetstone-hostile-'));

async function temporaryFolder(): Promise<string> {
  const folder = await makeFolder();
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** One process draws what these tests draw, since starting one takes longer than all the drawing. */
let painter: FormulaPainter;
beforeAll(async () => {
  const cacheDir = await makeFolder();
  painter = createFormulaPainter({ cacheDir });
  return () => rm(cacheDir, { recursive: true, force: true });
});

/** Far too much of everything, in every way that LaTeX knows to move, to stretch or to repeat. */
const FORMULAS: readonly (readonly [latex: string, reason: RegExp])[] = [
  [String.raw`\moveleft 9999em x`, /draws far outside of its own place/],
  [String.raw`\moveright 9999em x`, /too large|far outside/],
  [String.raw`\hspace{-9999em}x`, /far outside/],
  [String.raw`x\kern-9999em y`, /far outside/],
  [String.raw`\mspace{-99999mu}x`, /far outside/],
  [String.raw`\mkern-99999mu x`, /far outside/],
  [String.raw`\hskip -99999pt x`, /far outside/],
  [String.raw`\llap{x\hspace{9999em}}`, /far outside/],
  [String.raw`\rlap{\hspace{9999em}x}`, /far outside/],
  [String.raw`\smash{\raise9999em x}`, /far outside/],
  [String.raw`\smash{\lower9999em x}`, /far outside/],
  [String.raw`\smash{\rule{1em}{9999em}}x`, /far outside/],
  [String.raw`\llap{\rule{9999em}{1em}}x`, /far outside/],
  [String.raw`\raise 99999999em \llap{x}`, /too large|far outside/],
  [String.raw`\hspace{-99999999999999999999em}x`, /too large|far outside/],
  [String.raw`\genfrac(){9999em}{0}{a}{b}`, /too large|far outside/],
  [String.raw`\begin{array}{c}x\\[99999999999em]y\end{array}`, /too large/],
  [String.raw`\rule[9999em]{1em}{1em}`, /too large|far outside/],
  [String.raw`\phantom{x}`, /draws nothing/],
  [String.raw`\hspace{1em}`, /draws nothing/],
  [String.raw`\begin{array}{*{999999999}{c}}x\end{array}`, /more than 100 columns/],
  [String.raw`\begin{array}{*{99}{*{99}{*{99}{c}}}}x\end{array}`, /more than 100 columns/],
  [String.raw`\begin{array}{*9{*9{*9{c}}}}x\end{array}`, /more than 100 columns/],
  [String.raw`\begin{alignedat}{99999999}x&=y\end{alignedat}`, /more than 100 columns/],
  [String.raw`\begin{alignedat}[t] {99999999}x&=y\end{alignedat}`, /more than 100 columns/],
  [String.raw`\begin{xalignat*}{99999999}x&=y\end{xalignat*}`, /more than 100 columns/],
];

describe('a formula that draws what no picture holds', () => {
  test.each(FORMULAS)('is a fault already at the check: %s', async (latex, reason) => {
    const outcome = { ok: false, reason: expect.stringMatching(reason) as string };
    expect(await painter.check(latex)).toEqual(outcome);
    expect(await painter.paint(latex)).toEqual(outcome);
  });

  test.each([
    String.raw`\smash{\frac{a}{b}}`,
    String.raw`\llap{ab}c`,
    String.raw`x\rlap{yyy}`,
    String.raw`a\!\!b\kern-0.5em c`,
    String.raw`\begin{matrix}x\\[-9999em]y\end{matrix}`,
    String.raw`\begin{array}{@{\hspace{-9999em}}c}x\end{array}`,
    String.raw`\begin{array}{*{4}{c}}1&2&3&4\end{array}`,
    '2 * 3 * 128 = 768',
  ])('leaves one alone that goes a little beyond its place: %s', async (latex) => {
    expect(await painter.check(latex)).toEqual({ ok: true });
  });
});

describe('a formula that breaks what draws it', () => {
  const breaking = (cacheDir: string, timeMs = 30_000): FormulaPainter =>
    createFormulaPainter({
      cacheDir,
      program: new URL('./breaking-process.ts', import.meta.url),
      limits: { timeMs, memoryMb: 128, idleMs: 30_000 },
    });
  const BROKEN = { ok: false, reason: 'it breaks the program that draws it' };
  const SLOW = { ok: false, reason: 'it takes too long' };

  test.each(['\\abort', '\\memory'])(
    'by %s ends neither this process nor the next formula',
    async (latex) => {
      const fragile = breaking(await temporaryFolder());
      const drawn = [latex, 'a + b', latex, 'c'].map((each) => fragile.paint(each));
      const [broken, sound, again, last] = await Promise.all(drawn);
      expect([broken, again]).toEqual([BROKEN, BROKEN]);
      expect([sound?.ok, last?.ok]).toEqual([true, true]);
    },
  );

  test('is remembered, and never tried again, not even by the next process', async () => {
    const folder = await temporaryFolder();
    expect(await breaking(folder).paint('\\abort')).toEqual(BROKEN);
    // The real program would draw or refuse it for reasons of its own.
    const other = createFormulaPainter({ cacheDir: folder });
    expect(await other.paint('\\abort')).toEqual(BROKEN);
    expect(await other.check('\\abort')).toEqual(BROKEN);
  });

  test('by taking for ever is ended, and tried again by the next process only', async () => {
    const folder = await temporaryFolder();
    const fragile = breaking(folder, 2_000);
    expect(await fragile.paint('\\loop')).toEqual(SLOW);
    expect(await fragile.check('\\loop')).toEqual(SLOW);
    expect(await readdir(folder).catch(() => [])).toEqual([]);
    const other = createFormulaPainter({ cacheDir: folder });
    expect(await other.paint('\\loop')).toEqual({
      ok: false,
      reason: expect.stringContaining('Undefined control sequence') as string,
    });
  });

  test('that cannot even be tried is not held against the formula', async () => {
    const folder = await temporaryFolder();
    const program = new URL('./no-such-process.ts', import.meta.url);
    const outcome = await createFormulaPainter({ cacheDir: folder, program }).paint('a + b');
    expect(outcome).toMatchObject({
      ok: false,
      reason: 'the process that draws cannot be started',
      cause: new Error('it ended: 1'),
    });
    expect((await createFormulaPainter({ cacheDir: folder }).paint('a + b')).ok).toBe(true);
  });

  test('costs a process only while there is something to draw', async () => {
    const idle = createFormulaPainter({
      cacheDir: await temporaryFolder(),
      program: new URL('./breaking-process.ts', import.meta.url),
      limits: { timeMs: 30_000, memoryMb: 128, idleMs: 1 },
    });
    const pids: number[] = [];
    for (const latex of ['\\pid', '\\pid ']) {
      const told = await idle.paint(latex);
      const pid = Number(told.ok ? NaN : told.reason);
      pids.push(pid);
      await vi.waitUntil(() => !isRunning(pid), { timeout: 25_000 });
    }
    expect(new Set(pids).size).toBe(2);
  });
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
