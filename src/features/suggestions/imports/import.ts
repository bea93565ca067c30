import { type FormEvent, type Response } from '../../../chat/event.ts';
import type { Form } from '../../../chat/form.ts';
import { takeDraft } from '../../../db/drafts.ts';
import { DECK_LIMITS } from '../../../decks/limits.ts';
import { noteCard } from '../../../delivery/note-card.ts';
import { seenText, storable } from '../../../domain/answer-text.ts';
import { type Language, LANGUAGES } from '../../../domain/language.ts';
import { commonWords } from '../../../i18n/words/index.ts';
import type {
  ButtonHandler,
  CommandAction,
  FormHandler,
  FormOutcome,
  Request,
} from '../../shared/feature.ts';
import { refuse, warn } from '../../shared/reply.ts';
import { trackCommandSpan } from '../../tracks/track-command.ts';
import { OWN_DECK } from '../own-deck.ts';
import { managerOf } from '../review.ts';
import { suggestionWords } from '../words/index.ts';
import type { TargetDeck } from './add-questions.ts';
import { IMPORT_BUTTONS, importPreviewCard, importRefusedCard } from './import-card.ts';
import { type ReadImport, readImport } from './read-import.ts';
import { takeImport } from './take-import.ts';

/** `/question import`: questions from a file, for a deck of the workspace's own. */
export const importCommand: CommandAction = {
  opensForm: true,
  manage: true,
  run: (request) => Promise.resolve(openForm(request)),
};

export const importButton: ButtonHandler = {
  name: IMPORT_BUTTONS.again,
  opensForm: true,
  manage: true,
  run: (request) => Promise.resolve(openForm(request)),
};

export const importForm: FormHandler = {
  name: 'import',
  manage: true,
  opener: IMPORT_BUTTONS.again,
  labels: (language) => {
    const { deck, source } = suggestionWords(language).imports;
    return { deck, source };
  },
  async run(request, _args, event) {
    const typed = typedIn(event);
    if (!typed) return refuse(suggestionWords(request.language).imports.noFile, { again: true });
    const read = await readImport(request.context, managerOf(request), typed);
    return shown(request, read, typed.file.name);
  },
};

/** Lets the questions join the deck, and says so once they have. */
export const takeImportButton: ButtonHandler = {
  name: IMPORT_BUTTONS.take,
  manage: true,
  async run(request, [draft = '']) {
    const { context, language } = request;
    const words = suggestionWords(language).imports;
    const taken = await takeImport(context, managerOf(request), draft);
    switch (taken.type) {
      case 'added': {
        const { added, changed, target } = taken;
        const edit = trackCommandSpan(language, 'edit');
        const deck = titleOf(target, language);
        return {
          type: 'replace',
          message: noteCard(words.joined({ added, changed, deck, edit }), 'success'),
        };
      }
      case 'full':
        return warn(words.full({ questions: DECK_LIMITS.questions, topics: DECK_LIMITS.topics }));
      case 'expired':
        return warn(commonWords(language).expired);
    }
  },
};

export const leaveImportButton: ButtonHandler = {
  name: IMPORT_BUTTONS.leave,
  manage: true,
  async run({ context, member, language }, [draft = '']) {
    await takeDraft(context.db, draft, member.id);
    return { type: 'replace', message: noteCard(suggestionWords(language).imports.left) };
  },
};

function openForm({ language }: Request): Response {
  const { imports: words, languages } = suggestionWords(language);
  const form: Form = {
    action: { name: 'import', args: [] },
    title: words.title,
    submit: words.read,
    fields: [
      { id: 'file', type: 'file', label: words.file, hint: words.fileHint, required: true },
      {
        ...{ id: 'deck', type: 'line', label: words.deck, hint: words.deckHint, required: false },
        maxLength: DECK_LIMITS.title,
      },
      {
        ...{ id: 'language', type: 'choice', label: words.only, required: false },
        options: LANGUAGES.map((value) => ({ value, label: languages[value] })),
      },
      {
        ...{ id: 'source', type: 'line', label: words.source, required: false },
        ...{ hint: words.sourceHint, maxLength: DECK_LIMITS.url },
      },
    ],
  };
  return { type: 'form', form };
}

function typedIn({ values, files }: FormEvent) {
  const file = files?.['file'];
  const textOf = (id: string): string => seenText(storable(values[id] ?? ''));
  const language = LANGUAGES.find((one) => one === values['language']);
  return file && { file, deckTitle: textOf('deck'), source: textOf('source'), language };
}

function shown(request: Request, read: ReadImport, file: string): FormOutcome {
  const { language } = request;
  const words = suggestionWords(language).imports;
  switch (read.type) {
    case 'read': {
      const { draft, report, kept, known } = read;
      const target = titleOf(kept.target, language);
      const facts = { language, file, report, deck: kept.deck, target, draft, known };
      return { type: 'reply', message: importPreviewCard(facts) };
    }
    case 'unreadable':
      return { type: 'refused', message: importRefusedCard({ language, file, ...read }) };
    case 'not-fetched':
      return refuse(
        words.notFetched[read.failure.fault.code === 'file-too-large' ? 'large' : 'other'],
        {
          again: true,
        },
      );
    default:
      return refuse(words.refusals[read.type], { again: true });
  }
}

const titleOf = ({ name, title }: TargetDeck, language: Language): string =>
  name === OWN_DECK ? suggestionWords(language).deckTitle : title;
