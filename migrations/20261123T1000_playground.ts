import { type Kysely, sql } from 'kysely';

/** What a chat platform would keep for us, for the one we play ourselves on the local web page. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await people(db);
  await messages(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop table playground_pictures, playground_messages, playground_members, playground_channels
  `.execute(db);
}

async function people(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table playground_channels (
      id text primary key,
      name text not null,
      bot_may_post boolean not null
    )
  `.execute(db);
  await sql`
    create table playground_members (
      id text primary key,
      name text not null,
      manages boolean not null,
      -- the order in which the page lists them
      position integer generated always as identity
    )
  `.execute(db);
}

async function messages(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table playground_messages (
      id integer primary key generated always as identity,
      channel text not null references playground_channels on delete cascade,
      -- the message it stands under; null: in the channel itself
      thread integer references playground_messages on delete cascade,
      -- null: the bot
      author text references playground_members,
      -- null: everyone sees it
      seen_by text references playground_members,
      -- of the bot's posts: no two bear the same
      key text unique,
      -- JSON that only the adapter reads. Text, since jsonb refuses U+0000, which people may write
      body text not null,
      marks text[] not null default '{}',
      has_thread boolean not null default false,
      written_at timestamptz not null,
      edited_at timestamptz
    )
  `.execute(db);
  await sql`create index playground_messages_channel on playground_messages (channel, id)`.execute(
    db,
  );
  await sql`create index playground_messages_thread on playground_messages (thread, id)`.execute(
    db,
  );
  await sql`
    create table playground_pictures (
      hash text primary key,
      png bytea not null
    )
  `.execute(db);
}
