import { cutInput } from '../../chat/cut.ts';
import type { Response } from '../../chat/event.ts';
import type { PlainOrRich } from '../../chat/text.ts';
import { noteCard } from '../../delivery/note-card.ts';
import { type Day, dayAt } from '../../domain/day.ts';
import type { Language } from '../../domain/language.ts';
import { dayText } from '../../i18n/day-text.ts';
import type { Feature, Options, Request } from '../shared/feature.ts';
import { warn } from '../shared/reply.ts';
import { zoneHere } from '../tracks/zone-here.ts';
import { announceAway } from './announce-away.ts';
import { awayCard } from './away-card.ts';
import { listAway } from './away-days.ts';
import { clearAway } from './clear-away.ts';
import { AWAY_COMMAND, awayCommand } from './definition.ts';
import { readAway, type ReadAwayFault } from './read-away.ts';
import { awayData, deleteWorkspaceAway } from './stored-data.ts';
import { awayWords } from './words/index.ts';

/** `/away`: days on which a member announces that their rounds neither add to their streak nor break it. */
export const awayFeature: Feature = {
  name: 'away',
  words: awayWords,
  personalData: awayData,
  deleteWorkspace: deleteWorkspaceAway,
  commands: [
    {
      definition: AWAY_COMMAND,
      actions: {
        // Where a command is typed freely, it may come without a subcommand.
        '': { run: (request) => list(request) },
        set: { run: (request, options) => set(request, options) },
        list: { run: (request) => list(request) },
        clear: { run: (request) => clear(request) },
      },
    },
  ],
};

async function set(request: Request, typed: Options): Promise<Response> {
  const { context, language } = request;
  const read = readAway(typed, await todayHere(request));
  if (!read.ok) return warn(faultText(language, read.fault));
  const { away, joined } = await announceAway(context, awayMember(request), read.away);
  const words = awayWords(language);
  const days = { from: dayText(away.from, language), until: dayText(away.until, language) };
  const text = joined ? words.joined(days) : words.announced(days);
  return { type: 'reply', message: noteCard(text, 'success') };
}

async function list(request: Request): Promise<Response> {
  const { context, member, language } = request;
  const away = await listAway(context.db, member.id, await todayHere(request));
  return { type: 'reply', message: awayCard({ language, away }) };
}

async function clear(request: Request): Promise<Response> {
  const words = awayWords(request.language);
  const cleared = await clearAway(request.context, awayMember(request), await todayHere(request));
  const message = noteCard(words.cleared[cleared], cleared === 'nothing' ? undefined : 'success');
  return { type: 'reply', message };
}

const awayMember = ({ member, workspace }: Request) => ({
  memberId: member.id,
  workspaceId: workspace.id,
});

/** Today in the time zone of the track that the member answers here. */
async function todayHere({ context, workspace, caller }: Request): Promise<Day> {
  const { db, clock } = context;
  const zone = await zoneHere(db, { workspaceId: workspace.id, channel: caller.channel });
  return dayAt(await clock.now(db), zone);
}

function faultText(language: Language, fault: ReadAwayFault): PlainOrRich {
  const words = awayWords(language);
  switch (fault.code) {
    case 'no-days':
      return words.noDays(awayCommand(language, 'set'));
    case 'not-a-day':
      return words.notADay(cutInput(fault.given));
    case 'away-past':
      return words.past(dayText(fault.given, language));
    case 'away-backwards':
      return words.backwards({
        from: dayText(fault.from, language),
        until: dayText(fault.until, language),
      });
    case 'away-too-far':
      return words.tooFar(dayText(fault.latest, language));
  }
}
