import type { Logger } from 'pino';
import type { DrawPicture, PaintFormula } from '../delivery/context.ts';
import { within } from '../delivery/within.ts';
import type { Drawing } from '../pictures/drawing-child.ts';
import type { FormulaPainter } from '../pictures/formula.ts';
import type { PicturePainter } from '../pictures/picture.ts';

/** A formula that cannot be drawn is a fault of the deck, not of the post: the plain text serves. */
export function formulaDrawing(formulas: FormulaPainter, log: Logger): PaintFormula {
  return async (latex, question) => {
    const picture = await formulas.paint(latex);
    if (picture.ok) return picture.png;
    log.warn({ question, ...said(picture) }, 'a formula cannot be drawn');
    return undefined;
  };
}

const TOO_SLOW: Drawing = { ok: false, reason: 'it takes too long' };

/** How long somebody waits for a picture whose words are there, the start of what draws it included. */
const PICTURE_MS = 5_000;

export function pictureDrawing(
  painter: Pick<PicturePainter, 'paint'>,
  log: Logger,
  waitMs = PICTURE_MS,
): DrawPicture {
  return async (wish) => {
    const drawn: Drawing[] = [];
    const painted = painter.paint(wish).then((drawing) => drawn.push(drawing));
    await within(waitMs, painted);
    const [outcome = TOO_SLOW] = drawn;
    if (outcome.ok) return outcome.png;
    log.warn({ picture: wish.type, ...said(outcome) }, 'a picture cannot be drawn');
    return undefined;
  };
}

const said = ({ reason, cause }: Exclude<Drawing, { readonly ok: true }>) => ({
  reason,
  ...(cause !== undefined && { err: cause }),
});
