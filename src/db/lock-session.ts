import pg from 'pg';

/** A session that advisory locks hang on. */
export interface LockSession {
  /** Takes the lock unless another session holds it. */
  take(key: string): Promise<boolean>;
  give(key: string): Promise<void>;
  /** It holds nothing any more, and takes nothing. */
  readonly isOver: boolean;
  end(): Promise<void>;
}

const TAKE = 'select pg_try_advisory_lock(hashtextextended($1, 0)) as taken';
const GIVE = 'select pg_advisory_unlock(hashtextextended($1, 0)) as given';

export function openLockSession(
  config: pg.ClientConfig,
  onError: (error: Error) => void,
): LockSession {
  const client = new pg.Client(config);
  let isOver = false;
  const end = async (): Promise<void> => {
    isOver = true;
    await client.end().catch(() => undefined);
  };
  client.on('end', () => void (isOver = true));
  client.on('error', (error) => {
    void end();
    onError(error);
  });
  /** The client takes one statement after the other. */
  let turn: Promise<unknown> = client.connect();
  const inTurn = (statement: string, key: string) => {
    const asked = turn.then(() => client.query<{ taken?: boolean }>(statement, [key]));
    turn = asked;
    return asked;
  };
  /** After an error nobody knows what the session holds; once it is over, nothing. */
  const ask = async (statement: string, key: string) => {
    try {
      return await inTurn(statement, key);
    } catch (error) {
      void end();
      throw error;
    }
  };
  return {
    take: async (key) => (await ask(TAKE, key)).rows[0]?.taken === true,
    give: async (key) => void (await ask(GIVE, key)),
    get isOver() {
      return isOver;
    },
    end,
  };
}
