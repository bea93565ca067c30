import { Client } from 'pg';

/** A session without the time limits of the bot's own: copying a table may take as long as it takes. */
export async function withSession<T>(
  url: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({
    connectionString: url,
    keepAlive: true,
    application_name: 'whetstone-backup',
  });
  // A connection that breaks between two queries tells its next query, which tells its owner.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
