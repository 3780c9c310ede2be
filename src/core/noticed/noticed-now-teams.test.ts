import { expect, test } from 'vitest';
import { DAY } from '#core/terms/moment.ts';
import { noticedId, type NoticedReading } from './noticed.ts';
import { continuePasts, type NoticedPast, noticedNow } from './noticed-now.ts';

const NOW = 1_790_000_000;
const [FORGE, CATALOG, TABLE] = ['team:github.com/acme/payments', 'group:default/payments', 'team:csv/payments'] as const;
const looks = [1, 2, 3, 4, 5].map((number) => ({ number, at: NOW + number * DAY, takenAt: NOW + number * DAY }));

function pastOf(
  team: string | null,
  found: readonly (boolean | null)[],
  { from = 1, said = false, signal = 'urgent-routing' } = {},
): NoticedPast {
  const reading = (raised: boolean): NoticedReading => ({
    signal,
    area: team === null ? 'pay' : null,
    team,
    place: team,
    window: { from: NOW - 90 * DAY, to: NOW },
    n: 20,
    value: { value: 0.9, low: 0.7, high: 0.97, level: 0.95, n: 20 },
    threshold: 0.5,
    baseline: null,
    raised,
    sentence: 'It goes to one.',
    evidence: [],
  });
  const readings = found.map((raised, i) => ({ look: from + i, reading: raised === null ? null : { raised } }));
  const words = said ? [{ at: NOW + 2.5 * DAY, said: 'explained' as const, text: 'we know', link: null }] : [];
  const last = found.at(-1)!;
  return {
    key: noticedId({ signal, area: team === null ? 'pay' : null, team }),
    readings,
    newest: last === null ? null : reading(last),
    words,
  };
}

const named = (...places: readonly string[]) => [{ id: CATALOG, name: 'payments', also: ['payments'], places }];
const states = (pasts: readonly NoticedPast[], teams: Parameters<typeof continuePasts>[1]) =>
  noticedNow(continuePasts(pasts, teams), { looks, now: NOW + 9 * DAY }).map(({ reading, history, words }) => [
    reading.team,
    history?.state,
    history && (history.openedAt - NOW) / DAY,
    words.length,
  ]);

const BEFORE = pastOf(FORGE, [true, true, true, null], { said: true });

test('[noticed.14] a team that a join calls otherwise keeps what was found and said', () => {
  const pasts = [BEFORE, pastOf(CATALOG, [true, true], { from: 4 })];
  expect(states(pasts, named(FORGE))).toEqual([[CATALOG, 'explained', 1, 1]]);
  expect(states(pasts.toReversed(), named(FORGE))).toEqual([[CATALOG, 'explained', 1, 1]]);
  expect(states(pasts, [{ id: CATALOG, name: 'payments' }])).toEqual([[CATALOG, 'open', 4, 0]]);
});

test('[noticed.14] also through several names, one after another', () => {
  const pasts = [
    pastOf(TABLE, [true, null]),
    { ...BEFORE, readings: BEFORE.readings.slice(1) },
    pastOf(CATALOG, [true, true], { from: 4 }),
  ];
  expect(states(pasts, named(FORGE, TABLE))).toEqual([[CATALOG, 'explained', 1, 1]]);
});

test('[noticed.14] a name that was looked at before keeps its own past, and so does what is about another team, an area or another signal', () => {
  expect(states([BEFORE, pastOf(CATALOG, [false, false, false, true, true])], named(FORGE))).toEqual([[CATALOG, 'open', 4, 0]]);
  for (const other of [pastOf('team:x/others', [true], { from: 4 }), pastOf(null, [true], { from: 4 })])
    expect(states([BEFORE, other], named(FORGE))).toEqual([[other.newest!.team, 'open', 4, 0]]);
  const otherSignal = pastOf(CATALOG, [true], { from: 4, signal: 'sole-translator' });
  expect(states([BEFORE, otherSignal], named(FORGE))).toEqual([[CATALOG, 'open', 4, 0]]);
});
