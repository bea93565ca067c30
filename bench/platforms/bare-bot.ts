import type { Answered, Person } from '../../test/support/stage.ts';

/** A bot on a platform's own client alone, in the hands of a person. */
export interface BareBot {
  /** One write, then a reply. */
  command(person: Person): Promise<Answered>;
  /** A form with one field opens; sent, it is one write and a reply. */
  form(person: Person): Promise<Answered>;
  stop(): Promise<void>;
}
