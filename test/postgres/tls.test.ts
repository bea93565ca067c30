import { execFile } from 'node:child_process';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDatabaseUrl } from '../../src/config/database-url.ts';
import { serverAccount } from '../../src/postgres/account.ts';
import { reachDatabase } from '../../src/postgres/reach.ts';
import {
  findOtherPostgres,
  openOtherPostgres,
  type OtherPostgres,
} from '../support/other-postgres.ts';

const run = promisify(execFile);

const hasOpenssl = await run('openssl', ['version']).then(
  () => true,
  () => false,
);
const programs = await findOtherPostgres();

/** A certificate for 127.0.0.1 that nobody but its own key has signed. */
async function makeCertificate(folder: string): Promise<{ cert: string; key: string }> {
  const [cert, key] = [join(folder, 'server.crt'), join(folder, 'server.key')];
  await run('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'],
    ...['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'],
    ...['-days', '2', '-keyout', key, '-out', cert],
  ]);
  const account = await serverAccount(folder);
  await chmod(folder, 0o711);
  await chmod(cert, 0o644);
  if (account) await chown(key, account.uid, account.gid);
  return { cert, key };
}

describe.skipIf(!programs || !hasOpenssl)('a server that encrypts', () => {
  let folder: string;
  let cert: string;
  let server: OtherPostgres;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'whetstone-tls-'));
    const made = await makeCertificate(folder);
    cert = made.cert;
    const settings = { ssl: 'on', ssl_cert_file: cert, ssl_key_file: made.key };
    server = await openOtherPostgres(programs ?? '', settings);
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  const reach = async (query: string, host = '127.0.0.1'): Promise<void> => {
    const written = new URL(server.url);
    written.hostname = host;
    const read = readDatabaseUrl(`${written.href}?${query}`);
    if (read.ok) await reachDatabase(read.url);
  };

  it('by a certificate that nobody known has signed is refused, with both ways out', async () => {
    for (const mode of ['require', 'verify-full']) {
      await expect(reach(`sslmode=${mode}`)).rejects.toThrow(
        /nobody known here has signed its certificate\. Fix: .*sslrootcert=.*sslmode=no-verify/,
      );
    }
  });

  it('is taken without a check, without encryption, and with the certificate of its signer', async () => {
    await reach('sslmode=no-verify');
    await reach('sslmode=disable');
    await reach(`sslmode=require&sslrootcert=${cert}`);
  });

  it('under another name than its certificate’s is refused', async () => {
    await expect(reach(`sslmode=require&sslrootcert=${cert}`, 'localhost')).rejects.toThrow(
      /Fix: name the host in DATABASE_URL as its certificate does/,
    );
  });
});

describe.skipIf(!programs)('a server that does not encrypt', () => {
  it('is refused where that is asked for', async () => {
    const server = await openOtherPostgres(programs ?? '');
    await expect(reachDatabase(`${server.url}?sslmode=verify-full`)).rejects.toThrow(
      /does not support SSL connections\. Fix: switch it on there/,
    );
    await server.close();
  });
});
