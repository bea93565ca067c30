import type { Envelope } from './delivery.ts';
import { ACK_MS } from './limits.ts';
import type { World } from './world.ts';

/** Keeps the time from delivery to acknowledgement, and tells what took longer than Slack waits. */
export interface AckClock {
  /** Call what comes back at the acknowledgement. */
  sent(envelope: Envelope): () => void;
  late(): readonly string[];
}

export function createAckClock(world: World): AckClock {
  const open = new Map<number, { what: string; at: number }>();
  const late: string[] = [];
  let count = 0;
  const isLate = (at: number): boolean => world.now().getTime() - at > ACK_MS;
  const line = (what: string): string => `${what}: not acknowledged within 3 s`;
  return {
    sent: (envelope) => {
      const id = count++;
      const at = world.now().getTime();
      open.set(id, { what: envelope.type, at });
      return () => {
        open.delete(id);
        if (isLate(at)) late.push(line(envelope.type));
      };
    },
    late: () => [
      ...late,
      ...[...open.values()].filter(({ at }) => isLate(at)).map(({ what }) => line(what)),
    ],
  };
}
