import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../src/config.ts';
import { VARIABLES } from '../src/config/variables.ts';
import { ROOT } from './support/source.ts';

interface Service {
  readonly environment: Readonly<Record<string, string | number>>;
  readonly volumes: readonly string[];
}

interface Compose {
  readonly services: { readonly bot: Service; readonly postgres: Service };
  readonly volumes: object;
}

/** What compose makes of `${NAME}` and `${NAME:-otherwise}`, one in the other at most once. */
const filledIn = (text: string, env: Readonly<Record<string, string>>): string =>
  text
    .replaceAll(/\$\{(\w+)\}/g, (_, name: string) => env[name] ?? '')
    .replaceAll(/\$\{(\w+):-([^}]*)\}/g, (_, name: string, or: string) => env[name] || or);

const read = (file: string): Promise<string> => readFile(join(ROOT, file), 'utf8');

describe('the image', async () => {
  const dockerfile = await read('Dockerfile');
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
    ([, sources = '']) => sources.split(' '),
  );

  test('is made of files that are there', async () => {
    expect(copied).toContain('src');
    await Promise.all(copied.map((path) => access(join(ROOT, path))));
  });

  test('gets these files and no other, least of all .env', async () => {
    const ignore = await read('.dockerignore');
    const [first, ...kept] = ignore.split('\n').filter((line) => /^[^#]/.test(line));
    expect(first).toBe('*');
    expect(kept.sort()).toEqual([...new Set(copied.map((path) => `!${path}`))].sort());
  });

  test('does not run as root', () => {
    expect(dockerfile).toMatch(/^USER node$/m);
  });
});

describe('docker compose', async () => {
  const { services, volumes } = parse(await read('docker-compose.yml')) as Compose;
  const { environment } = services.bot;

  /** The bot's settings as compose makes them of what stands in .env. */
  const settings = (env: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(environment).map(([name, value]) => [name, filledIn(String(value), env)]),
    );

  test('gives the bot settings that it knows', () => {
    for (const name of Object.keys(environment)) expect(VARIABLES).toContain(name);
    const config = readConfig(settings({ POSTGRES_PASSWORD: 'p#1@home' }));
    expect(config).toMatchObject({ web: { host: '0.0.0.0', port: 3000 }, warnings: [] });
  });

  test('leads it to the database beside it, by a password that no file here holds', () => {
    const { databaseUrl } = readConfig(settings({ POSTGRES_PASSWORD: 'p#1@home' }));
    const url = new URL(databaseUrl ?? '');
    const { POSTGRES_USER, POSTGRES_PASSWORD, POSTGRES_DB } = services.postgres.environment;
    expect(Object.keys(services)).toContain(url.hostname);
    expect(url.username).toBe(POSTGRES_USER);
    expect(decodeURIComponent(url.password)).toBe('p#1@home');
    expect(POSTGRES_PASSWORD).toMatch(/^\$\{POSTGRES_PASSWORD:\?.+\}$/);
    expect(url.pathname).toBe(`/${POSTGRES_DB}`);
  });

  test('leads it elsewhere where .env names another database', () => {
    const elsewhere = 'postgres://study@db.example/study';
    expect(settings({ DATABASE_URL: elsewhere })['DATABASE_URL']).toBe(elsewhere);
  });

  test('keeps what is stored when containers are replaced', () => {
    const mounted = Object.values(services).flatMap((service: Service) => service.volumes);
    expect(mounted.map((volume) => volume.split(':')[0]).sort()).toEqual(
      Object.keys(volumes).sort(),
    );
  });
});
