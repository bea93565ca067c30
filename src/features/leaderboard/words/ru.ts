import { countRu } from '../../../i18n/plural.ts';
import type { en } from './en.ts';

export const ru: typeof en = {
  command: { name: 'лидеры', does: 'Очки и серии в программе этого канала' },
  periodOption: { name: 'период', does: 'Эта неделя, этот месяц или всё время' },

  boardHeading: 'Таблица лидеров',
  periods: { week: 'эта неделя', month: 'этот месяц', all: 'за всё время' },
  periodButtons: { week: 'Неделя', month: 'Месяц', all: 'Всё время' },
  row: ({ place, name, points, streak }) =>
    `${place}. ${name} — ${countRu(points, ['очко', 'очка', 'очков'])}, серия ${streak}`,
  mine: ({ place, points, streak }) =>
    `Ваше место: ${place} — ${countRu(points, ['очко', 'очка', 'очков'])}, серия ${streak}`,
  columns: { points: 'очки', streak: 'серия' },
  unnamed: 'имя — в тексте',
  picture: 'Картинка',
  notDrawn: 'Картинки на этот раз нет. В списке всё то же самое.',
  noPoints: 'За этот период у вас пока нет очков.',
  empty: 'За этот период очков пока ни у кого нет. Следующий вопрос открыт для всех.',
  pointsRule: 'Одно очко за каждый раунд с ответом в срок. При равенстве очков место общее.',
  page: ({ page, pages }) => `Страница ${page} из ${pages}`,
  previous: '← Места выше',
  next: 'Места ниже →',
  otherTrack: ({ track, deck }) => `Программа ${track}: ${deck}`,
  moreTracks: (tracks) => `Ещё программы: ${tracks.join(', ')}. Назовите нужную по номеру.`,
};
