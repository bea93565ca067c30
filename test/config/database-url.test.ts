import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';

/** Where a client goes that is given the setting, and as whom. */
function clientOf(written: string): object {
  const { databaseUrl } = readConfig({ DATABASE_URL: written });
  const { user, password, host, port, database } = new Client({ connectionString: databaseUrl });
  return { user, password, host, port, database };
}

describe('the password in a database’s address', () => {
  it.each([
    'pa#ss',
    'p@ss',
    'p@ss/w#rd?',
    '1234#5',
    '12/34',
    '12?34',
    '[x]',
    'p:w',
    '100%',
    'a b',
    'пароль',
  ])('may be written as it is: %s', (password) => {
    expect(clientOf(`postgres://study:${password}@db.example:5433/interviews`)).toEqual({
      ...{ user: 'study', password, host: 'db.example', port: 5433, database: 'interviews' },
    });
  });

  it('is read as it is meant where it is escaped', () => {
    const url = 'postgresql://study:p%23s%25s@db.example/interviews?application_name=a@b';
    expect(clientOf(url)).toMatchObject({ password: 'p#s%s', host: 'db.example' });
    expect(clientOf('postgres://study@db.example/x?a=b@c')).toMatchObject({ host: 'db.example' });
  });
});

describe('sslmode in a database’s address', () => {
  const modeOf = (mode: string): string | null => {
    const { databaseUrl } = readConfig({ DATABASE_URL: `postgres://db/study?sslmode=${mode}` });
    return new URL(databaseUrl ?? '').searchParams.get('sslmode');
  };

  it('checks the certificate unless that is switched off, as the client does, and warns of nothing', () => {
    expect(['prefer', 'require', 'verify-ca', 'verify-full'].map(modeOf)).toEqual(
      Array.from({ length: 4 }, () => 'verify-full'),
    );
    expect(['disable', 'no-verify'].map(modeOf)).toEqual(['disable', 'no-verify']);
  });

  it('that there is not is a fault', () => {
    expect(() => modeOf('requre')).toThrow(/names an sslmode that there is not\. Fix: .*require/);
  });
});
