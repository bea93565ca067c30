import type { en } from '../en/index.ts';
import { countRu, formRu } from '../plural.ts';

export const round: typeof en.round = {
  heading: (number) => `Вопрос ${number}`,
  topic: 'Тема',
  difficulty: 'Уровень',
  formula: 'Формула',
  deadline: 'Приём ответов до',
  howTo: 'Нажмите «Ответить», и ответ останется скрытым до разбора, или напишите в треде.',
  howToButtonOnly: 'Нажмите «Ответить»: ответ останется скрытым до разбора.',
  answer: 'Ответить',
  myStreak: 'Моя серия',
  report: 'Сообщить об ошибке',
  threadTitle: (number, question) => `${number}. ${question}`,
  closed: (answers) =>
    answers === 0
      ? 'Приём закрыт. Ответов не было.'
      : `Приём закрыт. ${countRu(answers, 'ответ', 'ответа', 'ответов')}.`,
  revealHeading: (number) => `Разбор вопроса ${number}`,
  keyPoints: 'Что есть в хорошем ответе',
  misconception: 'Частое заблуждение',
  sources: 'Почитать',
  answers: 'Что прислали скрыто',
  anonymous: 'Без имени',
  excused:
    'Часть этого раунда Whetstone был недоступен: у тех, кто не ответил, серия не прерывается.',
  noAnswers: 'Вовремя не ответил никто. Следующий вопрос — новая попытка.',
  participants: (answers) =>
    `Вовремя ${formRu(answers, 'ответил', 'ответили', 'ответили')} ${countRu(answers, 'человек', 'человека', 'человек')}.`,
  streaks: 'Серии',
  streakRow: (name, rounds) => `${name}: ${countRu(rounds, 'раунд', 'раунда', 'раундов')}`,
  moreStreaks: (count) => `и ещё ${count}`,
  removedTrack: 'Этот вопрос из удалённой программы. Ничего не изменилось.',
  unknownRound: 'Этот вопрос здесь больше не известен. Ничего не изменилось.',
  failed: {
    question: (number) => `Вопрос ${number} не удалось опубликовать`,
    thread: (number) => `Тред вопроса ${number} не удалось открыть`,
    answer: (number) => `Разбор вопроса ${number} не удалось опубликовать`,
  },
  failedThen: {
    question:
      'Он никому не засчитывается и не прерывает ничью серию. Следующий вопрос придёт по расписанию.',
    thread: 'Отвечайте кнопкой под вопросом. Разбор придёт прямо в канал.',
    answer: 'Очки и серии остаются. Следующий вопрос придёт по расписанию.',
  },
  ownFailure:
    'Произошёл сбой в самом Whetstone. Причина есть в журнале; её увидит тот, кто запускает Whetstone.',
  difficulties: { easy: 'лёгкий', medium: 'средний', hard: 'сложный' },
};
