import { SimpleShardingStrategy, type WebSocketManager, WebSocketShard } from '@discordjs/ws';

/**
 * What a shard does without awaiting it. A frame of an unknown shape makes it reject, and a rejection that
 * nobody handles would end the process.
 */
const UNAWAITED = ['onMessage', 'onClose', 'internalConnect'] as const;

/** The library's shards, each of which tells `broken` what it throws. */
export class Shards extends SimpleShardingStrategy {
  readonly #broken: (error: unknown) => void;

  constructor(manager: WebSocketManager, broken: (error: unknown) => void) {
    super(manager);
    this.#broken = broken;
  }

  override async spawn(ids: number[]): Promise<void> {
    await super.spawn(ids);
    const shards: unknown = Reflect.get(this, 'shards');
    if (!(shards instanceof Map)) throw new TypeError('@discordjs/ws keeps its shards elsewhere');
    for (const shard of shards.values()) guard(shard, this.#broken);
  }
}

function guard(shard: unknown, broken: (error: unknown) => void): void {
  if (!(shard instanceof WebSocketShard)) throw new TypeError('@discordjs/ws has other shards');
  for (const name of UNAWAITED) {
    const method: unknown = Reflect.get(shard, name);
    if (typeof method !== 'function') throw new TypeError(`@discordjs/ws has no ${name}`);
    Reflect.set(shard, name, async (...given: unknown[]) => {
      try {
        await Reflect.apply(method, shard, given);
      } catch (error) {
        broken(error);
      }
    });
  }
}
