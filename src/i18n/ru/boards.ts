import type { en } from '../en/index.ts';
import { countRu } from '../plural.ts';

export const boards: typeof en.boards = {
  streakHeading: (name) => `Серия: ${name}`,
  myStreakHeading: 'Ваша серия',
  current: 'Сейчас',
  longest: 'Самая длинная',
  freezes: 'Заморозки',
  answered: 'Вовремя отвечено',
  rounds: (count) => countRu(count, 'раунд', 'раунда', 'раундов'),
  freezesHeld: (count, most) => `${count} из ${most}`,
  lastRounds: 'Последние раунды, новые справа',
  noRounds: 'Раундов ещё не было.',
  legend:
    '🟩 есть ответ · ⬜ пропуск · 🧊 прощён заморозкой · ➖ не в счёт из-за сбоя · 🟦 ещё открыт · ▫️ до первого ответа',
  inWords: (runs) => `То же словами, сначала старые: ${runs.join(', ')}.`,
  marks: {
    answered: (count) => `с ответом — ${count}`,
    missed: (count) => `пропущено — ${count}`,
    frozen: (count) => `прощено — ${count}`,
    excused: (count) => `не в счёт — ${count}`,
    open: (count) => `ещё открыто — ${count}`,
    before: (count) => `до первого ответа — ${count}`,
  },
  streakRule: (every, most) =>
    `Серия — это раунды подряд, на которые вы ответили до закрытия; паузы раундов не создают, а сбои серию не прерывают. Каждый ${every}-й ответ серии даёт заморозку: она прощает один пропуск, а хранится их не больше ${most}.`,
  boardHeading: 'Таблица лидеров',
  periods: { week: 'эта неделя', month: 'этот месяц', all: 'за всё время' },
  periodButtons: { week: 'Неделя', month: 'Месяц', all: 'Всё время' },
  row: (place, name, points, streak) =>
    `${place}. ${name} — ${countRu(points, 'очко', 'очка', 'очков')}, серия ${streak}`,
  mine: (place, points, streak) =>
    `Ваше место: ${place} — ${countRu(points, 'очко', 'очка', 'очков')}, серия ${streak}`,
  noPoints: 'За этот период у вас пока нет очков.',
  empty: 'За этот период очков пока ни у кого нет. Следующий вопрос открыт для всех.',
  pointsRule: 'Одно очко за каждый раунд с ответом в срок. При равенстве очков место общее.',
  page: (page, pages) => `Страница ${page} из ${pages}`,
  previous: '← Места выше',
  next: 'Места ниже →',
  otherTrack: (track, deck) => `Программа ${track}: ${deck}`,
  moreTracks: (tracks) => `Ещё программы: ${tracks.join(', ')}. Назовите нужную по номеру.`,
  unknownMember: 'Этот человек здесь ещё не участвовал.',
  nobodyNamed: (name) =>
    `Человек по имени «${name}» здесь ещё не участвовал. Введите @ и выберите, кого имели в виду.`,
  severalNamed: (name) =>
    `По имени «${name}» здесь есть несколько человек. Введите @ и выберите, кого имели в виду.`,
  trackLine: (deck, track) => `${deck} · программа ${track}`,
};
