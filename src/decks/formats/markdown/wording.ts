/** `1.`, `Q1:`, `Question 5)`, `Вопрос 7.`, `Q:` before a question. */
const NUMBER =
  /^(?:(?:q|question|вопрос)\s*[.#№]?\s*\d{0,4}\s*[.:)\-–—]+\s*|q\d{1,4}\s+|\d{1,4}(?:\.\d{1,3})*\s*[.:)\-–—]+\s+|#\d+\s+)/iu;

/** A question that somebody wrote without its mark, unless it ends as a statement does: `When X, Y follows.` */
const ASKS =
  /^(what|how|why|when|where|which|who|whose|difference|differences|что|чем|как|какой|какая|какое|какие|каким|какую|почему|зачем|когда|где|кто|сколько|для чего|в чём|в чем|можно ли)(?![\p{L}\p{N}])/iu;

/** A task; with a capital letter, since a line that goes on may begin with the same words. */
const TASK =
  /^(Explain|Describe|Define|Compare|Differentiate|Discuss|Tell|Give|List(?! of)|Name(?! of)|Write|Implement|Design|Mention|Расскажи|Расскажите|Объясни|Объясните|Опиши|Опишите|Назови|Назовите|Перечисли|Перечислите|Сравни|Сравните|Приведи|Приведите|Напиши|Напишите)(?![\p{L}\p{N}])/u;

/** Stars, chilli peppers and other marks that lists put behind a question. */
const DECORATION = /(?:\s|\p{Extended_Pictographic}|[\u200b\u200d\ufe0f★☆])+$/u;

/** A question without its number, and without the stars behind it. */
export const withoutNumber = (text: string): string =>
  text.trim().replace(NUMBER, '').replace(DECORATION, '');

/** The same without the marks that make it bold. */
export const bareQuestion = (text: string): string => withoutNumber(text).replace(/[\s*_:]+$/, '');

export const isNumbered = (text: string): boolean => NUMBER.test(text.trim());

/** Whether it asks something: by its mark, or by the word that it begins with. */
export function asks(text: string): boolean {
  const bare = bareQuestion(text);
  if (/[?？][)"”»'`]*$/u.test(bare)) return true;
  if (bare.split(/\s+/).length < 3) return false;
  return TASK.test(bare) || (ASKS.test(bare) && !bare.endsWith('.'));
}

/** Whether it begins as a task does, however short it is. */
export const isTask = (text: string): boolean => TASK.test(bareQuestion(text));

/** `Answer:`, `A:`, `Ответ`: what stands before an answer and is no word of it. */
export const ANSWER_LABEL =
  /^(?:(?:(?:correct |right |правильный |верный )?(?:answers?|ans|option|solution|ответ|решение))(?:\s*[:.]+\s*|\s*$)|a\s*:\s*)/iu;

export const isAnswerLabel = (text: string): boolean =>
  /^(show|see|view|click|reveal|answers?|solution|hint|ответ|решение|показать|открыть|spoiler|expand)\b|^(ответ|решение|показать|открыть)/iu.test(
    text.trim(),
  );

/** Sections of a list that are about the list. */
export const isAboutList = (text: string): boolean =>
  /^(licen[cs]e|contribut|disclaimer|author|sponsor|support|about|introduction|resources|references|credits|acknowledg|download)|^(лицензия|авторы?|источники|ссылки|введение)/iu.test(
    text.trim(),
  );

/** A heading over what leads to the questions; they may follow without another one. */
export const isContents = (text: string): boolean =>
  /^(table of )?contents?\b|^toc\b|^(содержание|оглавление)/iu.test(text.trim());

/** `⬆ Back to top` and the like. */
export const isWayBack = (text: string): boolean =>
  /^\W*(back to|to the|go to|jump to)? ?(top|contents?|table of contents|index|list)\W*$|^\W*(к|на) ?(оглавлени|содержани|верх|начал)|^\W*наверх/iu.test(
    text.trim(),
  );
