import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { LOOKS } from '../../../chat/look.ts';
import { isLanguage, type Language, languageOfLocale } from '../../../domain/language.ts';
import { type Theme, THEMES } from '../../../web/kit/document.ts';
import type { Reading } from '../reading.ts';
import type { StoredMember } from '../store.ts';
import type { Onlooker } from '../view/onlooker.ts';
import type { Visitor } from '../visitor.ts';
import { lookOf, type VisitorContext } from '../visitor-context.ts';

/** Who asks, by `?as=`; undefined where there is no such member. */
export async function visitorOf(c: Context, context: VisitorContext): Promise<Visitor | undefined> {
  const member = (await context.store.members()).find(({ id }) => id === c.req.query('as'));
  return member && { member, ...preferences(c) };
}

export async function onlookerOf(context: VisitorContext, visitor: Visitor): Promise<Onlooker> {
  const { member, look: lookName, ...rest } = visitor;
  const reading: Reading = { ...rest, now: context.now() };
  const look = lookOf(context, visitor);
  const shown = lookName && look && { lookName, look };
  return { member, members: await context.store.members(), reading, ...shown };
}

/** For the page itself: whoever asks for nobody is the first member. */
export function chosenMember(
  c: Context,
  members: readonly StoredMember[],
): StoredMember | undefined {
  return members.find(({ id }) => id === c.req.query('as')) ?? members[0];
}

/**
 * What the page keeps in cookies, so that its first answer has it. A page that stands asks on in its
 * own language, whatever another has chosen since.
 */
export function preferences(c: Context): Omit<Visitor, 'member'> {
  const timezone = getCookie(c, 'whetstone-timezone');
  const chosen = c.req.query('look') ?? getCookie(c, 'whetstone-look');
  const look = LOOKS.find((name) => name === chosen);
  return {
    language: languageFor(c),
    ...(timezone && isTimezone(timezone) && { timezone }),
    ...(look && { look }),
  };
}

export function themeOf(c: Context): Theme {
  const chosen = getCookie(c, 'whetstone-theme');
  return THEMES.find((theme) => theme === chosen) ?? 'auto';
}

function languageFor(c: Context): Language {
  const chosen = c.req.query('language') ?? getCookie(c, 'whetstone-language') ?? '';
  if (isLanguage(chosen)) return chosen;
  const accepted = (c.req.header('accept-language') ?? '').split(',');
  return accepted.map((tag) => languageOfLocale(tag.split(';')[0]?.trim())).find(Boolean) ?? 'en';
}

function isTimezone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
