import type { Response } from '../../chat/event.ts';
import type { Message } from '../../chat/message.ts';
import type { Platform } from '../../chat/platform.ts';
import { noteCard } from '../../delivery/note-card.ts';
import type { Feature, Request } from '../shared/feature.ts';
import { PRIVACY_COMMAND } from './definition.ts';
import { exportMember, lengthOf, type MemberExport } from './export-member.ts';
import { forgetMember } from './forget-member.ts';
import { handOver } from './hand-over.ts';
import {
  exportCard,
  type ExportFacts,
  exportFileCard,
  exportSentCard,
  exportTooLongCard,
  forgetCard,
} from './privacy-card.ts';
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
      definition: PRIVACY_COMMAND,
      actions: {
        export: { run: (request) => show(request) },
        forget: {
          run: ({ context, language }) =>
            Promise.resolve({ type: 'reply', message: forgetCard(language, context.grader) }),
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

/** What the operator types to export a member's data. */
const EXPORT_COMMAND = 'npm run -s whetstone -- member export';

async function show(request: Request): Promise<Response> {
  const { context, caller, member, language } = request;
  const data = await exportMember(context, member.id);
  const facts = { ...factsOf(data, language), grader: context.grader };
  const platform = context.platforms.get(caller.platform);
  const file = exportFileOf(data);
  const message = exportFileCard(facts, file);
  const handed = platform && (await handOver(request, platform, { message, size: file.length }));
  switch (handed) {
    case 'in-reply':
      return { type: 'reply', message };
    case 'in-direct':
      return { type: 'reply', message: exportSentCard(facts) };
    case 'file-too-large':
      return { type: 'reply', message: exportTooLongCard(facts, EXPORT_COMMAND) };
    case 'not-delivered':
    case undefined:
      return { type: 'reply', message: asText(facts, data, platform) };
  }
}

/** What cannot be handed over as a file, page by page. */
function asText(facts: ExportFacts, data: MemberExport, platform: Platform | undefined): Message {
  const card = exportCard(facts, data);
  const pages = platform?.paginate(card).length ?? 1;
  return pages > MOST_PAGES ? exportTooLongCard(facts, EXPORT_COMMAND) : card;
}

/** An export as a file of JSON, indented for people to read. */
const exportFileOf = (data: MemberExport): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(data, null, 2)}\n`);

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
