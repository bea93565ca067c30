import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DrawPicture } from '../../src/delivery/context.ts';
import { createPicturePainter } from '../../src/pictures/picture.ts';

/** Draws pictures as the bot does, for the tests of one file. */
export function picturesDrawn(): { readonly draw: DrawPicture; readonly close: () => void } {
  const painter = createPicturePainter({ fontFolder: join(tmpdir(), 'whetstone-fonts') });
  return {
    async draw(wish) {
      const picture = await painter.paint(wish);
      if (!picture.ok) throw new Error(picture.reason, { cause: picture.cause });
      return picture.png;
    },
    close: painter.close,
  };
}
