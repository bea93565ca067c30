import { exportCard, type ExportFacts, exportTooLongCard, forgetCard } from './privacy-card.ts';
import { noteCard } from '../../delivery/note-card.ts';
import type { Response } from '../../chat/event.ts';
import { exportMember, lengthOf, type MemberExport } from './export-member.ts';
import { forgetMember } from './forget-member.ts';
import { described } from '../shared/define-command.ts';
import type { Request, Feature } from '../shared/feature.ts';
import { draftsData } from './stored-data.ts';
import { privacyWords } from './words/index.ts';

/** `/privacy`: a member's own data, to see and to delete. Nobody else's can be named. */
export const privacyFeature: Feature = {
  name: 'privacy',
  words: privacyWords,
  personalData: draftsData,
  cli: async () => (await import('./cli/commands.ts')).memberCommands,
  commands: [
    {
      definition: {
        ...described(privacyWords, (words) => words.command),
        subcommands: [
          described(privacyWords, (words) => words.subcommands.export),
          described(privacyWords, (words) => words.subcommands.forget),
        ],
      },
      actions: {
        export: { run: (request) => show(request) },
        forget: {
          run: ({ language }) => Promise.resolve({ type: 'reply', message: forgetCard(language) }),
        },
      },
    },
  ],
  buttons: [
    { name: 'privacy-export', run: (request) => show(request) },
    { name: 'privacy-forget', run: (request) => forget(request) },
  ],
};

/** More private messages than these would be a flood; Slack lets an address take five. */
const MOST_PAGES = 5;

/** What the operator types for it. */
const EXPORT_COMMAND = 'npm run -s whetstone -- member export';

async function show({ context, caller, member, language }: Request): Promise<Response> {
  const data = await exportMember(context, member.id);
  const facts = factsOf(data, language);
  const card = exportCard(facts, data);
  const pages = context.platforms.get(caller.platform)?.paginate(card).length ?? 1;
  const tooLong = pages > MOST_PAGES;
  return { type: 'reply', message: tooLong ? exportTooLongCard(facts, EXPORT_COMMAND) : card };
}

function factsOf(data: MemberExport, language: Request['language']): ExportFacts {
  return {
    language,
    answers: lengthOf(data, 'answers'),
    quizAnswers: lengthOf(data, 'quizAnswers'),
    streaks: lengthOf(data, 'streaks'),
    drafts: lengthOf(data, 'drafts'),
  };
}

async function forget({ context, member, language, dropUnsent }: Request): Promise<Response> {
  dropUnsent();
  const { answers, reveals } = await forgetMember(context, member.id);
  const text = privacyWords(language).forgotten({ answers, reveals });
  return { type: 'replace', message: noteCard(text, 'success') };
}
