import type { Response } from '../../chat/event.ts';
import type { Message } from '../../chat/message.ts';
import type { RichText } from '../../chat/text.ts';
import { decksFor } from '../../db/decks.ts';
import { takeDraft } from '../../db/drafts.ts';
import type { Track } from '../../db/tables.ts';
import { noteCard } from '../../delivery/note-card.ts';
import { DEFAULT_DECK, type TrackDraft } from '../../domain/track-plan.ts';
import { plannedRounds } from '../calendar/rounds-ahead.ts';
import type { FormOutcome, Options, Request } from '../shared/feature.ts';
import { refuse, warn } from '../shared/reply.ts';
import { trackCommandSpan } from '../tracks/track-command.ts';
import { trackFacts } from '../tracks/track-facts.ts';
import { draftCard, draftFaultsCard } from './draft-card.ts';
import { fillDraft, trackForm } from './form.ts';
import { checkTrackDraft, saveTrackDraft } from './save-track-draft.ts';
import { draftOfTrack, findTrackDraft, keepTrackDraft, type StoredDraft } from './track-draft.ts';
import { trackSavedCard } from './track-notes.ts';
import { trackAdminWords } from './words/index.ts';

/** `/track add`: the form of a new track for the channel it is typed in. */
export async function addTrackForm(request: Request, options: Options): Promise<Response> {
  const { context, workspace, caller, language } = request;
  const words = trackAdminWords(language);
  const decks = await decksFor(context.db, workspace.id);
  if (decks.length === 0) return warn(words.noDecks);
  const proposed: TrackDraft = {
    decks: proposedDeck(decks.map(({ name }) => name)),
    schedule: words.scheduleExample,
    timezone: caller.member.timezone ?? 'UTC',
    answering: 'until-next',
    language,
  };
  const written = { ...proposed, ...filled(options) };
  return openNew(request, { channel: caller.channel, written });
}

/** The only deck there is, or the usual one; among others a person chooses. */
function proposedDeck(names: readonly string[]): string {
  const [only = '', ...others] = names;
  if (others.length === 0) return only;
  return names.includes(DEFAULT_DECK) ? DEFAULT_DECK : '';
}

/** An option of nothing but white space leaves what would stand there without it. */
function filled(options: Options): Options {
  const trimmed = Object.entries(options).map(([name, value]) => [name, value.trim()] as const);
  return Object.fromEntries(trimmed.filter(([, value]) => value !== ''));
}

/** `/track edit`: the form of a track as it is, with the options written over it. */
export async function editTrackForm(
  request: Request,
  track: Track,
  options: Options = {},
): Promise<Response> {
  const written = { ...(await draftOfTrack(request.context.db, track)), ...filled(options) };
  return openNew(request, { channel: track.channel, trackId: track.id, written });
}

async function openNew(request: Request, draft: StoredDraft): Promise<Response> {
  const { context, member } = request;
  const draftId = context.randomId();
  await keepTrackDraft(context.db, { draftId, memberId: member.id }, draft);
  return open(request, draftId, draft);
}

async function open(request: Request, id: string, draft: StoredDraft): Promise<Response> {
  const decks = await decksFor(request.context.db, request.workspace.id);
  return { type: 'form', form: trackForm(request.language, { ...draft, draftId: id, decks }) };
}

/** *Edit*: the form again, with what was typed. */
export async function reopenDraft(request: Request, id: string): Promise<Response> {
  const draft = await find(request, id);
  return draft ? open(request, id, draft) : draftGone(request);
}

/** The form was sent: it is kept, checked, and shown before it is saved. */
export async function sendDraft(
  request: Request,
  id: string,
  values: Options,
): Promise<FormOutcome> {
  const { context, member } = request;
  const draft = await find(request, id);
  if (!draft) return refuse(goneText(request));
  const sent = { ...draft, written: fillDraft(draft.written, values) };
  await keepTrackDraft(context.db, { draftId: id, memberId: member.id }, sent);
  // What keeps it from being saved names what was typed, and *Edit* opens the form with all of it.
  return { type: 'reply', message: await preview(request, id, sent) };
}

/** *Check again*: after something was mended on the platform. */
export async function checkDraft(request: Request, id: string): Promise<Response> {
  const draft = await find(request, id);
  if (!draft) return draftGone(request);
  return { type: 'replace', message: await preview(request, id, draft) };
}

async function preview(request: Request, id: string, draft: StoredDraft): Promise<Message> {
  const { context, workspace, language } = request;
  const checked = await checkTrackDraft(context, workspace, draft);
  const shown = cardOf(request, id, draft);
  if (!checked.ok) return draftFaultsCard(shown, checked.faults);
  const { channel } = draft;
  const facts = await trackFacts(context.db, { channel, plan: checked.plan, language });
  return draftCard(shown, facts, await plannedRounds(context, checked.plan, draft.trackId));
}

/** *Save*: once, however often it is pressed. */
export async function pressSave(request: Request, id: string): Promise<Response> {
  const { context, workspace, member, language } = request;
  const saved = await saveTrackDraft(context, workspace, { draftId: id, memberId: member.id });
  switch (saved.type) {
    case 'gone':
      return draftGone(request);
    case 'faulty': {
      const shown = cardOf(request, id, saved.draft);
      return { type: 'replace', message: draftFaultsCard(shown, saved.faults) };
    }
    case 'added':
    case 'edited': {
      const { id: number, ...track } = saved.track;
      const isNew = saved.type === 'added';
      return {
        type: 'replace',
        message: trackSavedCard({ ...track, number, isNew }, language),
      };
    }
  }
}

/** *Cancel*. */
export async function cancelDraft(request: Request, id: string): Promise<Response> {
  const { context, member, language } = request;
  const taken = await takeDraft(context.db, id, member.id);
  if (!taken) return draftGone(request);
  return { type: 'replace', message: noteCard(trackAdminWords(language).cancelled) };
}

const draftGone = (request: Request): Response => warn(goneText(request));

const goneText = ({ language }: Request): RichText =>
  trackAdminWords(language).draftGone(trackCommandSpan(language, 'list'));

function find({ context, member }: Request, id: string): Promise<StoredDraft | undefined> {
  return findTrackDraft(context.db, id, member.id);
}

function cardOf({ language }: Request, id: string, { trackId }: StoredDraft) {
  return { language, id, ...(trackId !== undefined && { number: trackId }) };
}
