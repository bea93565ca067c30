import { fromKysely, type KyselyTransactionLike, type PgBoss, type SendOptions } from 'pg-boss';
import { QUEUE_SCHEMA } from './schema.ts';

/** A transaction to enqueue in: the job exists exactly if the transaction commits. */
export interface JobTransaction {
  withoutPlugins(): KyselyTransactionLike;
}

interface Enqueued {
  /** The queue's name. */
  readonly name: string;
  readonly group?: string;
  readonly data: object;
}

/**
 * Adds a job in the caller's transaction. Where one for the same waits already, that one serves: it is held
 * back until the transaction has committed, so that it sees what it is wanted for. Returns whether one was:
 * nobody is told of it at the commit.
 */
export async function enqueue(
  boss: PgBoss,
  transaction: JobTransaction,
  { name, group, data }: Enqueued,
): Promise<boolean> {
  const key = keyOf(data);
  const db = fromKysely(transaction.withoutPlugins());
  const options: SendOptions = {
    db,
    singletonKey: key,
    ...(group && { group: { id: group } }),
  };
  // A like one that is not there to be held has begun meanwhile, which makes room for another.
  for (;;) {
    if (await boss.send(name, data, options)) return false;
    if (await holdBack(db, name, key)) return true;
  }
}

/** Under the policy `short` a job without a key would be alone in its queue. */
export const keyOf = (data: object): string => JSON.stringify(data);

/** Workers pass over what is locked; a lock falls with its transaction. */
async function holdBack(
  db: ReturnType<typeof fromKysely>,
  name: string,
  key: string,
): Promise<boolean> {
  const { rows } = await db.executeSql(
    `select id from ${QUEUE_SCHEMA}.job
     where name = $1 and singleton_key = $2 and state = 'created' for key share`,
    [name, key],
  );
  return rows.length > 0;
}
