import { expect, test } from 'vitest';
import { DAY } from '#core/terms/moment.ts';
import { foldSignal, type SignalLook, type SignalWord, signalKey } from './signal-state.ts';

const looks = (told: readonly (readonly [number, boolean | null])[]): readonly SignalLook[] =>
  told.map(([day, raised]) => ({ at: day * DAY, raised }));
const words = (told: readonly (readonly [number, SignalWord['said']])[]): readonly SignalWord[] =>
  told.map(([day, said]) => ({ at: day * DAY, said }));

test.each([
  ['never raised', [[1, false]], [[2, 'acted']], null],
  [
    'raised',
    [
      [1, true],
      [9, true],
    ],
    [],
    { state: 'open', since: 1, openedAt: 1, returns: 0 },
  ],
  [
    'explained',
    [
      [1, true],
      [9, true],
    ],
    [[2, 'explained']],
    { state: 'explained', since: 2, openedAt: 1, returns: 0 },
  ],
  [
    'acted',
    [[1, true]],
    [
      [2, 'explained'],
      [3, 'acted'],
    ],
    { state: 'acted', since: 3, openedAt: 1, returns: 0 },
  ],
  [
    'explained long ago, still raised',
    [
      [1, true],
      [92, true],
    ],
    [[2, 'explained']],
    { state: 'open', since: 92, openedAt: 1, returns: 0 },
  ],
  [
    'quiet for a week',
    [
      [1, true],
      [8, false],
      [15, false],
    ],
    [],
    { state: 'open', since: 1, openedAt: 1, returns: 0 },
  ],
  [
    'quiet for a fortnight',
    [
      [1, true],
      [8, false],
      [22, false],
    ],
    [],
    { state: 'cleared', since: 22, openedAt: 1, returns: 0 },
  ],
  [
    'raised between',
    [
      [1, true],
      [8, false],
      [15, true],
      [22, false],
    ],
    [],
    { state: 'open', since: 1, openedAt: 1, returns: 0 },
  ],
  [
    'not judged does not clear',
    [
      [1, true],
      [8, false],
      [22, null],
      [99, null],
    ],
    [],
    { state: 'open', since: 1, openedAt: 1, returns: 0 },
  ],
  [
    'acted, then quiet',
    [
      [1, true],
      [8, false],
      [22, false],
    ],
    [[3, 'acted']],
    { state: 'cleared', since: 22, openedAt: 1, returns: 0 },
  ],
  [
    'back',
    [
      [1, true],
      [8, false],
      [22, false],
      [40, true],
    ],
    [],
    { state: 'recurring', since: 40, openedAt: 40, returns: 1 },
  ],
  [
    'back, explained',
    [
      [1, true],
      [8, false],
      [22, false],
      [40, true],
    ],
    [[41, 'explained']],
    { state: 'explained', since: 41, openedAt: 40, returns: 1 },
  ],
  [
    'back after years',
    [
      [1, true],
      [8, false],
      [22, false],
      [999, true],
    ],
    [],
    { state: 'open', since: 999, openedAt: 999, returns: 0 },
  ],
  [
    'words about what has cleared',
    [
      [1, true],
      [8, false],
      [22, false],
    ],
    [[30, 'acted']],
    { state: 'cleared', since: 22, openedAt: 1, returns: 0 },
  ],
] as const)('[signals.4] %s', (_, seen, said, expected) => {
  const wanted = expected && { ...expected, since: expected.since * DAY, openedAt: expected.openedAt * DAY };
  expect(foldSignal(looks(seen), words(said), 1000 * DAY)).toEqual(wanted);
  expect(foldSignal(looks(seen).toReversed(), words(said).toReversed(), 1000 * DAY)).toEqual(wanted);
});

test('[signals.4] nothing later than the moment asked for counts', () => {
  expect(
    foldSignal(
      looks([
        [1, true],
        [8, false],
        [22, false],
      ]),
      [],
      21 * DAY,
    ),
  ).toMatchObject({ state: 'open' });
});

test('[signals.4] the same kind and place is the same signal, whoever is concerned', () => {
  const keys = [
    signalKey('a', { area: 'x' }),
    signalKey('a', { area: 'y' }),
    signalKey('b', { area: 'x' }),
    signalKey('a', { area: null }),
    signalKey('a', { area: null, team: 'x' }),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  const concerning = { area: 'x', concerns: [1] };
  expect(signalKey('a', concerning)).toBe(keys[0]);
});

/** Raised on these days, and quiet on none. */
const raisedOn = (...days: readonly number[]) => looks(days.map((day) => [day, true]));

test.each(['explained', 'acted'] as const)('[signals.4] %s rests it for ninety days and no longer, whenever it was said', (said) => {
  const at = (day: number) => foldSignal(raisedOn(1, 200, day), words([[200, said]]), 1000 * DAY)?.state;
  expect([209, 289, 290].map(at)).toEqual([said, said, 'open']);
});

test('[signals.4] an open one that is raised again stays open since it was', () => {
  expect(foldSignal(raisedOn(1, 200), [], 1000 * DAY)).toMatchObject({ state: 'open', since: DAY });
});

test('[signals.4] what comes back within a year is the same, later it is a new one', () => {
  const cleared = [
    [1, true],
    [8, false],
    [22, false],
  ] as const;
  const back = (day: number) => foldSignal(looks([...cleared, [day, true]]), [], 1000 * DAY);
  expect(back(22 + 365)).toMatchObject({ state: 'recurring', returns: 1 });
  expect(back(22 + 366)).toMatchObject({ state: 'open', returns: 0 });
});

test('[signals.4] of the same moment: raised wins over quiet, a word comes after the look, an act wins over an explanation', () => {
  const seen = [
    [1, true],
    [8, false],
    [22, true],
    [22, false],
  ] as const;
  for (const told of [seen, seen.toReversed()]) expect(foldSignal(looks(told), [], 1000 * DAY)).toMatchObject({ state: 'open' });
  const said = [
    [5, 'acted'],
    [5, 'explained'],
  ] as const;
  for (const told of [said, said.toReversed()]) expect(foldSignal(raisedOn(5), words(told), 1000 * DAY)).toMatchObject({ state: 'acted' });
  expect(foldSignal(raisedOn(5), words([[5, 'explained']]), 5 * DAY)).toMatchObject({ state: 'explained' });
});
