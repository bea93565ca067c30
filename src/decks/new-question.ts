import { type Language, LANGUAGES } from '../domain/language.ts';

/**
 * A question's file to fill in, with the format explained where one writes. It reads without a
 * fault once its topic is one of the deck's, and `deck check` tells what is still missing.
 * `id` must be a slug.
 */
export function newQuestion(id: string, languages: readonly Language[] = LANGUAGES): string {
  return [...head(id), ...languages.flatMap(text)].join('\n') + '\n';
}

function head(id: string): string[] {
  return [
    `id: ${id} # never change it: history hangs on it`,
    'topic: topic # one of the topics in deck.yaml',
    'difficulty: medium # easy, medium or hard',
    '# classic: true # hardly asked any more: comes only when nothing else is left to ask',
    "# formula: 'h = W_0 x + \\frac{\\alpha}{r} B A x' # LaTeX, in single quotes; drawn as a picture",
    "# formulaText: 'h = W₀x + (α/r)·B·A·x' # the same in plain Unicode, for screens without pictures",
    'sources: # at least one that a reader can open',
    "  - title: 'Title (year)'",
    '    url: https://example.org/',
  ];
}

function text(language: Language): string[] {
  return [
    `${language}:`,
    '  question: …',
    '  # A question to discuss has neither `answer` nor `keyPoints` nor `misconception`.',
    '  # options: # 2–10 to choose from; then `answer` may be left out',
    '  #   - { text: …, right: true } # one or several',
    '  #   - { text: …, why: … } # why it is wrong',
    '  # The answer itself in the first sentence, one example or number, then stop: 60–120 words.',
    '  answer: >-',
    '    …',
    '  # formulaNote: what the letters mean',
    '  keyPoints: # 3–6 things a good answer says; the same ids, in the same order, in every language',
    '    - id: first-point',
    '      label: …',
    '      phrasings: # 3–8 other ways to say it, as people speak, one of them in one or two words',
    '        - …',
    '  misconception: … # a common wrong belief, and what is true instead',
  ];
}
