import type { Answered } from '../stage.ts';
import type { Answerable } from './payloads.ts';
import { seen, seenForm } from './seen.ts';
import type { Gesture, StoredMessage, World } from './world.ts';

/** Where nothing listens. */
const NOBODY = 'http://127.0.0.1:1';

/** Begins something the bot is to answer, and gives it what an answer needs. */
export function beginGesture(
  world: World,
  origin: string,
  member: string,
  channel: string,
  bearer?: StoredMessage,
): { gesture: Gesture; answerable: Answerable } {
  const gesture: Gesture = {
    member,
    messages: [],
    awaitsPost: world.responseFault !== undefined,
  };
  const at = world.now().getTime();
  const trigger = world.nextId('trigger-');
  const url = world.nextId('R');
  world.triggers.set(trigger, { at, gesture, used: false });
  world.responseUrls.set(url, { at, gesture, channel, uses: 0, ...(bearer && { bearer }) });
  const host = world.responseFault === 'unreachable' ? NOBODY : origin;
  return { gesture, answerable: { trigger, responseUrl: `${host}/respond/${url}` } };
}

/** What came back first; undefined while nothing has. */
export function answered(world: World, gesture: Gesture): Answered | undefined {
  if (gesture.form) return { type: 'form', form: seenForm(gesture.form) };
  const [first] = gesture.messages;
  return first && { type: 'message', message: seen(world, first) };
}

/** The response URL of a gesture is carried on by the form it opened. */
export function continueGesture(world: World, from: Gesture, to: Gesture): void {
  for (const [id, url] of world.responseUrls) {
    if (url.gesture === from) world.responseUrls.set(id, { ...url, gesture: to });
  }
}
