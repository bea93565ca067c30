import { foldName, isProgramsName, roleNamed } from './column-names.ts';

/** A list of things that may be questions, and what stands beside it. */
export interface ObjectList {
  readonly items: readonly unknown[];
  readonly beside: Readonly<Record<string, unknown>>;
}

/** Under which keys people keep their questions. */
const LISTS = ['questions', 'cards', 'results', 'items', 'data', 'quiz', 'flashcards', 'entries'];

export function listIn(value: unknown): ObjectList | undefined {
  if (Array.isArray(value)) return { items: value.flatMap(ungrouped), beside: {} };
  if (!isObject(value)) return undefined;
  const key = LISTS.find((one) => Array.isArray(value[one]));
  if (key === undefined)
    return groupsIn(value) ?? (isOne(value) ? { items: [value], beside: {} } : pairsIn(value));
  const { [key]: items, ...beside } = value;
  return { items: (items as unknown[]).flatMap(ungrouped), beside };
}

/** Under which keys people keep groups of questions, and by which a group is named. */
const GROUPS = ['sections', 'topics', 'categories', 'chapters', 'groups', 'rounds', 'decks'];
const GROUP_NAMES = ['topic', 'category', 'section', 'title', 'name'];

/** A group's questions, each with the group's name as its topic; anything else as it is. */
function ungrouped(item: unknown): readonly unknown[] {
  if (!isObject(item)) return [item];
  const key = LISTS.find((one) => holdsObjects(item[one]));
  if (key === undefined) return [item];
  const name = GROUP_NAMES.map((one) => item[one]).find((one) => typeof one === 'string');
  return (item[key] as unknown[]).map((one) => inTopic(one, name));
}

/** `{"sections": [{"name": "SQL", "questions": […]}]}`, or `{"SQL": […], "Git": […]}`. */
function groupsIn(value: Readonly<Record<string, unknown>>): ObjectList | undefined {
  const key = GROUPS.find((one) => holdsObjects(value[one]));
  if (key !== undefined) {
    const { [key]: groups, ...beside } = value;
    return { items: (groups as unknown[]).flatMap(ungrouped), beside };
  }
  const [groups, rest] = parted(
    Object.entries(value),
    ([name, one]) => holdsObjects(one) && !isProgramsName(name),
  );
  if (groups.length === 0) return undefined;
  const items = groups.flatMap(([name, list]) =>
    (list as unknown[]).map((one) => inTopic(one, name)),
  );
  return { items, beside: Object.fromEntries(rest) };
}

/** One question alone, `{"question": "What is X?", "answer": "It is Y"}`: at least half of its keys say what they are. */
function isOne(value: Readonly<Record<string, unknown>>): boolean {
  const keys = Object.keys(value);
  const roles = keys.flatMap((key) => roleNamed(foldName(key))?.role ?? []);
  const hasAnswer = roles.includes('answer') || roles.includes('correct');
  return roles.includes('question') && hasAnswer && roles.length * 2 >= keys.length;
}

/** `{"What is X?": "It is Y"}`. */
function pairsIn(value: Readonly<Record<string, unknown>>): ObjectList | undefined {
  const [rest, pairs] = parted(Object.entries(value), ([key]) => isProgramsName(key));
  if (pairs.length < 2 || !pairs.every(([, answer]) => typeof answer === 'string'))
    return undefined;
  const items = pairs.map(([question, answer]) => ({ question, answer }));
  return { items, beside: Object.fromEntries(rest) };
}

const holdsObjects = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(isObject);

const inTopic = (item: unknown, topic: unknown): unknown =>
  isObject(item) && topic !== undefined && !GROUP_NAMES.slice(0, 3).some((key) => key in item)
    ? { ...item, topic }
    : item;

const parted = <Item>(
  items: readonly Item[],
  isFirst: (item: Item) => boolean,
): readonly [readonly Item[], readonly Item[]] => [
  items.filter(isFirst),
  items.filter((item) => !isFirst(item)),
];

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
