import type { Choice } from '../../chat/form.ts';
import { decksFor } from '../../db/decks.ts';
import { DIFFICULTIES } from '../../domain/question.ts';
import { timezonesLike } from '../../domain/timezone.ts';
import { deckTitle, deckTitles } from '../decks/titles.ts';
import { quizTopics } from '../decks/topics.ts';
import { deckWords } from '../decks/words/index.ts';
import type { Typing } from '../shared/feature.ts';
import { scheduleText } from '../tracks/schedule-text.ts';
import { tracksWithDecks } from '../tracks/tracks-here.ts';

/** Discord's limit for a choice's value. */
const LONGEST_VALUE = 100;

/** What fits an option of `/track` while it is typed. */
export async function completeTrack(
  typing: Typing,
  option: string,
  partial: string,
): Promise<readonly Choice[]> {
  switch (option) {
    case 'track':
      return matching(await trackChoices(typing), partial);
    case 'timezone':
      return timezonesLike(partial).map((zone) => ({ label: zone, value: zone }));
    case 'decks':
      return completeList(await deckChoices(typing), partial);
    case 'topics':
      return completeList(await topicChoices(typing), partial);
    case 'difficulties':
      return completeList(difficultyChoices(typing), partial);
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

async function trackChoices(typing: Typing): Promise<readonly Choice[]> {
  const { context, workspaceId, language } = typing;
  if (workspaceId === undefined) return [];
  const tracks = await tracksWithDecks(context.db, workspaceId);
  return tracks.map(({ track: { id, deckIds, cron }, decks }) => ({
    label: `${id}: ${deckTitles(deckIds, decks, language)}, ${scheduleText(cron, language)}`,
    value: String(id),
  }));
}

async function deckChoices(typing: Typing): Promise<readonly Choice[]> {
  const { context, workspaceId, language } = typing;
  const decks = await decksFor(context.db, workspaceId);
  return decks.map((deck) => ({ label: deckTitle(deck, language), value: deck.name }));
}

async function topicChoices(typing: Typing): Promise<readonly Choice[]> {
  const { context, workspaceId, language } = typing;
  const topics = await quizTopics(context, workspaceId, language);
  return topics.map(({ id, title }) => ({ label: title, value: id }));
}

function difficultyChoices({ language }: Typing): readonly Choice[] {
  return DIFFICULTIES.map((value) => ({ label: deckWords(language).difficulties[value], value }));
}
