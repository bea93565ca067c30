import type { Difficulty } from '../../domain/question.ts';

const WRITTEN: Readonly<Record<Difficulty, string>> = {
  easy:
    'easy junior jr beginner basic entry novice simple ' +
    'лёгкий легкий легко простой просто начальный базовый новичок джун джуниор младший',
  medium:
    'medium middle mid intermediate normal moderate regular average ' +
    'средний средне мидл миддл нормальный',
  hard:
    'hard senior sr advanced expert difficult lead staff ' +
    'сложный сложно трудный трудно продвинутый сеньор синьор старший эксперт',
};

const LEVELS = new Map(
  (Object.entries(WRITTEN) as [Difficulty, string][]).flatMap(([level, words]) =>
    words.split(' ').map((word) => [word, level] as const),
  ),
);

/** A difficulty as people write it, `Junior` or `mid-level`; what is none comes back for its complaint. */
export function levelOf(written: string): string {
  const tidy = written.trim().toLowerCase();
  return LEVELS.get(tidy) ?? LEVELS.get(tidy.replace(/[-_ ]?(level|уровень)$/, '')) ?? tidy;
}
