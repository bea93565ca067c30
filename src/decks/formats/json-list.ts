/** A list of things that may be questions, and what stands beside it. */
export interface ObjectList {
  readonly items: readonly unknown[];
  readonly beside: Readonly<Record<string, unknown>>;
}

/** Under which keys people keep their questions. */
const LISTS = ['questions', 'cards', 'results', 'items', 'data', 'quiz', 'flashcards', 'entries'];

export function listIn(value: unknown): ObjectList | undefined {
  if (Array.isArray(value)) return { items: value, beside: {} };
  if (!isObject(value)) return undefined;
  const key = LISTS.find((one) => Array.isArray(value[one]));
  if (key === undefined) return undefined;
  const { [key]: items, ...beside } = value;
  return { items: items as unknown[], beside };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
