import { expect, test } from 'vitest';
import { SIGNALS } from '#core/signals/signals.ts';
import { DAY } from '#core/terms/moment.ts';
import { times } from '#test/read-one.ts';
import { daysAgo, sceneOf, threadOf } from '#test/scene.ts';
import { answerSignals } from './answer-signals.ts';
import { lookAtScene } from './look-at-scene.ts';
import { noticedId, type NoticedReading } from './noticed.ts';
import { noticedNow } from './noticed-now.ts';
import { raisedBefore } from './raised-before.ts';

const NOW = 1_790_000_000;

function readingOf(over: Partial<NoticedReading> = {}): NoticedReading {
  const window = { from: NOW - 90 * DAY, to: NOW };
  const value = { value: 0.9, low: 0.7, high: 0.97, level: 0.95, n: 20 };
  const place = { area: 'late', team: null, place: 'late' };
  const said = { sentence: 'It waits.', evidence: [] };
  return { signal: 'review-wait', ...place, window, n: 20, value, threshold: 0.5, baseline: null, raised: true, ...said, ...over };
}

const SHIPPED = SIGNALS.find(({ id }) => id === 'review-wait')!.limits;

test('[noticed.11] what a limit silences is neither cleared nor open, until what happened clears it or the limit is taken back', () => {
  const looks = [1, 2, 3, 4].map((number) => ({ number, at: NOW + number * 20 * DAY, takenAt: NOW + number * 20 * DAY }));
  const raised = { look: 1, reading: readingOf() };
  const silenced = { look: 2, reading: readingOf({ raised: false, threshold: 0.9, silenced: SHIPPED }) };
  const set = (at: number, threshold: number, by: string) => ({ own: { 'review-wait': { threshold } }, at, by, reason: `${by} says` });
  const other = { own: { 'review-wait': { threshold: 0.9 }, overload: { least: 9 } }, at: NOW + 39 * DAY, by: 'c', reason: 'of another' };
  const limitsSet = [set(NOW + 5 * DAY, 0.8, 'a'), set(NOW + 35 * DAY, 0.9, 'b'), other, set(NOW + 45 * DAY, 0.95, 'd')];
  const told = (readings: readonly { readonly look: number; readonly reading: NoticedReading | null }[], sets = limitsSet) => {
    const since = { number: 1, takenAt: looks[0]!.takenAt };
    const noticed = noticedNow([{ key: 'k', readings, newest: readings.at(-1)!.reading, words: [] }], {
      looks,
      now: NOW + 99 * DAY,
      since,
      limitsSet: sets,
    });
    const { value, rows, because } = answerSignals({
      look: lookAtScene(sceneOf()).facts,
      systems: null,
      noticed,
      held: { count: 0, until: null },
      connections: 1,
      now: NOW,
    });
    const [{ was, state, limitsBefore, limitsBy, limitsReason } = {}] = rows;
    return { was, state, limitsBefore, limitsBy, limitsReason, open: value.states.open, why: because[0]?.confidence };
  };
  const silent = told([raised, silenced]);
  expect(silent).toMatchObject({ was: 'open', state: 'silenced', open: 0, limitsBy: 'b', limitsReason: 'b says' });
  expect(silent.limitsBefore).toBe('above 25 %, from 8 cases on, over 90 days');
  expect(silent.why).toContain('not because of what happened');
  // No record says who: it stands in a file.
  expect(told([raised, silenced], [])).toMatchObject({ state: 'silenced', limitsBy: null, limitsReason: '' });
  expect(told([raised, silenced, { look: 3, reading: readingOf() }])).toMatchObject({ state: 'open', limitsBy: null, open: 1 });
  const better = readingOf({ raised: false });
  expect(told([raised, silenced, { look: 3, reading: better }])).toMatchObject({ state: 'cleared', limitsBefore: null });
});

test('[noticed.11] it is known by reading once more under the limits before, and only what was raised under them', () => {
  const answered = (day: number) => [{ at: daysAgo(day + 0.5), person: 1, link: false }];
  const asked = times(20, (i) =>
    threadOf({ item: `c${i}`, at: daysAgo(1 + 4 * i), askedBy: 0, area: 0, why: true, answers: answered(4 * i) }),
  );
  const scene = sceneOf({ threads: asked });
  const usual = lookAtScene(scene);
  const raised = usual.readings.filter(({ reading }) => reading.raised).map(({ reading }) => reading);
  expect(raised.length).toBeGreaterThan(0);
  const [{ signal }] = raised as [NoticedReading];
  const own = { [signal]: { least: 900 } };
  const silent = (before: Parameters<typeof lookAtScene>[2]) =>
    lookAtScene(scene, own, before)
      .readings.filter(({ reading }) => reading.silenced !== undefined)
      .map(({ reading }) => noticedId(reading));
  const first = raisedBefore(raised);
  const ids = raised.filter((one) => one.signal === signal).map(noticedId);
  expect(silent(first)).toEqual(ids);
  expect(silent(new Map())).toEqual([]);
  // The next look knows it from the last one, and so does one under yet other limits.
  const next = raisedBefore(
    lookAtScene(scene, own, first).readings.map(({ reading }) => reading),
    own,
  );
  expect(silent(next)).toEqual(ids);
  expect(lookAtScene(scene, {}, next).readings).toEqual(usual.readings);
  // Where nothing of it is left, the facts have cleared it.
  expect(lookAtScene(sceneOf(), own, first).readings.filter(({ reading }) => reading.silenced)).toEqual([]);
});
