import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createConnection } from '../../../src/platforms/discord/connection.ts';
import { endOf, exhausted, waitBefore } from '../../../src/platforms/discord/session-end.ts';
import type { DiscordStage } from '../../support/discord/stage.ts';
import { connect, openStage, recordingHandlers } from './support.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How many attempts a day has room for, each of which may cost an identify. */
function attemptsIn(dayMs: number, waitAfterFailure: (failures: number) => number): number {
  let attempts = 0;
  for (let at = 0; at < dayMs; at += waitAfterFailure(attempts)) attempts++;
  return attempts;
}

/** Connects with waits that take no time, and keeps how long they would be. */
function connection({ world, env }: DiscordStage) {
  const waits: number[] = [];
  const made = createConnection({
    token: world.token,
    apiUrl: env['DISCORD_API_URL'] ?? '',
    messageContent: true,
    log: pino({ level: 'silent' }),
    elapsedMs: () => 0,
    wait: (ms) => {
      waits.push(ms);
      if (waits.length === 3) world.settings.identifiesLeft = 1_000;
      return Promise.resolve();
    },
  });
  onTestFinished(() => made.close());
  return { made, waits };
}

describe('a connection that Discord refuses', () => {
  it.each([4004, 4014])('with %i is tried about a hundred times a day', (code) => {
    const attempts = attemptsIn(DAY, (failures) => waitBefore(endOf(code)!, failures));
    expect(attempts).toBeLessThan(120);
    expect(waitBefore(endOf(code)!, 1)).toBe(MINUTE);
    expect(waitBefore(endOf(code)!, 100)).toBe(15 * MINUTE);
  });

  it('is no end where the client comes back by itself', () => {
    expect(endOf(4000)).toBeUndefined();
    expect(endOf(1006)).toBeUndefined();
  });

  it('for want of identifies is asked about again after a quarter of an hour at most', () => {
    expect(waitBefore(exhausted(20 * 60 * MINUTE), 1)).toBe(15 * MINUTE);
    expect(waitBefore(exhausted(5 * MINUTE), 7)).toBe(5 * MINUTE);
    expect(waitBefore(exhausted(0), 7)).toBe(MINUTE);
  });
});

describe('the identifies of a day', () => {
  it('are not used up: the bot waits, and connects when there are more', async () => {
    const stage = await openStage();
    stage.world.settings.identifiesLeft = 5;
    const { made, waits } = connection(stage);
    expect(await made.open(() => undefined)).toBe(stage.world.application);
    expect(waits).toEqual([15 * MINUTE, 15 * MINUTE, 15 * MINUTE]);
    expect(stage.gateway.log.filter((what) => what === 'identify')).toHaveLength(1);
    expect(stage.refusals()).toEqual([]);
  });

  it('are asked for again before a session is begun anew', async () => {
    const stage = await openStage();
    const platform = await connect(stage, recordingHandlers());
    stage.world.settings.identifiesLeft = 5;
    stage.gateway.forget();
    const reason = await stage.until(() => {
      const state = platform.state();
      return state.status === 'down' && state.reason;
    });
    expect(reason).toMatch(/used up the connections.*about 2 h/);
    expect(stage.gateway.log.filter((what) => what === 'identify')).toHaveLength(1);
    expect(stage.refusals()).toEqual([]);
  });
});
