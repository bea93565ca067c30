import { type Block, type Message, message } from '../../chat/message.ts';
import type { Grader } from '../../delivery/grader.ts';
import type { Language } from '../../domain/language.ts';
import { privacyWords } from './words/index.ts';

export interface ExportFacts {
  readonly language: Language;
  readonly answers: number;
  readonly quizAnswers: number;
  readonly streaks: number;
  readonly drafts: number;
  /** The language model that reads answers here; left out where none does. */
  readonly grader?: GraderNamed | undefined;
}

/** A language model, and where it reads. */
type GraderNamed = Pick<Grader, 'host' | 'model'>;

/** A member's data for that member alone: what there is, and all of it as a file. */
export function exportFileCard(facts: ExportFacts, content: Uint8Array): Message {
  const words = privacyWords(facts.language);
  return message([
    ...summary(facts),
    {
      type: 'file',
      name: 'whetstone-data.json',
      mediaType: 'application/json',
      content,
      description: words.exportIs,
    },
  ]);
}

/** Tells a member where their data went. */
export function exportSentCard(facts: ExportFacts): Message {
  const words = privacyWords(facts.language);
  return message([...summary(facts), { type: 'text', text: [words.exportSent] }]);
}

/** A member's data where no file reaches them: all of it as JSON in the message itself. */
export function exportCard(facts: ExportFacts, data: object): Message {
  const words = privacyWords(facts.language);
  return message([
    ...summary(facts),
    { type: 'text', text: [words.exportNotSent] },
    { type: 'note', text: [words.exportIs] },
    ...pieces(chatJson(data)).map((text): Block => ({ type: 'code', text })),
  ]);
}

/** Where the data is too long for a chat: who can hand it over. */
export function exportTooLongCard(facts: ExportFacts, command: string): Message {
  const words = privacyWords(facts.language);
  return message([...summary(facts), { type: 'text', text: [words.exportTooLong(command)] }]);
}

/** Asks whether a member means it. */
export function forgetCard(language: Language, grader?: GraderNamed): Message {
  const words = privacyWords(language);
  return message(
    [
      { type: 'heading', text: words.forgetHeading },
      { type: 'text', text: [words.forgets] },
      { type: 'note', text: [words.keeps] },
      ...graderNote(language, grader),
      {
        type: 'buttons',
        buttons: [
          { label: words.forget, action: { name: 'privacy-forget', args: [] }, style: 'danger' },
          { label: words.show, action: { name: 'privacy-export', args: [] } },
        ],
      },
    ],
    'warning',
  );
}

/** Where answers go that leave this bot. */
function graderNote(language: Language, grader: GraderNamed | undefined): readonly Block[] {
  if (!grader) return [];
  const { host, model } = grader;
  return [{ type: 'note', text: [privacyWords(language).grader({ host, model })] }];
}

function summary({ language, grader, ...counts }: ExportFacts): readonly Block[] {
  const words = privacyWords(language);
  const fields = (['answers', 'quizAnswers', 'streaks', 'drafts'] as const).map((name) => ({
    name: words[name],
    value: [String(counts[name])],
  }));
  return [
    { type: 'heading', text: words.exportHeading },
    { type: 'fields', fields },
    ...graderNote(language, grader),
  ];
}

/** Backticks and characters without a width of their own, which a screen shows wrongly or not at all. */
const UNSHOWN = /[`\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** JSON that can be copied off a screen: read back, it holds every text to the letter. */
function chatJson(data: object): string {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(data, null, 1).replace(UNSHOWN, (character) =>
    character === '\n' ? character : character.split('').map(escaped).join(''),
  );
}

/** Short enough for a code block on every platform. */
const PIECE_LENGTH = 2500;

/**
 * Cuts at line ends, and in a longer line where no space would be lost at the cut. Put together, the
 * pieces are the JSON again.
 */
function pieces(json: string): readonly string[] {
  const most = PIECE_LENGTH - 1;
  const cuts = new RegExp(`[^]{1,${most}}(?:\\n|$)|[^]{0,${most}}\\S|[^]{1,${most}}`, 'gu');
  return (json.match(cuts) ?? []).map((piece) => piece.replace(/\n$/, ''));
}
