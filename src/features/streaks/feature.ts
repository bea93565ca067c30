import type { Response } from '../../chat/event.ts';
import type { Member } from '../../db/tables.ts';
import { commonWords } from '../../i18n/words/index.ts';
import { memberNudgeOf } from '../nudge/member-nudges.ts';
import { findOwnRound } from '../rounds/own-round.ts';
import { roundWords } from '../rounds/words/index.ts';
import type { Feature, Request } from '../shared/feature.ts';
import { warn } from '../shared/reply.ts';
import { trackCommandSpan } from '../tracks/track-command.ts';
import { trackWords } from '../tracks/words/index.ts';
import { STREAK_COMMAND } from './definition.ts';
import { memberTyped, unclearMember } from './member-typed.ts';
import { showStreak } from './show-streak.ts';
import { showWhy } from './show-why.ts';
import { streakCard } from './streak-card.ts';
import { whyCard } from './why-card.ts';
import { streakWords } from './words/index.ts';
import { showYear } from './year/show-year.ts';
import { drawYear, yearCard } from './year/year-card.ts';

/** `/streak`, and the *My streak* button of a question. */
export const streaksFeature: Feature = {
  name: 'streaks',
  words: streakWords,
  commands: [
    {
      definition: STREAK_COMMAND,
      actions: {
        '': {
          repeatable: true,
          async run(request, { member: externalId, show: what }) {
            const { context, workspace, member, language } = request;
            if (what === 'why') return why(request, externalId);
            if (externalId === undefined) return show(request, member);
            const typed = await memberTyped(context.db, workspace.id, externalId);
            return typed.type === 'found'
              ? show(request, typed.member)
              : warn(unclearMember(language, typed));
          },
        },
      },
    },
  ],
  buttons: [
    {
      name: 'streak-why',
      repeatable: true,
      run: (request, [track, page]) =>
        showWhyPage(request, { track, page: Number(page) || 1 }, 'replace'),
    },
    { name: 'streak-year', run: (request, [track]) => year(request, Number(track)) },
    {
      name: 'my-streak',
      repeatable: true,
      async run(request, [roundId = '']) {
        const { context, workspace, member, language } = request;
        const found = await findOwnRound(context.db, Number(roundId), workspace.id);
        if (found.type === 'found') return show(request, member, found.track.id);
        const words = roundWords(language);
        const removed = found.fault === 'track-removed';
        return warn(removed ? words.removedTrack : words.unknownRound);
      },
    },
  ],
};

/** The reasons are the member's own: nobody else is shown them. */
async function why(request: Request, of: string | undefined): Promise<Response> {
  const { member, language } = request;
  const isOwn = of === undefined || of === member.externalId || of === `@${member.name}`;
  if (!isOwn) return warn(streakWords(language).whyOfOthers);
  return showWhyPage(request, { track: undefined, page: 1 }, 'reply');
}

async function showWhyPage(
  request: Request,
  { track, page }: { readonly track: string | undefined; readonly page: number },
  type: 'reply' | 'replace',
): Promise<Response> {
  const { context, workspace, caller, member, language } = request;
  const where = {
    workspaceId: workspace.id,
    platform: workspace.platform,
    channel: caller.channel,
    language,
    ...(track !== undefined && { trackId: Number(track) }),
  };
  const shown = await showWhy(context, where, { memberId: member.id, page });
  if (shown.type === 'no-tracks') {
    if (track === undefined) {
      return warn(commonWords(language).noTracks(trackCommandSpan(language, 'add')));
    }
    const list = trackCommandSpan(language, 'list');
    return warn(trackWords(language).notFound({ given: track, list }));
  }
  const { at, others, ...rest } = shown;
  const named = { deck: at.deck, track: at.track.id, others: others.map((one) => one.track.id) };
  return { type, message: whyCard({ language, ...named, ...rest }) };
}

/** Shows a year to its member alone, since nobody else is told of their days away. */
async function year(request: Request, trackId: number): Promise<Response> {
  const { context, workspace, caller, member, language } = request;
  const where = { workspaceId: workspace.id, channel: caller.channel, language, trackId };
  const shown = await showYear(context, where, member.id);
  if (shown.type === 'no-tracks') {
    const list = trackCommandSpan(language, 'list');
    return warn(trackWords(language).notFound({ given: String(trackId), list }));
  }
  const { at, others, ...rest } = shown;
  const named = { deck: at.deck, track: at.track.id, others: others.map((one) => one.track.id) };
  const facts = { language, ...named, ...rest };
  return { type: 'reply', message: yearCard(facts, await drawYear(context, facts)) };
}

async function show(request: Request, of: Member, trackId?: number): Promise<Response> {
  const { context, workspace, caller, member, language } = request;
  const where = {
    workspaceId: workspace.id,
    channel: caller.channel,
    language,
    ...(trackId !== undefined && { trackId }),
  };
  const isOwn = of.id === member.id;
  const [shown, nudge] = await Promise.all([
    showStreak(context, where, of.id),
    isOwn ? memberNudgeOf(context.db, member.id) : undefined,
  ]);
  if (shown.type === 'no-tracks') {
    return warn(commonWords(language).noTracks(trackCommandSpan(language, 'add')));
  }
  const streaks = shown.streaks.map(({ track, ...rest }) => ({ track: track.id, ...rest }));
  const whose = nudge === undefined ? { name: of.name } : { nudge };
  return { type: 'reply', message: streakCard({ language, streaks, ...whose }) };
}
