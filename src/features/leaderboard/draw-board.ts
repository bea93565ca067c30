import { isolated } from '../../chat/displayable.ts';
import type { PictureBlock } from '../../chat/message.ts';
import type { Context } from '../../delivery/context.ts';
import type { Language } from '../../domain/language.ts';
import { leaderboardWords } from './words/index.ts';

export interface BoardRowFacts {
  readonly place: number;
  readonly name: string;
  readonly points: number;
  readonly streak: number;
  readonly memberId: number;
}

/** A board to draw. The caller has put its rows in order and given them their places. */
export interface BoardToDraw {
  readonly language: Language;
  /** Such as `Leaderboard: this week`. */
  readonly title: string;
  /** Such as the title of the deck and the number of the track. */
  readonly subtitle: string;
  readonly rows: readonly BoardRowFacts[];
  /** Whose row is marked; for pictures that this member alone sees. */
  readonly ownId?: number;
}

/**
 * Draws a board as a picture, with its text beside it. Returns undefined where that takes more than a few seconds;
 * the caller's words have to serve without it.
 */
export async function drawBoard(
  { drawPicture }: Pick<Context, 'drawPicture'>,
  { language, title, subtitle, rows, ownId }: BoardToDraw,
): Promise<PictureBlock | undefined> {
  const words = leaderboardWords(language);
  const png = await drawPicture({
    type: 'board',
    ...{ title, subtitle, columns: words.columns, unnamed: words.unnamed },
    rows: rows.map(({ memberId, ...row }) => ({ ...row, own: memberId === ownId })),
  });
  const lines = rows.map((row) => words.row({ ...row, name: isolated(row.name) }));
  const alt = [title, subtitle, ...lines].join('\n');
  return png && { type: 'picture', png, name: 'leaderboard.png', alt };
}
