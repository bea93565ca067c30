import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { liveRounds } from '../../../src/db/rounds.ts';
import type { Track } from '../../../src/db/tables.ts';
import { updateTrack } from '../../../src/db/tracks.ts';
import {
  ensurePlayground,
  isRoundOpen,
  playDeadline,
  playNextRound,
} from '../../../src/features/playground/controls.ts';
import { askNow } from '../../../src/features/rounds/ask-now.ts';
import { askRound } from '../../../src/features/rounds/ask-round.ts';
import { writeTrack } from '../../../src/features/tracks/add-track.ts';
import { quietPlatform } from '../../support/quiet-platform.ts';
import { seedDeck } from '../../support/seed-deck.ts';
import { openWorld, type World } from '../../support/world.ts';

const PLACE = { workspace: 'playground', channel: 'general' };

describe('the visitor’s clock in a channel with two tracks', () => {
  let world: World;
  let first: Track;
  let second: Track;

  beforeEach(async () => {
    world = await openWorld({ platforms: [quietPlatform('playground')] });
    const questions = Array.from({ length: 4 }, (_, index) => ({ id: `question-${index}` }));
    await seedDeck(world.context.db, { name: 'sample', questions });
    first = await made(await ensurePlayground(world.context, PLACE));
    second = await made(await writeTrack(world.context, planLike(first)));
  });
  afterEach(() => world.close());

  const made = async (track: Track | undefined): Promise<Track> => {
    if (!track) throw new Error('no track');
    // Questions come when the test asks for them.
    await updateTrack(world.context.db, track.id, { nextDueAt: null });
    return track;
  };

  const planLike = ({ workspaceId, channel, ...track }: Track) => {
    const { cron, timezone, deckIds, topics, difficulties, answeringSeconds, language } = track;
    const times = { cron, timezone, answeringSeconds };
    return { workspaceId, channel, plan: { ...times, deckIds, topics, difficulties, language } };
  };

  const ask = async (track: Track): Promise<void> => {
    await askNow(world.context, { trackId: track.id, beside: true });
    const [claimed] = await liveRounds(world.context.db, track.id);
    if (claimed) await askRound(world.context, claimed.id);
  };

  const openIn = async (track: Track): Promise<number> =>
    (await liveRounds(world.context.db, track.id)).filter(({ status }) => status === 'open').length;

  it('brings the deadline of the second track’s question where only that is open', async () => {
    await ask(second);
    expect(await isRoundOpen(world.context, PLACE)).toBe(true);
    expect(await playDeadline(world.context, PLACE)).toBe(true);
    expect(await openIn(second)).toBe(0);
    expect(await playDeadline(world.context, PLACE)).toBe(false);
  });

  it('brings the newest first, and the other at the next press', async () => {
    await ask(second);
    await ask(first);
    expect(await playDeadline(world.context, PLACE)).toBe(true);
    expect([await openIn(first), await openIn(second)]).toEqual([0, 1]);
    expect(await playDeadline(world.context, PLACE)).toBe(true);
    expect([await openIn(first), await openIn(second)]).toEqual([0, 0]);
    expect(await isRoundOpen(world.context, PLACE)).toBe(false);
  });

  it('asks the first track’s next question beside one that the second has open', async () => {
    await ask(second);
    await playNextRound(world.context, PLACE, 'en');
    expect(await openIn(second)).toBe(1);
    expect(await liveRounds(world.context.db, first.id)).toHaveLength(1);
  });
});

it('a playground asks from every deck that comes with Whetstone', async () => {
  const world = await openWorld({ platforms: [quietPlatform('playground')] });
  const { db } = world.context;
  const decks = [];
  for (const name of ['llm-interview', 'llm-engineering']) {
    decks.push(await seedDeck(db, { name, questions: [{ id: `of-${name}` }] }));
  }
  const track = await ensurePlayground(world.context, PLACE);
  expect(track?.deckIds).toEqual(decks.map(({ id }) => id));
  await world.close();
});
