/** A process that loads the libraries that the bot loads at its start, and does nothing with them. */
import '@discordjs/rest';
import '@discordjs/ws';
import '@hono/node-server';
import '@slack/bolt';
import 'hono';
import 'kysely';
import 'node-cron';
import 'pg';
import 'pg-boss';
import 'pino';
import 'prom-client';
import 'ts-fsrs';
import 'yaml';
import 'zod';

process.stdout.write('ready\n');
setInterval(() => undefined, 60_000);
