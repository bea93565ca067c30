import { expect, it } from 'vitest';
import { decodeAction, encodeAction, INSTALLATION_LENGTH } from '../../src/chat/message.ts';
import { DECK_LIMITS } from '../../src/decks/limits.ts';

const installation = '1'.repeat(INSTALLATION_LENGTH);

it('leaves room for an installation beside the longest button there is', () => {
  const args = ['99999999', 't'.repeat(DECK_LIMITS.id), 'medium'];
  const action = { name: 'quiz-another', args, installation };
  // A longer one would leave no room for Discord's mark, and is refused.
  expect(encodeAction(action)).toHaveLength(75);
  expect(decodeAction(encodeAction(action))).toEqual(action);
});

it('reads what was posted before buttons bore an installation', () => {
  expect(decodeAction('answer:7')).toEqual({ name: 'answer', args: ['7'] });
});
