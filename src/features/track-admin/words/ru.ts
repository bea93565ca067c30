import { rich } from '../../../chat/text.ts';
import { countRu } from '../../../i18n/plural.ts';
import { SCHEDULE_EXAMPLES } from '../../tracks/words/ru.ts';
import type { en } from './en.ts';

export const ru: typeof en = {
  whetstoneDoes: 'Всё ли у Whetstone здесь в порядке',
  doctor: { name: 'проверка', does: 'Проверить каналы, права, вопросы и что застряло' },
  options: {
    decks: { name: 'колоды', does: 'Колоды; несколько через запятую' },
    schedule: { name: 'расписание', does: 'Например: по будням 10:00; можно cron' },
    timezone: { name: 'пояс', does: 'Например: Europe/Moscow' },
    answering: { name: 'срок', does: 'Сколько открыт раунд: 90s, 8h, 2d, until-next' },
    language: { name: 'язык', does: 'Язык сообщений' },
    topics: { name: 'темы', does: 'Только эти темы, через запятую; any — все' },
    difficulties: {
      name: 'уровни',
      does: 'Только эти уровни сложности, через запятую; any — все',
    },
    until: { name: 'до', does: 'Когда продолжить: 2026-12-24, завтра' },
  },

  newTitle: 'Новая программа',
  title: (number) => `Программа ${number}`,
  preview: 'Проверить',
  scheduleHint: `Например: ${SCHEDULE_EXAMPLES}; или cron`,
  scheduleExample: 'по будням 10:00',
  timezoneHint: 'Например: Europe/Moscow, Asia/Yekaterinburg или UTC',
  answeringHint: '90s, 8h, 2d или until-next: пока не придёт следующий вопрос',
  nextRounds: 'Ближайшие раунды по вашим часам:',
  notSaved: 'Пока ничего не сохранено.',
  save: 'Сохранить',
  edit: 'Изменить',
  cancel: 'Отмена',
  checkAgain: 'Проверить ещё раз',
  askNow: 'Спросить сейчас',
  remove: 'Удалить',

  faultsHeading: 'Пока сохранить нельзя',

  saved: (number) => `Программа ${number} сохранена.`,
  changed: (number) => `Программа ${number} изменена. Срок открытого раунда прежний.`,
  cancelled: 'Отменено. Ничего не сохранено.',
  draftGone: (list) => rich`Это уже сохранено или отменено; что есть, покажет ${list}.`,
  noDecks:
    'Колод пока нет. Тот, кто запускает Whetstone, может добавить их из командной строки: deck import.',

  listHeading: 'Программы',
  noTracks: (add) =>
    rich`Программ пока нет. ${add} создаст программу в том канале, где набрана команда.`,
  checkHeading: 'Что с программами сейчас',
  allWell: 'Ничто не мешает задавать вопросы.',
  someWrong: (count) =>
    `${countRu(count, ['программа', 'программы', 'программ'])}: сейчас вопрос не придёт.`,
  unchecked: ({ checked, more }) =>
    `Проверены только первые ${countRu(checked, ['программа', 'программы', 'программ'])}, а ещё ${more} — нет. Тот, кто запускает Whetstone, может проверить все из командной строки: doctor.`,
  heldUp: {
    question: ({ number, since }) =>
      rich`Вопрос раунда ${String(number)} ждёт с ${since}: отправить его пока не удалось, попытки продолжаются.`,
    answer: ({ number, since }) =>
      rich`Разбор раунда ${String(number)} ждёт с ${since}: отправить его пока не удалось, попытки продолжаются.`,
  },
  calendarUnread: ({ name, why }) =>
    `Календарь выходных (${name}) не читается; действуют дни, прочитанные в последний раз. ${why}`,
  threadsUnread:
    'Ответы в тредах здесь не читаются: отвечают кнопкой. Включить чтение может тот, кто запускает Whetstone.',
  more: (count) => `и ещё ${count}`,
  line: ({ number, channel }) => [`Программа ${number} · `, channel],
  active: 'Идёт.',
  isPaused: (resume) => rich`На паузе: продолжить — ${resume}.`,
  isSuspended: ({ reason, resume }) =>
    rich`Остановлена: ${reason} Затем ${resume} запустит её снова.`,

  noneHere: ({ list, add }) =>
    rich`В этом канале нет программы. Назовите другую по номеру (${list}) или создайте здесь: ${add}.`,
  which: 'В этом канале несколько программ. Какая?',
  whichNumber: 'В этом канале несколько программ. Назовите одну по номеру:',
  choice: ({ number, deck }) => `${number}: ${deck}`,

  paused: ({ number, resume }) =>
    rich`Программа ${number} на паузе: вопросов не будет до ${resume}. Открытый раунд идёт до своего срока.`,
  pausedUntil: ({ number, day, resume }) =>
    rich`Программа ${number} на паузе: вопросы снова пойдут ${day}, а раньше — после ${resume}. Открытый раунд идёт до своего срока.`,
  pauseUntil: 'На паузе до',
  pauseTitle: 'Пауза до даты',
  notPaused: 'нет',
  changePause: 'Пауза до…',
  pause: 'Поставить на паузу',
  aboutPause:
    'До этого дня вопросов не будет, и серии не прервутся. Открытый раунд идёт до своего срока.',
  pauseHint: 'Например: 2026-12-24. Пусто — пока кто-нибудь не продолжит',
  pauseFaults: {
    unreadable: (given) => `«${given}» — не дата. Напишите 2026-12-24, 24.12.2026 или «завтра».`,
    over: (given) =>
      `День «${given}» уже наступил. Укажите первый день, когда вопросы снова пойдут.`,
    tooFar: ({ given, latest }) =>
      `«${given}» — слишком далеко: самое позднее — ${latest}. Чтобы поставить на паузу без срока, не указывайте день.`,
  },
  alreadyPaused: (number) => `Программа ${number} уже на паузе.`,
  resumed: (number) => `Программа ${number} продолжается.`,
  alreadyActive: (number) => `Программа ${number} и так идёт.`,
  cannotResume: (number) => `Программу ${number} пока не продолжить`,
  asked: (number) => `Вопрос программы ${number} сейчас появится в канале.`,
  askedAlready: (number) => `Вопрос программы ${number} уже на пути в канал.`,
  stillOpen: ({ number, round, until }) =>
    until
      ? rich`Вопрос ${String(round)} программы ${String(number)} открыт до: ${until}. Ещё один вопрос сейчас станет отдельным раундом рядом с ним: кто ответит только на один, пропустит другой.`
      : rich`Вопрос ${String(round)} программы ${String(number)} ещё открыт. Ещё один вопрос сейчас станет отдельным раундом рядом с ним: кто ответит только на один, пропустит другой.`,
  askBeside: 'Задать ещё один',
  revealed: ({ number, round, stillOpen }) => {
    const done = `Вопрос ${round} программы ${number} закрыт; разбор сейчас придёт в его тред.`;
    return stillOpen.length === 0 ? done : `${done} Ещё открыты: ${stillOpen.join(', ')}.`;
  },
  nothingOpen: (number) => `В программе ${number} нет открытого раунда.`,
  removeSure: (number) =>
    `Удалить программу ${number}? Вопросов больше не будет, у открытого раунда не будет разбора, а её серии и таблица лидеров больше не покажутся.`,
  removed: (number) => `Программа ${number} удалена.`,
};
