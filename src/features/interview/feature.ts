import { cutInput } from '../../chat/cut.ts';
import type { Response } from '../../chat/event.ts';
import type { PlainOrRich } from '../../chat/text.ts';
import { decksFor } from '../../db/decks.ts';
import { isRowId } from '../../db/row-id.ts';
import type { DeckRow } from '../../db/tables.ts';
import { noteCard } from '../../delivery/note-card.ts';
import type { Language } from '../../domain/language.ts';
import { INTERVIEW_OUTCOMES } from '../../domain/memory/interview.ts';
import { nearDayText } from '../../i18n/day-text.ts';
import { EVERY_MINUTE } from '../../jobs/heartbeat.ts';
import { deckTitle } from '../decks/titles.ts';
import { aboutCards, interviewsFrom, type StoredInterview } from '../memory/interviews.ts';
import { studyOf } from '../memory/study.ts';
import { reviewDay } from '../review/review-day.ts';
import {
  type Feature,
  handleJob,
  type Options,
  type Request,
  type Typing,
} from '../shared/feature.ts';
import { warn } from '../shared/reply.ts';
import { INTERVIEW_COMMAND, interviewCommand } from './definition.ts';
import { type CapForecast, forecastBoth } from './forecast.ts';
import { interviewCard, type ShownInterview } from './interview-card.ts';
import { askOutcome } from './outcome/ask-outcome.ts';
import { claimOutcomes } from './outcome/claim-outcomes.ts';
import { askOutcomeJob } from './outcome/jobs.ts';
import { saveOutcome, takeOutcomesToShow } from './outcome/stored-outcomes.ts';
import { clearInterview, type SetFault, setInterview } from './set-interview.ts';
import { deleteWorkspaceInterviews, interviewData } from './stored-data.ts';
import { interviewWords } from './words/index.ts';

/** `/interview`: the days that a member prepares for; what they are asked from then on serves them. */
export const interviewFeature: Feature = {
  name: 'interview',
  words: interviewWords,
  personalData: interviewData,
  deleteWorkspace: deleteWorkspaceInterviews,
  commands: [
    {
      definition: INTERVIEW_COMMAND,
      actions: {
        // Where a command is typed freely, it may come without a subcommand.
        '': { run: (request) => show(request) },
        set: { run: set, complete: completeDeck },
        list: { run: (request) => show(request) },
        clear: { run: clear },
      },
    },
  ],
  buttons: [
    { name: 'interview-clear', run: (request, [id]) => clearOne(request, Number(id)) },
    { name: 'interview-went', run: (request, [id, said]) => went(request, Number(id), said) },
  ],
  jobs: [handleJob(askOutcomeJob, (context, { outcomeId }) => askOutcome(context, outcomeId))],
  duties: [{ cron: EVERY_MINUTE, run: claimOutcomes }],
};

async function set(request: Request, options: Options): Promise<Response> {
  const { context, workspace, member, language } = request;
  const { date = '', name = '', deck: given } = options;
  const decks = await decksFor(context.db, workspace.id);
  const deck = given === undefined ? undefined : deckNamed(decks, given, language);
  const words = interviewWords(language);
  if (given !== undefined && !deck) {
    return warn(words.deckUnknown({ given: cutInput(given), known: decks.map((one) => one.name) }));
  }
  const { today, timezone } = await studyOf(request);
  const written = {
    memberId: member.id,
    timezone,
    date,
    name: name.trim(),
    deckId: deck?.id ?? null,
  };
  const outcome = await setInterview(context.db, { ...written, today });
  if (outcome.type === 'refused') return warn(faultText(language, outcome.fault, today));
  return show(request, words.set(nearDayText(outcome.on, language, today)));
}

async function clear(request: Request, { name }: Options): Promise<Response> {
  const { context, member, language } = request;
  const words = interviewWords(language);
  const { today } = await studyOf(request);
  const all = await interviewsFrom(context.db, member.id, today);
  const meant = name === undefined ? all : all.filter((one) => isSame(one.name, name.trim()));
  const [one, another] = meant;
  if (one && !another) return clearOne(request, one.id);
  // Each has a button there.
  if (one || all.length === 0) return show(request);
  return show(request, words.nobodyNamed(cutInput(name ?? '')));
}

async function clearOne(request: Request, id: number): Promise<Response> {
  const { context, member, language } = request;
  const words = interviewWords(language);
  const { today } = await studyOf(request);
  const which = { memberId: member.id, id, today };
  const cleared = isRowId(id) && (await clearInterview(context.db, which));
  return show(request, cleared ? words.cleared : words.clearedBefore);
}

async function show(request: Request, told?: string): Promise<Response> {
  const { context, workspace, member, language } = request;
  const { study, input } = await reviewDay(request);
  const { today } = study;
  const stored = await interviewsFrom(context.db, member.id, today);
  const forecasts = stored.length > 0 ? await forecastBoth(input) : [];
  const decks = await decksFor(context.db, workspace.id);
  const about = aboutCards(stored, input.cards);
  const interviews = stored.map((one, index): ShownInterview => {
    const isEmpty = about[index]?.questionIds?.size === 0;
    const expected = isEmpty ? [] : forecasts.map((forecast) => expectedAt(forecast, index));
    return { id: one.id, on: one.on, name: one.name, ...deckOf(one, decks, language), expected };
  });
  const over = await takeOutcomesToShow(context.db, member.id);
  return { type: 'reply', message: interviewCard({ language, today, interviews, over, told }) };
}

/** How an interview that is over went, by its member's word. */
async function went(request: Request, id: number, said: string | undefined): Promise<Response> {
  const { context, member, language } = request;
  const words = interviewWords(language);
  const outcome = INTERVIEW_OUTCOMES.find((one) => one === said);
  if (!outcome || !isRowId(id)) return warn(words.outcomeGone);
  const saved = await saveOutcome(context.db, { id, memberId: member.id, outcome });
  if (saved === 'gone') return warn(words.outcomeGone);
  const text = saved === 'kept' ? words.outcomeKept[outcome] : words.outcomeKeptBefore;
  return { type: 'reply', message: noteCard(text, 'success') };
}

/** Interviews and forecasts have one order: the nearest first. */
const expectedAt = ({ cap, recalls }: CapForecast, index: number) => ({
  cap,
  recall: recalls[index] ?? 0,
});

function deckOf(
  { deckId }: StoredInterview,
  decks: readonly DeckRow[],
  language: Language,
): Pick<ShownInterview, 'deck'> {
  if (deckId === null) return {};
  const deck = decks.find(({ id }) => id === deckId);
  return { deck: deck ? deckTitle(deck, language) : { gone: true } };
}

async function completeDeck(typing: Typing, option: string, partial: string) {
  if (option !== 'deck') return [];
  const decks = await decksFor(typing.context.db, typing.workspaceId);
  const choices = decks.map((deck) => ({
    label: deckTitle(deck, typing.language),
    value: deck.name,
  }));
  const wanted = partial.toLowerCase();
  return choices.filter(({ label, value }) => `${label} ${value}`.toLowerCase().includes(wanted));
}

/** A deck is taken by its name or by its title in the caller's language. */
function deckNamed(decks: readonly DeckRow[], given: string, language: Language) {
  return decks.find((deck) => isSame(deck.name, given) || isSame(deckTitle(deck, language), given));
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

function faultText(language: Language, fault: SetFault, today: number): PlainOrRich {
  const words = interviewWords(language);
  switch (fault.code) {
    case 'not-a-day':
      return words.notADay(cutInput(fault.given));
    case 'interview-past':
      return words.past(nearDayText(fault.given, language, today));
    case 'interview-too-far':
      return words.tooFar(nearDayText(fault.latest, language, today));
    case 'name-too-long':
      return words.nameTooLong(fault.most);
    case 'too-many':
      return words.tooMany({ most: fault.most, clear: interviewCommand(language, 'clear') });
  }
}
