import type { Handlers } from '../../../src/chat/event.ts';

/** An inbox to which everything is delivered as often as `times` says; the first answer counts. */
export function delivering(handlers: Handlers, times: () => number): Handlers {
  const deliver = async <T>(once: () => Promise<T>): Promise<T> => {
    const [first] = await Promise.all(Array.from({ length: times() }, once));
    return first as T;
  };
  return {
    ...handlers,
    command: (event) => deliver(() => handlers.command(event)),
    button: (event) => deliver(() => handlers.button(event)),
    form: (event) => deliver(() => handlers.form(event)),
    thread: (event) => deliver(() => handlers.thread(event)),
    membership: (event) => deliver(() => handlers.membership(event)),
  };
}
