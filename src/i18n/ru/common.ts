import type { en } from '../en/index.ts';

export const common: typeof en.common = {
  apology: 'У нас что-то сломалось. Отправленное раньше не потеряно; попробуйте ещё раз.',
  tooFast:
    'Слишком много нажатий сразу. Ничего не потеряно; подождите несколько секунд и попробуйте ещё раз.',
  notAllowed:
    'Это могут делать только те, кто управляет этим сервером или пространством. Попросите кого-нибудь из них.',
  unknownCommand: (given, help) => `Команды «${given}» нет. Попробуйте ${help}.`,
  unknownSubcommand: (command, known) =>
    `Напишите после ${command}, что сделать: ${known.join(', ')}.`,
  unknownOption: (given, known) =>
    known.length > 0
      ? `Параметра «${given}» здесь нет. Есть: ${known.join(', ')}.`
      : `Параметра «${given}» здесь нет; у этой команды их нет вовсе.`,
  unknownChoice: (given, option, known) =>
    `«${given}» не подходит для «${option}». Выберите одно из: ${known.join(', ')}.`,
  missingOption: (option) => `Не хватает параметра «${option}». Добавьте его и повторите команду.`,
  otherWorkspace:
    'Этот Whetstone работает в другом пространстве Slack. Чтобы пользоваться им здесь, установите свой.',
  expired: 'Это уже устарело. Начните заново с команды.',
  noTracks: (add) =>
    `Здесь пока нет ни одной программы. Её может добавить тот, кто управляет этим местом: ${add}.`,
};
