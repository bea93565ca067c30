import { Resvg } from '@resvg/resvg-js';
import { type BoardPicture, layBoard } from './board-picture.ts';
import { type CalendarPicture, layCalendar } from './calendar-picture.ts';
import type { Drawing } from './drawing-child.ts';
import { encodePng } from './png.ts';
import { type Fonts, openFonts } from './text/fonts.ts';
import { layTopics, type TopicsPicture } from './topics-picture.ts';

/** What can be drawn from data. */
export type PictureWish = BoardPicture | CalendarPicture | TopicsPicture;

/** A picture that is asked for, with the folder in which unpacked fonts are kept. */
export interface FontedWish {
  readonly wish: PictureWish;
  readonly fontFolder: string;
}

/** Draws pictures in this very process; only the process that `drawing-child.ts` starts needs the fonts. */
export function createPictureDrawer(): (fonted: FontedWish) => Promise<Drawing> {
  let opened: Promise<Fonts> | undefined;
  return async ({ wish, fontFolder }) => {
    try {
      const fonts = await (opened ??= openFonts(fontFolder));
      return { ok: true, png: render(layPicture(fonts, wish), fonts) };
    } catch (cause) {
      return { ok: false, reason: 'the renderer cannot draw it', cause };
    }
  };
}

/** A picture as an SVG. */
export function layPicture(fonts: Fonts, wish: PictureWish): string {
  switch (wish.type) {
    case 'board':
      return layBoard(fonts, wish);
    case 'calendar':
      return layCalendar(fonts, wish);
    case 'topics':
      return layTopics(fonts, wish);
  }
}

function render(svg: string, { files, regular }: Fonts): Uint8Array {
  const font = { loadSystemFonts: false, fontFiles: [...files], defaultFontFamily: regular.family };
  return encodePng(new Resvg(svg, { font }).render());
}
