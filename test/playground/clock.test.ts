import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../support/playground/house.ts';

/** As many moves at once as an impatient visitor may make. */
const MANY = 10;

describe('the clock of the playground', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  const page = async (as = 'ada'): Promise<string> =>
    (
      await fetch(`${house.url}/?as=${as}`, { headers: { cookie: 'whetstone-language=ru' } })
    ).text();

  const openCards = async (): Promise<number> =>
    [...(await page()).matchAll(/data-tone="question"/g)].length;

  const post = (path: string, body: object): Promise<Response> =>
    fetch(`${house.url}/api/${path}?as=ada&language=ru`, {
      method: 'POST',
      headers: { origin: house.url, 'content-type': 'application/json' },
      body: JSON.stringify({ channel: 'general', ...body }),
    });

  const move = async (to: string): Promise<number> => (await post('clock', { move: to })).status;

  /** The card stands a moment before the round counts as open. */
  const bringDeadline = (): Promise<void> => expect.poll(() => move('deadline')).toBe(204);

  /** Looks at the channel as a page does, for a moment. */
  async function look(language: string): Promise<void> {
    const address = `${house.url}/api/events?as=ada&channel=general&language=${language}`;
    const response = await fetch(address);
    await response.body?.getReader().read();
    await expect.poll(openCards).toBe(1);
    await response.body?.cancel().catch(() => undefined);
  }

  it('asks the first question when the first visitor comes, in their language', async () => {
    await expect.poll(async () => (await fetch(house.url)).status).toBe(200);
    expect(await openCards()).toBe(0);
    await look('ru');
    expect((await page()).includes('Вопрос 1')).toBe(true);
  });

  it('opens one question at a time, however often it is asked at once', async () => {
    await Promise.all(Array.from({ length: MANY }, () => move('next')));
    await expect.poll(openCards).toBe(1);
    await bringDeadline();
    await expect.poll(openCards).toBe(0);
    expect(await move('deadline')).toBe(409);
    expect(await move('others')).toBe(409);
  });

  it('says that nothing is open where the track was removed, and starts anew', async () => {
    await move('next');
    await expect.poll(openCards).toBe(1);
    const told = (await (await post('say', { text: '/track remove' })).json()) as Told;
    const [, action] = /data-action="([^"]*remove[^"]*)"/.exec(told.message.html) ?? [];
    const pressed = await post('press', { message: told.message.id, action });
    expect(pressed.status).toBe(200);
    expect(await move('deadline')).toBe(409);
    expect(await move('others')).toBe(409);
    expect(await move('next')).toBe(204);
    await expect.poll(openCards).toBe(2);
    await bringDeadline();
    await expect.poll(openCards).toBe(1);
    expect(house.troubles).toEqual([]);
  });
});

interface Told {
  readonly message: { readonly id: number; readonly html: string };
}
