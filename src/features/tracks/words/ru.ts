import { rich } from '../../../chat/text.ts';
import type { NthOfMonth } from '../../../domain/month-words.ts';
import { countRu, formRu } from '../../../i18n/plural.ts';
import { unitFormat } from '../../../i18n/unit.ts';
import type { en } from './en.ts';

const listed = (items: readonly string[]): string => items.join(', ');

const suspendReasons: typeof en.suspendReasons = {
  'deck-empty': ({ edit }) =>
    rich`ни один вопрос не подходит под её колоды, язык, темы и уровни сложности. Добавьте вопросы в колоду или измените выбор: ${edit}.`,
  'workspace-gone': () => 'Whetstone отсюда удалили. Установите его снова.',
  'channel-gone': () =>
    'канал удалён, или Whetstone его больше не видит. Верните Whetstone в канал или удалите программу.',
  'channel-archived': () =>
    'канал в архиве. Верните его из архива и пустите туда Whetstone или удалите программу.',
  forbidden: ({ permission }) =>
    permission === undefined
      ? 'Whetstone больше не может писать в канале. Разрешите ему писать.'
      : `в канале у Whetstone нет права «${permission}». Выдайте его.`,
  refused: ({ permission }) =>
    permission === undefined
      ? 'Whetstone не может писать в канале, хотя все нужные права у него есть. Проверьте, не ограничивают ли это настройки канала, сервера или пространства.'
      : `платформа требует от Whetstone право «${permission}». Выдайте его.`,
  rejected: () =>
    'не удалось опубликовать несколько вопросов подряд. Причина есть в журнале; её увидит тот, кто запускает Whetstone.',
};

function notSetUp(platform: string): string {
  switch (platform) {
    case 'playground':
      return 'Площадка выключена. Задайте PLAYGROUND=on в настройках и запустите бота заново.';
    case 'slack':
      return 'Slack не настроен. Добавьте его токен в настройки, как описано в docs/slack.md, и запустите бота заново.';
    default:
      return 'Discord не настроен. Добавьте его токен в настройки, как описано в docs/discord.md, и запустите бота заново.';
  }
}

const dayList = new Intl.ListFormat('ru');

const DAYS = [
  'воскресеньям',
  'понедельникам',
  'вторникам',
  'средам',
  'четвергам',
  'пятницам',
  'субботам',
];

/** In the case that «в» asks for; masculine 0, feminine 1, neuter 2. */
const EACH_DAY: readonly (readonly [name: string, gender: 0 | 1 | 2])[] = [
  ['воскресенье', 2],
  ['понедельник', 0],
  ['вторник', 0],
  ['среду', 1],
  ['четверг', 0],
  ['пятницу', 1],
  ['субботу', 1],
];

const ORDINALS: ReadonlyMap<NthOfMonth, readonly string[]> = new Map<NthOfMonth, readonly string[]>(
  [
    [1, ['первый', 'первую', 'первое']],
    [2, ['второй', 'вторую', 'второе']],
    [3, ['третий', 'третью', 'третье']],
    [4, ['четвёртый', 'четвёртую', 'четвёртое']],
    ['last', ['последний', 'последнюю', 'последнее']],
  ],
);

/** Of schedules in words, wherever one can be written. */
export const SCHEDULE_EXAMPLES =
  'по будням 10:00, каждый второй вторник в 10, первая среда месяца 9:30';

export const ru: typeof en = {
  command: { name: 'программа', does: 'Управлять вопросами канала' },
  subcommands: {
    add: { name: 'добавить', does: 'Новая программа для этого канала' },
    edit: { name: 'изменить', does: 'Изменить программу' },
    settings: { name: 'настройки', does: 'Что ещё можно настроить в программе' },
    list: { name: 'список', does: 'Все программы здесь' },
    pause: { name: 'пауза', does: 'Без вопросов, пока не возобновят' },
    resume: { name: 'возобновить', does: 'Вопросы приходят снова' },
    remove: { name: 'удалить', does: 'Завершить программу насовсем' },
    ask: { name: 'спросить', does: 'Задать вопрос сейчас' },
    doctor: { name: 'проверка', does: 'Проверить канал, права и вопросы каждой программы' },
    reveal: { name: 'разбор', does: 'Закрыть открытый раунд и показать разбор' },
  },
  option: { name: 'программа', does: 'Номер программы, если их несколько' },

  settingsHeading: (number) => `Настройки программы ${number}`,

  deck: 'Колода',
  channel: 'Канал',
  schedule: 'Когда приходит вопрос',
  timezone: 'Часовой пояс',
  answering: 'Сколько открыт раунд',
  language: 'Язык сообщений',
  languages: { en: 'English', ru: 'Русский' },
  topics: 'Темы',
  difficulties: 'Уровни',
  faults: {
    cronInvalid: (given) =>
      `«${given}» — не расписание. Напишите, например: ${SCHEDULE_EXAMPLES}; или пять полей cron: 0 10 * * 1-5.`,
    timeMissing: (given) =>
      `В «${given}» не указано время. Допишите его, например: ${given} 10:00.`,
    timeInvalid: (given) =>
      `«${given}» — не время суток: оно бывает от 0:00 до 23:59. Напишите, например: ${SCHEDULE_EXAMPLES}.`,
    cronTooOften: (given) =>
      `В «${given}» шесть полей, первое — секунды. Чаще раза в минуту нельзя: уберите секунды.`,
    cronNever: (given) => `«${given}» никогда не наступит. Выберите дату, которая бывает.`,
    timezoneUnknown: ({ given, near }) =>
      near.length > 0
        ? `Часового пояса «${given}» нет. Может быть, ${near.join(' или ')}?`
        : `Часового пояса «${given}» нет. Напишите регион и город, например Europe/Moscow, или UTC.`,
    answeringInvalid: (given) =>
      `«${given}» — не срок для ответа. Напишите 90s, 30m, 8h, 2d или until-next.`,
    answeringTooShort: ({ given, seconds }) =>
      `«${given}» — слишком мало: раунд открыт не меньше ${seconds} ${formRu(seconds, ['секунды', 'секунд', 'секунд'])}.`,
    answeringTooLong: ({ given, days }) =>
      `«${given}» — слишком много: раунд открыт не больше ${days} ${formRu(days, ['дня', 'дней', 'дней'])}.`,
    deckMissing: (known) => `Не указана колода. Есть: ${listed(known)}.`,
    deckUnknown: ({ given, known }) => `Колоды «${given}» нет. Есть: ${listed(known)}.`,
    topicUnknown: ({ given, known }) =>
      `Темы «${given}» в этих колодах нет. Есть: ${listed(known)}.`,
    difficultyUnknown: (given) =>
      `«${given}» — не уровень сложности. Напишите «лёгкий», «средний» или «сложный», можно несколько через запятую.`,
    languageUnknown: (given) => `Языка «${given}» здесь нет. Напишите en или ru.`,
    poolEmpty:
      'Ни один вопрос не подходит под эти колоды, язык, темы и уровни сложности сразу. Уберите что-нибудь из них.',
    missingPermissions: (permissions) =>
      `В этом канале у Whetstone нет прав: ${listed(permissions)}. Выдайте их и проверьте ещё раз.`,
    channelGone:
      'Whetstone не видит этот канал. Добавьте его (в Slack: /invite) и проверьте ещё раз.',
    workspaceGone: 'Whetstone здесь больше не установлен. Установите его и проверьте ещё раз.',
    channelIdInvalid: (given) =>
      `«${given}» — не идентификатор канала. В Discord это длинное число: включите режим разработчика, щёлкните по каналу правой кнопкой и скопируйте идентификатор. В Slack он начинается с C и указан внизу сведений о канале.`,
    workspaceIdInvalid: (given) =>
      `«${given}» — не идентификатор сервера или пространства. В Discord это длинное число: включите режим разработчика, щёлкните по серверу правой кнопкой и скопируйте идентификатор. В Slack он начинается с T и виден в адресной строке, если открыть пространство в браузере.`,
    channelElsewhere:
      'Этого канала нет на указанном сервере или в указанном пространстве. Укажите канал и тот сервер или то пространство, где он находится.',
    channelUnsuitable:
      'В каналах такого вида раунды проводить нельзя. В Discord выберите текстовый канал или канал объявлений, в Slack — открытый или закрытый канал.',
    platformNotSetUp: notSetUp,
    platformUnavailable: 'Проверить канал сейчас не удалось. Проверьте ещё раз через минуту.',
  },
  nextQuestion: (at) => ['Следующий вопрос придёт ', at, '.'],
  noNext: 'Вопросов не ожидается.',
  notFound: ({ given, list }) => rich`Программы «${given}» здесь нет; все покажет ${list}.`,
  suspendReasons,
  refusal: (words) => `Ответ платформы: «${words}».`,
  from: (workspace) => `Это здесь: ${workspace}.`,
  when: {
    everyDay: (time) => `каждый день в ${time}`,
    weekdays: (time) => `по будням в ${time}`,
    weekends: (time) => `по выходным в ${time}`,
    onDays: ({ days, time }) =>
      `по ${dayList.format(days.map((day) => DAYS[day] ?? ''))} в ${time}`,
    everyWeeks: ({ count, days, time }) =>
      `раз в ${countRu(count, ['неделю', 'недели', 'недель'])} по ${dayList.format(days.map((day) => DAYS[day] ?? ''))} в ${time}`,
    monthly: ({ nth, day, time }) => {
      const [name = '', gender = 0] = EACH_DAY[day] ?? [];
      const ordinal = ORDINALS.get(nth)?.[gender] ?? '';
      return `${ordinal.startsWith('вт') ? 'во' : 'в'} ${ordinal} ${name} месяца в ${time}`;
    },
    untilNext: 'до следующего вопроса',
    lasting: ({ count, unit }) => unitFormat('ru', count, unit),
  },
};
