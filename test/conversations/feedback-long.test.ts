import { describe, expect, it } from 'vitest';
import { button, messageOf } from '../support/answered.ts';
import { answer, ask, botSaid, close, converse } from '../support/conversation.ts';
import { addOwnTrack } from '../support/own-track.ts';
import type { SlackPerson } from '../support/slack/person.ts';
import type { Person, Seen } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

const THINGS = ['gradients', 'tokens', 'kernels', 'caches', 'routers', 'losses', 'heads', 'masks'];

/** A sentence of some three hundred characters about one thing alone. */
const longSentence = (thing: string): string =>
  `The ${thing} ${Array.from({ length: 24 }, (_, at) => `${thing.slice(0, 4)}word${at}`).join(' ')}.`;

const SENTENCES = THINGS.map(longSentence);

const isOnSlack = (person: Person): person is SlackPerson => 'privately' in person;

/** What a person is shown alone; Slack's stage counts pages after the first as part of an answer. */
const pagesOf = (person: Person): readonly Seen[] =>
  isOnSlack(person) ? person.privately() : person.told();

describe.each(STAGES)('feedback that no single message holds on $name', ({ open }) => {
  const talk = converse(open);

  it('comes whole, over several, with what there is to press', async () => {
    const text = {
      question: 'What is there to know?',
      answer: SENTENCES.join(' '),
      keyPoints: THINGS.map((id, at) => ({ id, label: SENTENCES[at] ?? '', phrasings: [] })),
    };
    const difficulty = 'easy';
    await addOwnTrack(talk, [
      { id: 'all', topic: 'all', difficulty, sources: [], en: text, ru: text },
    ]);
    const ann = talk.stage.person('Ann');
    const question = await ask(talk, 1);
    const said = SENTENCES.slice(0, 5).join(' ');
    await answer(ann, question, said);
    await close(talk, 1, question);
    const reveal = botSaid(talk.stage, question).at(-1)!;
    const first = messageOf(await ann.press(button(reveal, 'How did I do?')));
    const pages = () => [first, ...pagesOf(ann).filter(({ id }) => id !== first.id)];
    const labels = () => pages().flatMap(({ buttons }) => buttons.map(({ label }) => label));
    await talk.stage.until(() => labels().includes('Missed it'), 'the last page');
    const shown = pages()
      .map(({ text }) => text)
      .join('\n');
    for (const thing of THINGS) expect(shown).toContain(`${thing.slice(0, 4)}word23`);
    expect(talk.stage.refusals()).toEqual([]);
  });
});
