import {
  type Expression,
  type ExpressionBuilder,
  type Insertable,
  sql,
  type SqlBool,
} from 'kysely';
import type { Mark } from '../chat/platform.ts';
import type { Database } from './connect.ts';
import type { PlaygroundChannel, PlaygroundMember, PlaygroundMessage, Tables } from './tables.ts';

/** A message with the number of replies that everyone sees, and whether the answer is among them. */
type CountedMessage = Omit<PlaygroundMessage, 'key'> & {
  readonly replies: number;
  readonly isRevealed: boolean;
};

type NewMessage = Insertable<Tables['playgroundMessages']>;
type Change = Partial<Pick<PlaygroundMessage, 'body' | 'hasThread' | 'editedAt'>> & {
  readonly marks?: readonly Mark[];
};

/** What the playground keeps: its channels, members, messages and pictures. */
export function playgroundStore(db: Database) {
  return { ...people(db), ...messages(db), ...changes(db), ...pictures(db) };
}

function people(db: Database) {
  return {
    channels: (): Promise<readonly PlaygroundChannel[]> =>
      db.selectFrom('playgroundChannels').selectAll().orderBy('id').execute(),

    async ensureChannel(channel: PlaygroundChannel): Promise<void> {
      const insert = db.insertInto('playgroundChannels').values(channel);
      await insert.onConflict((conflict) => conflict.doNothing()).execute();
    },

    members: (): Promise<readonly Omit<PlaygroundMember, 'position'>[]> =>
      db
        .selectFrom('playgroundMembers')
        .select(['id', 'name', 'manages'])
        .orderBy('position')
        .execute(),

    async ensureMember(member: Omit<PlaygroundMember, 'position'>): Promise<void> {
      const insert = db.insertInto('playgroundMembers').values(member);
      await insert.onConflict((conflict) => conflict.doNothing()).execute();
    },
  };
}

function messages(db: Database) {
  return {
    message: (id: number): Promise<CountedMessage | undefined> =>
      counted(db).where('message.id', '=', id).executeTakeFirst(),

    messageByKey: (key: string): Promise<CountedMessage | undefined> =>
      counted(db).where('message.key', '=', key).executeTakeFirst(),

    messagesFor(
      member: string,
      channel: string,
      limit: number,
    ): Promise<readonly CountedMessage[]> {
      const shown = KINDS.map((kind) =>
        db
          .selectFrom('playgroundMessages as message')
          .select('message.id')
          .where('message.channel', '=', channel)
          .where('message.thread', 'is', null)
          .where(seenBy(member))
          .where(kind)
          .orderBy('message.id', 'desc')
          .limit(limit),
      );
      return counted(db)
        .where((where) =>
          where.or(
            shown.flatMap((newest) => [
              where('message.id', 'in', newest),
              where('thread', 'in', newest),
            ]),
          ),
        )
        .where(seenBy(member))
        .orderBy('message.id')
        .execute();
    },

    threadByPeople: (thread: number, since: Date): Promise<readonly CountedMessage[]> =>
      counted(db)
        .where('message.thread', '=', thread)
        .where('message.author', 'is not', null)
        .where('message.writtenAt', '>=', since)
        .orderBy('message.id')
        .execute(),
  };
}

function changes(db: Database) {
  return {
    async insertMessage(message: NewMessage): Promise<CountedMessage> {
      const inserted = await db
        .insertInto('playgroundMessages')
        .values(message)
        .onConflict((conflict) => conflict.column('key').doNothing())
        .returning('id')
        .executeTakeFirst();
      const standing = inserted
        ? counted(db).where('message.id', '=', inserted.id)
        : counted(db).where('message.key', '=', message.key ?? '');
      return standing.executeTakeFirstOrThrow();
    },

    async updateMessage(
      id: number,
      { marks, ...change }: Change,
    ): Promise<CountedMessage | undefined> {
      const set = { ...change, ...(marks && { marks: [...marks] }) };
      await db.updateTable('playgroundMessages').set(set).where('id', '=', id).execute();
      return counted(db).where('message.id', '=', id).executeTakeFirst();
    },

    async deleteMessage(id: number): Promise<void> {
      await db.deleteFrom('playgroundMessages').where('id', '=', id).execute();
    },
  };
}

function pictures(db: Database) {
  return {
    async savePicture(hash: string, png: Uint8Array): Promise<void> {
      const insert = db.insertInto('playgroundPictures').values({ hash, png: Buffer.from(png) });
      await insert.onConflict((conflict) => conflict.doNothing()).execute();
    },

    async picture(hash: string): Promise<Uint8Array | undefined> {
      const found = db.selectFrom('playgroundPictures').select('png').where('hash', '=', hash);
      return (await found.executeTakeFirst())?.png;
    },
  };
}

function counted(db: Database) {
  return db
    .selectFrom('playgroundMessages as message')
    .select([
      'message.id',
      'message.channel',
      'message.thread',
      'message.author',
      'message.seenBy',
      'message.body',
      'message.marks',
      'message.hasThread',
      'message.writtenAt',
      'message.editedAt',
    ])
    .select(
      sql<number>`(
        select count(*)::integer from playground_messages as reply
        where reply.thread = message.id and reply.seen_by is null
      )`.as('replies'),
    )
    .select(
      sql<boolean>`exists (
        select from playground_messages as reply
        where reply.thread = message.id and reply.seen_by is null and reply.author is null
        and reply.body like ${REVEAL}
      )`.as('isRevealed'),
    );
}

/** As it stands in a body's JSON; in words that somebody wrote, its quotes would be escaped. */
const REVEAL = '%"tone":"reveal"%';

type OnMessages = ExpressionBuilder<Tables & { message: Tables['playgroundMessages'] }, 'message'>;

/** A question, what is for one member alone, and other talk. */
const KINDS: readonly ((where: OnMessages) => Expression<SqlBool>)[] = [
  (where) => where('message.hasThread', '=', true),
  (where) => where('message.seenBy', 'is not', null),
  (where) =>
    where.and([where('message.hasThread', '=', false), where('message.seenBy', 'is', null)]),
];

const seenBy = (member: string) => (where: OnMessages) =>
  where.or([where('message.seenBy', 'is', null), where('message.seenBy', '=', member)]);
