import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ApiServer, readAll, startApiServer, toldBy } from '#test/api-server.ts';
import { INCIDENTS, pagerdutyAnswer, PAGERDUTY_TELLING as TELLING } from '#test/pagerduty-payloads.ts';
import { PAGERDUTY } from './pagerduty.ts';

describe('API', () => {
  let server: ApiServer;
  beforeEach(async () => {
    server = await startApiServer((path, _page, request) => pagerdutyAnswer(path, request.url!));
  });
  afterEach(() => server.close());
  const order = (over = {}) => server.order({ since: Date.UTC(2020, 8, 15) / 1000, telling: TELLING, ...over });

  test('accounts, then month by month who was on call and what happened, with the log of each incident', async () => {
    const pages = await readAll(PAGERDUTY.api!, order());
    const { facts, namings, skipped } = toldBy(pages);
    expect(facts.filter(({ kind }) => kind === 'incident-opened')).toHaveLength(10);
    expect(facts.filter(({ kind }) => kind === 'resolved' || kind === 'responded' || kind === 'paged')).toHaveLength(15);
    expect(facts.filter(({ kind }) => kind === 'on-shift')).toHaveLength(2);
    expect(facts.find(({ kind }) => kind === 'responded')).toMatchObject({
      place: 'service:pagerduty/PF9KMXH',
      detail: { how: 'restart', cause: false },
    });
    expect(namings).toContainEqual({ of: 'pagerduty:P1', name: 'Ada Example', mail: 'ada@example.org' });
    expect(skipped).toEqual([{ what: 'services', why: 'not there, or not to be read with this token' }]);
    expect(pages.map(({ body }) => Buffer.from(body).toString()).join('')).not.toContain('Secret words');
  });

  test('limits are waited for, and what was broken off goes on where it stopped', async () => {
    server.first.push({ status: 429, headers: { 'ratelimit-limit': '960', 'ratelimit-remaining': '0', 'ratelimit-reset': '17' } });
    const begun = await readAll(PAGERDUTY.api!, order(), 6);
    expect(server.waited).toEqual([17_000]);
    const whole = await readAll(PAGERDUTY.api!, order());
    const rest = await readAll(PAGERDUTY.api!, order({ cursor: begun.at(-1)!.cursor }));
    expect([...begun, ...rest].map(({ key }) => key)).toEqual(whole.map(({ key }) => key));
  });

  test('where offsets end, reading goes on from the moment of the last incident', async () => {
    server.first.push({ status: 403 }, { status: 403 }, { body: { oncalls: [] } });
    server.first.push({ body: { incidents: [{ ...INCIDENTS[1], id: undefined }], limit: 100, offset: 9900, more: true } });
    await readAll(PAGERDUTY.api!, order());
    expect(server.asked[4]).toContain('/incidents?since=2020-10-02T10%3A00%3A00.000Z');
  });

  test('a token that is refused, and a list of what to read, are refusals', async () => {
    server.first.push({ status: 401 });
    await expect(readAll(PAGERDUTY.api!, order())).rejects.toMatchObject({ code: 'connection-token' });
    expect(() => PAGERDUTY.api!.pages(order({ what: ['all'] }))).toThrow('all');
  });
});
