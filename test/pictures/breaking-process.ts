import { createDrawer } from '../../src/pictures/formula-drawer.ts';

/** The process that draws, as it is where a formula breaks it: each of these commands does so in its own way. */
const draw = createDrawer();

const WAYS: Readonly<Record<string, () => void>> = {
  '\\abort': () => process.abort(),
  '\\loop': () => {
    for (;;);
  },
  '\\memory': () => {
    const kept: string[][] = [];
    for (let number = 0; ; number++) kept.push(Array.from({ length: 1_000 }, () => `${number}`));
  },
};

process.on('message', (latex: string) => {
  WAYS[latex]?.();
  if (latex.startsWith('\\pid')) process.send?.({ ok: false, reason: String(process.pid) });
  else void draw(latex).then((drawing) => process.send?.(drawing));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
