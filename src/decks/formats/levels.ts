import type { Difficulty } from '../../domain/question.ts';

const WRITTEN: Readonly<Record<Difficulty, string>> = {
  easy:
    'easy junior jr beginner basic entry novice simple ' +
    'low лёгкий легкий лёгкая легкая легко простой простая просто низкий низкая начальный ' +
    'начальная базовый базовая новичок джун джуниор младший',
  medium:
    'medium middle mid intermediate normal moderate regular average ' +
    'средний средняя средне мидл миддл нормальный нормальная',
  hard:
    'high hard senior sr advanced expert difficult lead staff ' +
    'сложный сложная сложно трудный трудная трудно высокий высокая продвинутый продвинутая ' +
    'сеньор синьор старший эксперт',
};

const LEVELS = new Map(
  (Object.entries(WRITTEN) as [Difficulty, string][]).flatMap(([level, words]) =>
    words.split(' ').map((word) => [word, level] as const),
  ),
);

/** A difficulty as people write it, `Junior`, `Middle+` or `mid-level`; undefined for what is none. */
export function levelOf(written: string): Difficulty | undefined {
  const tidy = written
    .trim()
    .toLowerCase()
    .replace(/ ?[+-]$/, '');
  return LEVELS.get(tidy) ?? LEVELS.get(tidy.replace(/[-_ ]?(level|уровень)$/, ''));
}
