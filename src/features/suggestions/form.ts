import { type Choice, type Form, MOST_CHOICES } from '../../chat/form.ts';
import { DECK_LIMITS } from '../../decks/limits.ts';
import type { Language } from '../../domain/language.ts';
import { DIFFICULTIES } from '../../domain/question.ts';
import { deckWords } from '../decks/words/index.ts';
import type { Request } from '../shared/feature.ts';
import { OTHER_TOPIC, suggestionTopics, type Topic } from './suggestion-topics.ts';
import type { TypedQuestion } from './typed-question.ts';
import { suggestionWords } from './words/index.ts';

/** The form a question is written in, holding what is known of it already. */
export async function questionForm(
  request: Request,
  form: Pick<Form, 'action' | 'title' | 'submit'>,
  typed: Partial<TypedQuestion> = {},
): Promise<Form> {
  const { context, workspace, language } = request;
  const words = suggestionWords(language);
  const { topic, difficulty } = deckWords(language);
  const topics = await suggestionTopics(context, workspace.id, language);
  return {
    ...form,
    fields: [
      {
        ...{ id: 'question', type: 'paragraph', label: words.question, required: true },
        ...{ maxLength: DECK_LIMITS.question, ...held(typed.question) },
      },
      {
        ...{ id: 'answer', type: 'paragraph', label: words.answer, required: false },
        ...{ maxLength: DECK_LIMITS.typedAnswer, hint: words.answerHint, ...held(typed.answer) },
      },
      {
        ...{ id: 'topic', type: 'choice', label: topic, required: true },
        ...{ options: topicChoices(topics, typed.topic), ...held(typed.topic) },
      },
      {
        ...{ id: 'difficulty', type: 'choice', label: difficulty, required: true },
        ...{ options: difficultyChoices(request), ...held(typed.difficulty) },
      },
    ],
  };
}

/** The labels of the fields that are written in, and not chosen. */
export function questionLabels(language: Language) {
  const { question, answer } = suggestionWords(language);
  return { question, answer };
}

/** What a field opens with, where it was written in before. */
const held = (value: string | undefined): { readonly value?: string } => (value ? { value } : {});

/** As many of the first topics as leave room for the one chosen and the one for what fits none. */
function topicChoices(topics: readonly Topic[], chosen: string | undefined): readonly Choice[] {
  return topics
    .filter(({ id }, index) => index < MOST_CHOICES - 2 || id === chosen || id === OTHER_TOPIC)
    .map(({ id, title }) => ({ label: title, value: id }));
}

function difficultyChoices({ language }: Request): readonly Choice[] {
  return DIFFICULTIES.map((value) => ({ label: deckWords(language).difficulties[value], value }));
}
