import type { Choice } from '../../chat/form.ts';
import { decksFor } from '../../db/decks.ts';
import { DIFFICULTIES } from '../../domain/question.ts';
import { quizTopics } from '../decks/topics.ts';
import { deckWords } from '../decks/words/index.ts';
import { timezonesLike } from '../../domain/timezone.ts';
import { scheduleText } from '../tracks/schedule-text.ts';
import { deckTitle } from '../tracks/track-facts.ts';
import { listTracks } from './list-tracks.ts';
import type { Request } from '../shared/feature.ts';

/** Discord's limit for a choice's value. */
const LONGEST_VALUE = 100;

/** What fits an option of `/track` while it is typed. */
export async function completeTrack(
  request: Request,
  option: string,
  partial: string,
): Promise<readonly Choice[]> {
  switch (option) {
    case 'track':
      return matching(await trackChoices(request), partial);
    case 'timezone':
      return timezonesLike(partial).map((zone) => ({ label: zone, value: zone }));
    case 'decks':
      return completeList(await deckChoices(request), partial);
    case 'topics':
      return completeList(await topicChoices(request), partial);
    case 'difficulties':
      return completeList(difficultyChoices(request), partial);
    default:
      return [];
  }
}

/** Completes the last item of a list; those before it stay. */
function completeList(choices: readonly Choice[], partial: string): readonly Choice[] {
  const end = partial.lastIndexOf(',') + 1;
  const before = end === 0 ? '' : `${partial.slice(0, end)} `;
  return matching(choices, partial.slice(end))
    .map(({ label, value }) => ({ label: before + label, value: before + value }))
    .filter(({ value }) => value.length <= LONGEST_VALUE);
}

function matching(choices: readonly Choice[], partial: string): readonly Choice[] {
  const wanted = partial.trim().toLowerCase();
  return choices.filter(({ label, value }) =>
    [label, value].some((text) => text.toLowerCase().includes(wanted)),
  );
}

async function trackChoices({ context, workspace, language }: Request): Promise<readonly Choice[]> {
  const tracks = await listTracks(context, workspace.id, language);
  return tracks.map(({ number, deck, cron }) => ({
    label: `${number}: ${deck}, ${scheduleText(cron, language)}`,
    value: String(number),
  }));
}

async function deckChoices({ context, workspace, language }: Request): Promise<readonly Choice[]> {
  const decks = await decksFor(context.db, workspace.id);
  return decks.map((deck) => ({ label: deckTitle(deck, language), value: deck.name }));
}

async function topicChoices({ context, workspace, language }: Request): Promise<readonly Choice[]> {
  const topics = await quizTopics(context, workspace.id, language);
  return topics.map(({ id, title }) => ({ label: title, value: id }));
}

function difficultyChoices({ language }: Request): readonly Choice[] {
  return DIFFICULTIES.map((value) => ({ label: deckWords(language).difficulties[value], value }));
}
