import { expect, test } from 'vitest';
import { createMetrics } from '../../src/web/metrics.ts';
import { startWeb } from './support.ts';

/** The value of a sample on the page, by its name and labels. */
async function scrape(url: string, sample: string): Promise<number | undefined> {
  const page = await (await fetch(`${url}/metrics`)).text();
  const line = page.split('\n').find((one) => one.startsWith(`${sample} `));
  return line === undefined ? undefined : Number(line.slice(sample.length));
}

test('Prometheus reads what was counted', async () => {
  const metrics = createMetrics();
  const { url } = await startWeb({ metrics: metrics.text });
  expect(await scrape(url, 'whetstone_rounds_due_total')).toBe(0);
  metrics.roundsDue.inc(2);
  metrics.roundsLate.inc();
  metrics.roundsPosted.inc();
  metrics.answers.inc({ source: 'form', late: 'no' });
  metrics.jobsFailed.inc({ job: 'reveal' });
  expect(await scrape(url, 'whetstone_rounds_due_total')).toBe(2);
  expect(await scrape(url, 'whetstone_rounds_late_total')).toBe(1);
  expect(await scrape(url, 'whetstone_rounds_posted_total')).toBe(1);
  expect(await scrape(url, 'whetstone_answers_total{source="form",late="no"}')).toBe(1);
  expect(await scrape(url, 'whetstone_jobs_failed_total{job="reveal"}')).toBe(1);
});

test('calls to a platform are timed, and those that failed are counted by why', async () => {
  const metrics = createMetrics();
  const { url } = await startWeb({ metrics: metrics.text });
  const call = { platform: 'slack', call: 'post', seconds: 0.3 } as const;
  metrics.observeCall({ ...call, outcome: 'ok' });
  metrics.observeCall({ ...call, outcome: 'busy' });
  const posts = 'whetstone_platform_request_seconds';
  const ok = 'platform="slack",call="post",outcome="ok"';
  expect(await scrape(url, `${posts}_bucket{le="0.25",${ok}}`)).toBe(0);
  expect(await scrape(url, `${posts}_bucket{le="0.5",${ok}}`)).toBe(1);
  expect(await scrape(url, `${posts}_sum{${ok}}`)).toBe(0.3);
  const refusals = 'whetstone_platform_refusals_total';
  expect(await scrape(url, `${refusals}{platform="slack",code="busy"}`)).toBe(1);
  expect(await scrape(url, `${refusals}{platform="slack",code="ok"}`)).toBeUndefined();
});

test('the page comes in the format Prometheus knows, with the process’s own figures', async () => {
  const { url } = await startWeb({ metrics: createMetrics().text });
  const response = await fetch(`${url}/metrics`);
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(await scrape(url, 'process_resident_memory_bytes')).toBeGreaterThan(1_000_000);
});

test('two bots in one process count apart', async () => {
  const [one, other] = [createMetrics(), createMetrics()];
  one.roundsDue.inc();
  expect(await other.text()).toContain('whetstone_rounds_due_total 0');
});
