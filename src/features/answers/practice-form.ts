import type { Form } from '../../chat/form.ts';
import type { Action } from '../../chat/message.ts';
import { type AnswerTextFault, LONGEST_ANSWER } from '../../domain/answer-text.ts';
import type { Language } from '../../domain/language.ts';
import type { QuestionText } from '../../domain/question.ts';
import { questionBlocks } from '../decks/question-blocks.ts';
import type { FormOutcome } from '../shared/feature.ts';
import { refuse } from '../shared/reply.ts';
import { answerWords } from './words/index.ts';

/** The form for an answer that is given to no round: one field under the question. */
export function practiceForm(language: Language, action: Action, text: QuestionText): Form {
  const words = answerWords(language);
  return {
    action,
    title: words.formTitle,
    about: questionBlocks({ text }),
    submit: words.send,
    fields: [{ id: 'text', type: 'paragraph', label: words.field, required: true }],
  };
}

/** What is wrong with a text that was sent by it. */
export function refusePracticeText(language: Language, { code }: AnswerTextFault): FormOutcome {
  const { empty, tooLong } = answerWords(language);
  return refuse(code === 'answer-empty' ? empty : tooLong(LONGEST_ANSWER), { again: true });
}
