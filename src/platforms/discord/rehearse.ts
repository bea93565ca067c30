import type { Message } from '../../chat/message.ts';
import { checkContent, Checks } from './message-rules.ts';
import { render } from './render.ts';

/** Why Discord would refuse a page, by its documented limits: it has no method that tells without posting. */
export function rehearseOnDiscord(page: Message): readonly string[] {
  const check = new Checks();
  checkContent(check, render(page).body);
  return check.faults.map(({ at, message }) => `${at}: ${message}`);
}
