import type { Element } from 'hast';
import { h, s } from 'hastscript';
import { displayable } from '../../../chat/displayable.ts';
import type { StoredMember } from '../store.ts';

export const BOT_NAME = 'Whetstone';

/** As many as the style sheet has colours. */
const COLOURS = 6;

/** The first letter of a member's name, on a colour of their own. */
export function avatar(
  author: string,
  { members }: { readonly members: readonly StoredMember[] },
): Element {
  const place = members.findIndex(({ id }) => id === author);
  const initial = [...(members[place]?.name ?? '?')][0] ?? '?';
  return h('span.avatar', { dataColour: (place + COLOURS) % COLOURS }, displayable(initial));
}

export function botAvatar(): Element {
  return h('span.avatar.bot', mark());
}

/** A blade drawn over a stone, and the spark it leaves. */
export function mark(): Element {
  return s('svg.mark', { viewBox: '0 0 32 32', ariaHidden: 'true', focusable: 'false' }, [
    s('path.stone', { d: 'M3 21.5 L8 17 H29 L24 21.5 Z' }),
    s('path.stone-front', { d: 'M3 21.5 H24 V26 H3 Z' }),
    s('path.stone-side', { d: 'M24 21.5 L29 17 V21.5 L24 26 Z' }),
    s('path.blade', { d: 'M9 18.6 L25.5 5 C26.5 9 23.5 14.5 17.5 18.6 Z' }),
    s('path.spark', {
      d: 'M6.2 8 L7.3 11 L10.3 12.1 L7.3 13.2 L6.2 16.2 L5.1 13.2 L2.1 12.1 L5.1 11 Z',
    }),
  ]);
}
