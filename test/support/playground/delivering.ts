import type { Inbox } from '../../../src/chat/event.ts';

/** An inbox to which everything is delivered as often as `times` says; the first answer counts. */
export function delivering(inbox: Inbox, times: () => number): Inbox {
  const deliver = async <T>(once: () => Promise<T>): Promise<T> => {
    const [first] = await Promise.all(Array.from({ length: times() }, once));
    return first as T;
  };
  return {
    ...inbox,
    command: (event) => deliver(() => inbox.command(event)),
    button: (event) => deliver(() => inbox.button(event)),
    form: (event) => deliver(() => inbox.form(event)),
    thread: (event) => deliver(() => inbox.thread(event)),
    membership: (event) => deliver(() => inbox.membership(event)),
  };
}
