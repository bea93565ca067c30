import { createPictureDrawer, type FontedWish } from './picture-drawer.ts';

/**
 * The process that `drawing-child.ts` starts for pictures that are drawn from data: it says that it is ready,
 * and from then on it is sent one at a time and returns each as a drawing.
 */
const draw = createPictureDrawer();

process.on('message', (fonted: FontedWish) => {
  void draw(fonted).then((drawing) => process.send?.(drawing));
});

// Ctrl-C and the stop of a service reach every process of the group. This one ends with the one it works for.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit());
process.send?.('ready');
