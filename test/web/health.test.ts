import { describe, expect, test } from 'vitest';
import { type Health, healthRoutes } from '../../src/web/health.ts';
import { startWeb } from './support.ts';

async function readiness(look: () => Promise<Health>) {
  const { url } = await startWeb({ health: look });
  const response = await fetch(`${url}/readyz`);
  return { status: response.status, body: await response.json() };
}

describe('/readyz', () => {
  test('says ready when every part is', async () => {
    const parts = { database: { ready: true }, slack: { ready: true } } as const;
    const { status, body } = await readiness(() => Promise.resolve(parts));
    expect(status).toBe(200);
    expect(body).toEqual({ ready: true, parts });
  });

  test('names the part that is not, and why', async () => {
    const parts = {
      database: { ready: true },
      discord: { ready: false, reason: 'switch on the Message Content intent' },
    } as const;
    const { status, body } = await readiness(() => Promise.resolve(parts));
    expect(status).toBe(503);
    expect(body).toEqual({ ready: false, parts });
  });

  test('takes a look that fails for an answer', async () => {
    const { status, body } = await readiness(() => Promise.reject(new Error('no connection')));
    expect(status).toBe(503);
    expect(body).toEqual({
      ready: false,
      parts: { look: { ready: false, reason: 'no connection' } },
    });
  });

  test('takes a look that never ends for an answer', async () => {
    const response = await healthRoutes(() => new Promise(() => undefined), 10).request('/readyz');
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      parts: { look: { ready: false, reason: 'no answer within 0.01 s' } },
    });
  });
});

test('/healthz says that the process lives, whatever is not ready', async () => {
  const { url } = await startWeb({ health: () => Promise.reject(new Error('no connection')) });
  const response = await fetch(`${url}/healthz`);
  expect(response.status).toBe(200);
});
