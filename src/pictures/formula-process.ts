import { createDrawer } from './formula-drawer.ts';

/**
 * The process that `drawing-child.ts` starts: it says that it is ready, and from then on it is sent one
 * formula at a time and returns each as a drawing.
 */
const draw = createDrawer();

process.on('message', (latex: string) => {
  void draw(latex).then((drawing) => process.send?.(drawing));
});

// Ctrl-C and the stop of a service reach every process of the group. This one ends with the one it works for.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit());

// Loading takes a while at first, which is no fault of a formula's; where it fails, the drawing tells.
await import('@resvg/resvg-js').catch(() => undefined);
process.send?.('ready');
