import type { Round } from '../../../src/db/tables.ts';
import { button, formOf, messageOf } from '../answered.ts';
import type { Person, Seen, SeenForm, Stage } from '../stage.ts';

/** One thing somebody said in answer to a round, and whether the bot told them it is saved. */
export interface Said {
  readonly round: number;
  readonly text: string;
  readonly by: 'form' | 'thread';
  readonly told: boolean;
}

/** Somebody with a form open for each round, and somebody at its thread. */
export interface Crowd {
  /** Sends every form and writes every reply at once; resolves when nobody waits any more. */
  answer(): Promise<readonly Said[]>;
}

/** Calls people to the questions of these rounds. */
export async function callCrowd(
  stage: Stage,
  rounds: readonly (Round & { readonly channel: string })[],
  [ann, bob]: readonly [Person, Person] = [stage.person('Ann'), stage.person('Bob')],
): Promise<Crowd> {
  const seats: Seat[] = [];
  for (const { id, channel, message } of rounds) {
    const posted = stage.channelMessages(channel);
    const question = posted.find((one) => one.id === message?.message);
    if (!question) throw new Error(`the question of round ${id} is not there`);
    const form = formOf(await ann.press(button(question, 'Answer')));
    seats.push({ round: id, question, form });
  }
  return {
    answer: () =>
      Promise.all(seats.flatMap((seat) => [sendForm(ann, seat), writeReply(bob, seat)])),
  };
}

interface Seat {
  readonly round: number;
  readonly question: Seen;
  readonly form: SeenForm;
}

async function sendForm(person: Person, { round, form }: Seat): Promise<Said> {
  const text = `${person.name} knows the answer to ${round}`;
  const told = await person.send(form, { text }).then(
    (answered) => messageOf(answered).text.includes('Your answer is saved.'),
    () => false,
  );
  return { round, text, by: 'form', told };
}

/** Nobody is told at once; a reply that stands in the thread in time has to count. */
async function writeReply(person: Person, { round, question }: Seat): Promise<Said> {
  const text = `${person.name} replies to ${round}`;
  await person.reply(question, text);
  return { round, text, by: 'thread', told: false };
}
